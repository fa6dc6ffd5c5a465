package io.myelin.bench.thread;

import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.jctools.queues.SpscArrayQueue;
import org.jspecify.annotations.Nullable;

/**
 * A bounded ring from one thread to another in which both park instead of spinning: what one would write by hand to join
 * two virtual threads. A thread that finds it empty (or full) leaves its name, looks again behind a full fence, and
 * parks; the other side looks for a name behind a full fence of its own, so one of the two always sees the other.
 *
 * @param <E> what goes through
 */
final class ParkingRing<E> {
    private final SpscArrayQueue<E> queue;
    private final int wakeLevel;
    private volatile @Nullable Thread emptyHanded;
    private volatile @Nullable Thread full;

    /** For {@code capacity} elements, a power of two. */
    ParkingRing(int capacity) {
        queue = new SpscArrayQueue<>(capacity);
        wakeLevel = capacity / 2;
    }

    /** Puts it in, waiting for room. By the one producer. */
    void put(E element) throws InterruptedException {
        while (!queue.offer(element)) {
            full = Thread.currentThread();
            VarHandle.fullFence();
            if (queue.size() > wakeLevel) {
                LockSupport.park(this);
            }
            full = null;
            stopIfInterrupted();
        }
        VarHandle.fullFence();
        Thread waits = emptyHanded;
        if (waits != null) {
            LockSupport.unpark(waits);
        }
    }

    /** Takes the next, waiting for it. By the one consumer. */
    E take() throws InterruptedException {
        E element = queue.poll();
        while (element == null) {
            wakeProducer();
            emptyHanded = Thread.currentThread();
            VarHandle.fullFence();
            element = queue.poll();
            if (element == null) {
                LockSupport.park(this);
                stopIfInterrupted();
                element = queue.poll();
            }
            emptyHanded = null;
        }
        if (full != null && queue.size() <= wakeLevel) {
            wakeProducer();
        }
        return element;
    }

    /** Behind its last look at a queue that it emptied, so that a producer which has just left its name is seen. */
    private void wakeProducer() {
        VarHandle.fullFence();
        Thread waits = full;
        if (waits != null) {
            LockSupport.unpark(waits);
        }
    }

    private static void stopIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
