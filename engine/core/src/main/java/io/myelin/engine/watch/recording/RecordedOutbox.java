package io.myelin.engine.watch.recording;

import io.myelin.engine.component.Outbox;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** An outbox of an outside component, listened to. */
final class RecordedOutbox implements Outbox {
    private final Outbox outbox;
    private final int number;
    private final OutsideRecorder recorder;

    RecordedOutbox(Outbox outbox, int number, OutsideRecorder recorder) {
        this.outbox = outbox;
        this.number = number;
        this.recorder = recorder;
    }

    private void note(CallKind kind, Object message) {
        recorder.journal().message(recorder.component(), kind, number, "", message);
    }

    @Override
    public String name() {
        return outbox.name();
    }

    @Override
    public void send(Object message) {
        Objects.requireNonNull(message, () -> "null was sent to the outbox " + this + "; a message is a value");
        recorder.does(() -> note(CallKind.SEND, message), () -> outbox.send(message));
    }

    @Override
    public boolean offer(Object message) {
        Objects.requireNonNull(message, () -> "null was offered to the outbox " + this + "; a message is a value");
        return recorder.calls(() -> note(CallKind.OFFER, message), () -> outbox.offer(message));
    }

    @Override
    public void sendAll(Iterator<?> messages) {
        Objects.requireNonNull(messages, "messages");
        recorder.does(
                () -> recorder.journal().call(recorder.component(), CallKind.SEND_ALL, number),
                () -> outbox.sendAll(new Listening(messages)));
    }

    @Override
    public boolean hasRoom() {
        return outbox.hasRoom();
    }

    @Override
    public boolean isLinked() {
        return outbox.isLinked();
    }

    @Override
    public boolean isClosed() {
        return outbox.isClosed();
    }

    @Override
    public String toString() {
        return outbox.toString();
    }

    /** The component's iterator; the engine calls it, and what it gives is noted. */
    private final class Listening implements Iterator<@Nullable Object> {
        private final Iterator<?> messages;
        private boolean hasNext;

        Listening(Iterator<?> messages) {
            this.messages = messages;
        }

        @Override
        public boolean hasNext() {
            hasNext = called(messages::hasNext);
            if (!hasNext) {
                recorder.journal().call(recorder.component(), CallKind.ITEMS_END);
            }
            return hasNext;
        }

        @Override
        public @Nullable Object next() {
            if (!hasNext) {
                throw new NoSuchElementException();
            }
            Object message = called(messages::next);
            if (message == null) {
                // The engine says what is wrong with it.
                recorder.journal().call(recorder.component(), CallKind.NULL_ITEM);
            } else {
                recorder.journal().message(recorder.component(), CallKind.ITEM, 0, "", message);
            }
            return message;
        }

        private <T> T called(Callable<T> code) {
            try {
                return recorder.called(code);
            } catch (RuntimeException thrown) {
                throw thrown;
            } catch (Exception checked) {
                throw OutsideRecorder.disguised(checked);
            }
        }
    }
}
