package io.myelin.engine.run;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.message.Bytes;
import io.myelin.engine.process.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * In a child process: stands between the engine and a reactive component, and writes down which message that is
 * handling, in a file that is mapped into memory. That
 * costs a few nanoseconds a message and, unlike what is still to go through the pipe, outlives a process that is killed.
 */
final class ProcessTally implements ReactiveComponent {
    private static final int INBOX = 0;
    private static final int COUNT = Long.BYTES;
    private static final int SIZE = 2 * Long.BYTES;

    private final ReactiveComponent component;
    private final ByteBuffer note;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final long[] taken;

    /**
     * Which message was in hand.
     *
     * @param inbox the number of its inbox; -1: none was in hand
     * @param count how many had been taken from there by then, it included
     */
    record InHand(int inbox, long count) {}

    private ProcessTally(ReactiveComponent component, ByteBuffer note, ProcessStart start) {
        this.component = component;
        this.note = note;
        this.taken = new long[start.inboxes().size()];
        start.inboxes().forEach(inbox -> numbers.put(inbox.name(), numbers.size()));
    }

    /** {@code component}, writing down what it handles in the folder that the process works in. */
    static ReactiveComponent of(ReactiveComponent component, ProcessStart start) {
        try (FileChannel file = FileChannel.open(
                Path.of(ChildProcess.NOTE),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            return new ProcessTally(component, file.map(FileChannel.MapMode.READ_WRITE, 0, SIZE), start);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What a note of a process that has ended says; empty where it left none. */
    static Optional<InHand> read(Bytes note) {
        if (note.length() < SIZE) {
            return Optional.empty();
        }
        ByteBuffer read = note.asBuffer();
        return Optional.of(new InHand((int) read.getLong(INBOX) - 1, read.getLong(COUNT)));
    }

    @Override
    public void onMessage(Inbox inbox, Object message) throws Exception {
        int number = numbers.getOrDefault(inbox.name(), 0);
        note.putLong(COUNT, ++taken[number]);
        note.putLong(INBOX, number + 1L);
        try {
            component.onMessage(inbox, message);
        } finally {
            note.putLong(INBOX, 0);
        }
    }

    @Override
    public void onStart(ComponentContext context) throws Exception {
        component.onStart(new ProcessContext(context));
    }

    @Override
    public void onInboxEnd(Inbox inbox) throws Exception {
        component.onInboxEnd(inbox);
    }

    @Override
    public void onEnd() throws Exception {
        component.onEnd();
    }

    @Override
    public void onControl(Object message) throws Exception {
        component.onControl(message);
    }

    @Override
    public void onOutboxesClosed(ComponentContext context) throws Exception {
        component.onOutboxesClosed(new ProcessContext(context));
    }

    @Override
    public void onStop() throws Exception {
        component.onStop();
    }
}
