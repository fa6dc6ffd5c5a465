package io.myelin.engine.run;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A first-in-first-out ring for one producer and one consumer that grows with its content. How much it may hold is the
 * caller's to say, exactly and anew at each offer; the storage is a power of two and doubles while it is too small.
 *
 * <p>Invariants: positions only grow; {@code tail} is written by the producer alone and {@code head} by the consumer
 * alone; in the storage being filled at least one slot is always free, so that the marker that leads the consumer on to
 * larger storage always finds a place.
 *
 * <p>Memory order: messages, and the ways to larger storage, are published by the release store of {@code tail} and taken
 * after the acquire load of it; freed slots are published by the release store of {@code head} and reused after the
 * acquire load of it. Each side looks at the other's position only when it has come to the one that it saw last, so
 * slots need no order of their own. Waking whoever waits needs a full fence besides, which is the caller's part.
 *
 * <p>What the producer writes and what the consumer writes lie on cache lines apart: see the superclasses.
 *
 * <p>Several producers may share it when they take turns under a lock of theirs, as may several consumers.
 */
final class MessageRing extends RingConsumer {
    private static final VarHandle TAIL;
    private static final VarHandle HEAD;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            TAIL = lookup.findVarHandle(MessageRing.class, "tail", long.class);
            HEAD = lookup.findVarHandle(MessageRing.class, "head", long.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /** Stands where the producer went on to larger storage. */
    private static final Object MOVED = new Object();

    private static final int FIRST_SLOTS = 16;

    MessageRing() {
        super(new Object[FIRST_SLOTS + 1]);
    }

    /** Adds {@code message} if fewer than {@code capacity} wait. For the producer. */
    boolean offer(Object message, int capacity) {
        long at = tail;
        @Nullable Object[] slots = filling;
        // The last element is not a slot: it leads on to the next storage.
        int mask = slots.length - 2;
        // One look for both bounds: most messages come to neither.
        if (at - headSeen >= Math.min(capacity, mask)) {
            return offerAtBound(message, capacity);
        }
        slots[(int) at & mask] = message;
        TAIL.setRelease(this, at + 1);
        return true;
    }

    /**
     * Adds the first {@code count} of {@code messages} as far as fewer than {@code capacity} wait: how many. Those that go
     * into the storage that there is are published together, by one release store behind all of them. For the producer.
     */
    int offerAll(Object[] messages, int count, int capacity) {
        long at = tail;
        @Nullable Object[] slots = filling;
        int mask = slots.length - 2;
        int bound = Math.min(capacity, mask);
        if (at - headSeen + count > bound) {
            headSeen = (long) HEAD.getAcquire(this);
        }
        int added = Math.clamp(headSeen + bound - at, 0, count);
        int first = (int) at & mask;
        int upToEnd = Math.min(added, mask + 1 - first);
        System.arraycopy(messages, 0, slots, first, upToEnd);
        System.arraycopy(messages, upToEnd, slots, 0, added - upToEnd);
        TAIL.setRelease(this, at + added);
        // For the others there is no room, or only in larger storage.
        while (added < count && offer(messages[added], capacity)) {
            added++;
        }
        return added;
    }

    /** The same where, as far as the producer has seen, there is no room, or not in the storage that there is. */
    private boolean offerAtBound(Object message, int capacity) {
        long at = tail;
        headSeen = (long) HEAD.getAcquire(this);
        long waiting = at - headSeen;
        if (waiting >= capacity) {
            return false;
        }
        @Nullable Object[] slots = filling;
        int mask = slots.length - 2;
        if (waiting >= mask) {
            grow(message, at, slots, mask);
        } else {
            slots[(int) at & mask] = message;
            TAIL.setRelease(this, at + 1);
        }
        return true;
    }

    private void grow(Object message, long at, @Nullable Object[] slots, int mask) {
        int larger = (mask + 1) << 1;
        @Nullable Object[] next = new Object[larger + 1];
        next[(int) at & (larger - 1)] = message;
        slots[mask + 1] = next;
        filling = next;
        slots[(int) at & mask] = MOVED;
        TAIL.setRelease(this, at + 1);
    }

    /** Takes the oldest message, or null where none waits. For the consumer. */
    @Nullable
    Object poll() {
        long at = head;
        if (at == tailSeen) {
            tailSeen = (long) TAIL.getAcquire(this);
            if (at == tailSeen) {
                return null;
            }
        }
        @Nullable Object[] slots = draining;
        int index = (int) at & (slots.length - 2);
        Object message = slots[index];
        if (message == MOVED) {
            slots = nextOf(slots);
            draining = slots;
            index = (int) at & (slots.length - 2);
            message = slots[index];
        }
        slots[index] = null;
        HEAD.setRelease(this, at + 1);
        return message;
    }

    private static @Nullable Object[] nextOf(@Nullable Object[] slots) {
        @Nullable Object next = slots[slots.length - 1];
        if (next instanceof @Nullable Object[] storage) {
            return storage;
        }
        throw new IllegalStateException("a ring's storage leads nowhere");
    }

    /** Whether nothing waits. Exact for the consumer. */
    boolean isEmpty() {
        return size() == 0;
    }

    /** How many wait: exact for the producer and the consumer but for what the other does meanwhile. */
    int size() {
        long end = (long) TAIL.getAcquire(this);
        return (int) Math.max(0, end - (long) HEAD.getAcquire(this));
    }

    /** How many it ever took in. */
    long added() {
        return (long) TAIL.getAcquire(this);
    }

    /** How many were ever taken out. */
    long removed() {
        return (long) HEAD.getAcquire(this);
    }
}

/** What the producer of a ring writes. */
abstract class RingProducer {
    @Nullable
    Object[] filling;

    long tail;
    long headSeen;

    RingProducer(@Nullable Object[] storage) {
        filling = storage;
    }
}

/** Two cache lines of nothing (processors fetch lines in pairs). */
abstract class RingGap extends RingProducer {
    @SuppressWarnings("unused")
    private long gap0, gap1, gap2, gap3, gap4, gap5, gap6, gap7, gap8, gap9, gap10, gap11, gap12, gap13;

    RingGap(@Nullable Object[] storage) {
        super(storage);
    }
}

/** What the consumer of a ring writes. */
abstract class RingConsumer extends RingGap {
    @Nullable
    Object[] draining;

    long head;
    long tailSeen;

    RingConsumer(@Nullable Object[] storage) {
        super(storage);
        draining = storage;
    }
}
