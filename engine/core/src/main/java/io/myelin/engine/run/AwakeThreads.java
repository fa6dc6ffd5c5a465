package io.myelin.engine.run;

import java.lang.invoke.VarHandle;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * How many threads of a scheduler are awake, and how many that rest will wake by themselves.
 *
 * <p>Whoever wakes another raises the count first, so it falls to nought only when nobody is left to wake anybody. The
 * same word also counts how often it was raised: two looks that find it at nought and unchanged enclose a rest in which
 * nothing was set going. What somebody finds out who has merely been told that the count fell to nought need not be true
 * of that rest: others may have been woken, and more have come, since.
 *
 * <p>Any thread.
 */
final class AwakeThreads {
    /** One thread awake (the lower half of the word), and one raise (the upper half). */
    private static final long ONE_MORE = (1L << 32) + 1;

    private final AtomicLong awake = new AtomicLong();
    private final AtomicLong deadlines = new AtomicLong();

    /** A thread is about to be woken, or to start. */
    void enlist() {
        awake.addAndGet(ONE_MORE);
    }

    /** A thread goes to rest, or has ended; true where it was the last one awake, and nothing is due. */
    boolean retire() {
        return countOf(awake.decrementAndGet()) == 0 && deadlines.get() == 0;
    }

    /** One that is awake is going to wake by itself. */
    void deadlineSet() {
        deadlines.incrementAndGet();
    }

    /** It is awake, and is not going to any more. */
    void deadlineGone() {
        deadlines.decrementAndGet();
    }

    /**
     * What {@code look} sees; empty unless all was at rest, nothing was due and nothing {@code expected}, from before it
     * began until after it has ended. Whoever ends an expectation enlists first.
     */
    <T> Optional<T> seenAtRest(BooleanSupplier expected, Supplier<T> look) {
        long before = awake.get();
        if (countOf(before) != 0) {
            return Optional.empty();
        }
        T seen = look.get();
        boolean isRest = deadlines.get() == 0 && !expected.getAsBoolean();
        // The second look must not come before what is to be enclosed by the two.
        VarHandle.acquireFence();
        return isRest && awake.get() == before ? Optional.of(seen) : Optional.empty();
    }

    private static int countOf(long word) {
        return (int) word;
    }
}
