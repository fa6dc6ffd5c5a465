package io.myelin.engine.watch.recording;

import io.myelin.engine.component.Inbox;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** An inbox of an outside component, listened to. */
final class RecordedInbox implements Inbox {
    private final Inbox inbox;
    private final int number;
    private final OutsideRecorder recorder;

    RecordedInbox(Inbox inbox, int number, OutsideRecorder recorder) {
        this.inbox = inbox;
        this.number = number;
        this.recorder = recorder;
    }

    private void note(CallKind kind) {
        recorder.journal().call(recorder.component(), kind, number);
    }

    @Override
    public String name() {
        return inbox.name();
    }

    @Override
    public @Nullable Object poll() {
        // Polling an empty one changes nothing: one that looks again and again would only fill the recording.
        return inbox.size() == 0 ? null : recorder.calls(() -> note(CallKind.POLL), inbox::poll);
    }

    @Override
    public @Nullable Object receive() {
        return recorder.calls(() -> note(CallKind.RECEIVE), inbox::receive);
    }

    @Override
    public int size() {
        return inbox.size();
    }

    @Override
    public int capacity() {
        return inbox.capacity();
    }

    @Override
    public boolean isLinked() {
        return inbox.isLinked();
    }

    @Override
    public boolean isAtEnd() {
        return inbox.isAtEnd();
    }

    @Override
    public boolean isCutOff() {
        return inbox.isCutOff();
    }

    @Override
    public void hold() {
        recorder.does(() -> note(CallKind.HOLD), inbox::hold);
    }

    @Override
    public void resume() {
        recorder.does(() -> note(CallKind.RESUME), inbox::resume);
    }

    @Override
    public Iterator<Object> iterator() {
        return new Iterator<>() {
            private @Nullable Object next;

            @Override
            public boolean hasNext() {
                if (next == null) {
                    next = receive();
                }
                return next != null;
            }

            @Override
            public Object next() {
                if (!hasNext() || next == null) {
                    throw new NoSuchElementException("the inbox " + name() + " is at its end");
                }
                Object message = next;
                next = null;
                return message;
            }
        };
    }

    @Override
    public String toString() {
        return inbox.toString();
    }
}
