package io.myelin.engine.watch;

import io.myelin.engine.run.LinkTap;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The last few messages of one link, for those who look on: a {@link LinkTap} that keeps a bounded number and is read
 * from any thread.
 *
 * <p>It samples: between two looks it keeps no more messages than it can hold, the first of them. So a slow link shows
 * every message, a fast one some of each frame, and while nobody looks a message costs its sender one read of a field.
 */
public final class RecentMessages implements LinkTap {
    private static final VarHandle LEFT;

    static {
        try {
            LEFT = MethodHandles.lookup().findVarHandle(RecentMessages.class, "left", int.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final AtomicReferenceArray<Seen> kept;
    private final int capacity;
    // Written by the sender; what both write to `left` may get lost, which only makes the sample a little larger.
    private int next;
    private int left;

    /**
     * A message that went along the link.
     *
     * @param message the very object
     * @param sequence its number on the link, from 1
     * @param nanoTime when, by {@link System#nanoTime}
     */
    public record Seen(Object message, long sequence, long nanoTime) {}

    /** Keeps the last {@code capacity} messages, 1 and up. */
    public RecentMessages(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a capacity of 1 and up is needed, not " + capacity);
        }
        this.capacity = capacity;
        this.kept = new AtomicReferenceArray<>(capacity);
        this.left = capacity;
    }

    @Override
    public void delivered(Object message, long sequence) {
        int more = (int) LEFT.getOpaque(this);
        if (more <= 0) {
            return;
        }
        LEFT.setOpaque(this, more - 1);
        kept.setRelease(next, new Seen(message, sequence, System.nanoTime()));
        next = next + 1 == capacity ? 0 : next + 1;
    }

    /** What is kept, the oldest first; from now on it samples anew. Any thread. */
    public List<Seen> look() {
        return lookSince(0);
    }

    /** As {@link #look}, but only what came behind the message numbered {@code sequence}. */
    public List<Seen> lookSince(long sequence) {
        List<Seen> seen = new ArrayList<>(capacity);
        for (int i = 0; i < capacity; i++) {
            Seen one = kept.getAcquire(i);
            if (one != null && one.sequence() > sequence) {
                seen.add(one);
            }
        }
        seen.sort(Comparator.comparingLong(Seen::sequence));
        LEFT.setOpaque(this, capacity);
        return seen;
    }
}
