package io.myelin.engine.run;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Lets threads take turns for the few nanoseconds that a step on a shared ring takes. It never parks:
 * whoever holds it runs no component's code. Two are held at once only on the way of what one inbox passes on to another.
 *
 * <p>Who finds it taken backs off, for longer each time. Then the other gets on with several steps while the lines that
 * it works on are in its own cache, instead of the two handing them to and fro at each step.
 *
 * <p>Locking acquires, unlocking releases. Its word has cache lines to itself, since those who wait look at it all the
 * time.
 */
final class TurnLock {
    /** Two lines (processors fetch them in pairs) on either side of the word. */
    private static final int LINES = 32;

    private static final int MOST_PAUSES = 128;

    private final AtomicIntegerArray words = new AtomicIntegerArray(2 * LINES);

    /** Waits for its turn and takes it; any thread that has not got it already. */
    void lock() {
        if (!words.compareAndSet(LINES, 0, 1)) {
            lockLater();
        }
    }

    private void lockLater() {
        int pauses = 8;
        do {
            for (int i = 0; i < pauses; i++) {
                Thread.onSpinWait();
            }
            if (pauses < MOST_PAUSES) {
                pauses <<= 1;
            } else {
                // Whoever holds it may want this processor to get on.
                Thread.yield();
            }
        } while (words.get(LINES) != 0 || !words.compareAndSet(LINES, 0, 1));
    }

    /** The turn is over; only for who has it. */
    void unlock() {
        words.setRelease(LINES, 0);
    }
}
