package io.myelin.engine.run;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * How many messages were lost at one box, and how: made with the first, since hardly any box loses any. Each count is
 * written by one thread at a time and read by whoever watches.
 */
final class LostMessages {
    /** Of a box that has lost none: shared, and nothing is ever counted. */
    static final LostMessages NONE = new LostMessages();

    private static final VarHandle UNLINKED;
    private static final VarHandle UNDELIVERED;
    private static final VarHandle DROPPED;
    private static final VarHandle EVICTED;
    private static final VarHandle UNREAD;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            UNLINKED = lookup.findVarHandle(LostMessages.class, "unlinked", long.class);
            UNDELIVERED = lookup.findVarHandle(LostMessages.class, "undelivered", long.class);
            DROPPED = lookup.findVarHandle(LostMessages.class, "dropped", long.class);
            EVICTED = lookup.findVarHandle(LostMessages.class, "evicted", long.class);
            UNREAD = lookup.findVarHandle(LostMessages.class, "unread", long.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private long unlinked;
    private long undelivered;
    private long dropped;
    private long evicted;
    private long unread;

    /** So many more were sent while nothing was linked. */
    void countUnlinked(long more) {
        UNLINKED.setOpaque(this, unlinked + more);
    }

    long unlinked() {
        return (long) UNLINKED.getOpaque(this);
    }

    /** So many more were sent to components that had ended. */
    void countUndelivered(long more) {
        UNDELIVERED.setOpaque(this, undelivered + more);
    }

    long undelivered() {
        return (long) UNDELIVERED.getOpaque(this);
    }

    /** One more was dropped because the box was full. */
    void countDropped() {
        DROPPED.setOpaque(this, dropped + 1);
    }

    long dropped() {
        return (long) DROPPED.getOpaque(this);
    }

    /** One more of those that were dropped had been in the box already. */
    void countEvicted() {
        EVICTED.setOpaque(this, evicted + 1);
    }

    long evicted() {
        return (long) EVICTED.getOpaque(this);
    }

    /** One more was taken out only to let it go. */
    void countUnread() {
        UNREAD.setOpaque(this, unread + 1);
    }

    long unread() {
        return (long) UNREAD.getOpaque(this);
    }
}
