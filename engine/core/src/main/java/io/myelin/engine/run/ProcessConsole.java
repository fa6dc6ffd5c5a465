package io.myelin.engine.run;

import io.myelin.engine.component.Console;
import io.myelin.engine.message.MessageWriter;
import io.myelin.engine.process.FrameSender;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** The console of a component in a child process: the parent's, a window of lines ahead. Any thread may use it. */
final class ProcessConsole implements Console {
    private final FrameSender sender;
    private final Semaphore room = new Semaphore(ProcessEntry.PRINT_WINDOW);
    private final BlockingQueue<Input> lines = new LinkedBlockingQueue<>();
    private volatile @Nullable String failure;

    /** A line, or why there is none: an empty text where the input is at its end. */
    private record Input(Optional<String> line, String problem) {}

    ProcessConsole(FrameSender sender) {
        this.sender = sender;
    }

    @Override
    public @Nullable String readLine() throws IOException {
        sender.beginAside().writeByte(ProcessEntry.READ);
        sender.end(true);
        Input input = uninterrupted(lines::take);
        if (!input.problem().isEmpty()) {
            throw new IOException(input.problem());
        }
        return input.line().orElse(null);
    }

    @Override
    public void printLine(String line) throws IOException {
        throwIfClosed();
        uninterrupted(() -> {
            room.acquire();
            return true;
        });
        MessageWriter into = sender.beginAside();
        try {
            into.writeByte(ProcessEntry.PRINT);
            into.writeText(line);
        } finally {
            sender.end(false);
        }
    }

    @Override
    public void flush() throws IOException {
        throwIfClosed();
        sender.beginAside().writeByte(ProcessEntry.FLUSH);
        sender.end(true);
    }

    private void throwIfClosed() throws IOException {
        String why = failure;
        if (why != null) {
            throw new IOException(why);
        }
    }

    private interface Waiting<T> {
        T get() throws InterruptedException;
    }

    private static <T> T uninterrupted(Waiting<T> waiting) throws IOException {
        try {
            return waiting.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("the component is to end");
        }
    }

    // ---- By the thread that hears the parent

    void printed(int count) {
        room.release(count);
    }

    void failed(String why) {
        failure = why;
        room.release(ProcessEntry.PRINT_WINDOW);
    }

    void line(String line) {
        lines.add(new Input(Optional.of(line), ""));
    }

    void noLine(String why) {
        lines.add(new Input(Optional.empty(), why));
    }
}
