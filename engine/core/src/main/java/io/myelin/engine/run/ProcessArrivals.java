package io.myelin.engine.run;

import io.myelin.engine.message.DamagedMessageException;
import io.myelin.engine.message.MessageClasses;
import io.myelin.engine.message.MessageReader;
import io.myelin.engine.process.Frame;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What a child process has said and the component's thread has not handled yet: frames as they came, of which one entry
 * after the other is read when its turn has come. The component's thread uses it.
 */
final class ProcessArrivals {
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final MessageReader entries;

    /** What the entries are read from. */
    private @Nullable Frame reading;

    /** Who handles them; what they mean stands at {@link ProcessEntry}. */
    interface Listener {
        void sent(int outbox, Object message);

        void taken(int inbox, long count);

        void done();

        void quiet(long heard);

        void failed(Object description);

        void unlinked(int outbox, long count);

        void published(Object content);

        void progress(long done, long total);

        void notice(String text);

        void canNotStart(String why);

        void ended();
    }

    /** Nothing yet; Java records and enums are made of {@code classes}. */
    ProcessArrivals(MessageClasses classes) {
        this.entries = new MessageReader(classes);
    }

    void add(Frame frame) {
        frames.addLast(frame);
    }

    /** Whether all that has come has been handled, or is just being. */
    boolean isEmpty() {
        return frames.isEmpty() && entries.remaining() == 0;
    }

    /** Forgets all that has come. */
    void clear() {
        frames.clear();
        entries.over(new byte[0], 0, 0);
    }

    /**
     * Has the next entry handled; false where there is none. Throws {@link DamagedMessageException} for what is none, and
     * whatever the listener throws; the entry is behind it then.
     */
    boolean handleNext(Listener listener) {
        while (entries.remaining() == 0) {
            if (!openNext()) {
                return false;
            }
        }
        int kind = entries.readByte();
        if (kind == ProcessEntry.SENT) {
            int outbox = (int) entries.readNumber();
            listener.sent(outbox, entries.readMessage());
        } else {
            handle(kind, listener);
        }
        return true;
    }

    private boolean openNext() {
        Frame read = reading;
        if (read != null) {
            read.done();
        }
        Frame next = frames.pollFirst();
        reading = next;
        if (next != null) {
            next.open(entries);
        }
        return next != null;
    }

    private void handle(int kind, Listener listener) {
        switch (kind) {
            case ProcessEntry.TAKEN -> {
                int inbox = (int) entries.readNumber();
                listener.taken(inbox, entries.readNumber());
            }
            case ProcessEntry.DONE -> listener.done();
            case ProcessEntry.ENDED -> listener.ended();
            case ProcessEntry.QUIET -> listener.quiet(entries.readNumber());
            case ProcessEntry.FAILED -> listener.failed(entries.readMessage());
            case ProcessEntry.UNLINKED -> {
                int outbox = (int) entries.readNumber();
                listener.unlinked(outbox, entries.readNumber());
            }
            case ProcessEntry.PUBLISHED -> listener.published(entries.readMessage());
            case ProcessEntry.PROGRESS -> {
                long done = entries.readSigned();
                listener.progress(done, entries.readSigned());
            }
            case ProcessEntry.NOTICE -> listener.notice(entries.readText());
            case ProcessEntry.CAN_NOT_START -> listener.canNotStart(entries.readText());
            default -> throw new DamagedMessageException("the unknown entry " + kind);
        }
    }
}
