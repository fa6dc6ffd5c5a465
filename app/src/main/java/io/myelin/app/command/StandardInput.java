package io.myelin.app.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Lines of an input stream (UTF-8) for readers that can be interrupted: reading from a terminal or a pipe itself cannot
 * be, so a thread of its own reads ahead, a bounded number of lines, from the first line asked for.
 */
final class StandardInput {
    private static final int LINES_AHEAD = 1024;

    private final InputStream stream;
    private final BlockingQueue<Read> lines = new ArrayBlockingQueue<>(LINES_AHEAD);
    private final AtomicBoolean started = new AtomicBoolean();

    StandardInput(InputStream stream) {
        this.stream = stream;
    }

    /** The next line without its line break, waiting for it; null at the end, every time it is asked. */
    @Nullable
    String readLine() throws IOException {
        if (started.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("myelin-standard-input").start(this::readAhead);
        }
        try {
            switch (lines.take()) {
                case Line(String text) -> {
                    return text;
                }
                case End end -> {
                    lines.put(end);
                    return null;
                }
                case Failure failure -> {
                    lines.put(failure);
                    throw new IOException(
                            "standard input cannot be read: " + failure.cause.getMessage(), failure.cause);
                }
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("reading standard input was interrupted");
            interrupted.initCause(interruption);
            throw interrupted;
        }
    }

    private void readAhead() {
        try {
            try {
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    lines.put(new Line(line));
                }
                lines.put(new End());
            } catch (IOException failure) {
                lines.put(new Failure(failure));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** What reading gave. */
    private sealed interface Read {}

    private record Line(String text) implements Read {}

    private record End() implements Read {}

    private record Failure(IOException cause) implements Read {}
}
