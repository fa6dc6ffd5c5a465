package io.myelin.engine.run;

import java.time.Duration;

/**
 * The beats of a run that people watch: equally far apart, and at each of them a component may make one step.
 *
 * @param origin a beat, by the scheduler's clock; the first that counts is one delay later
 * @param nanos from one beat to the next; 0: there are none, and nobody waits
 */
record SlowMotion(long origin, long nanos) {
    /** Nobody waits for anything. */
    static final SlowMotion OFF = new SlowMotion(0, 0);

    /** So that a beat can't lie beyond what the clock can say. */
    private static final long LONGEST = 1L << 60;

    /** Beats {@code delay} apart, the first of them a whole delay after {@code now}. */
    static SlowMotion of(Duration delay, long now) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("slow motion by " + delay + ": expected no time or more");
        }
        boolean isLongest = delay.compareTo(Duration.ofNanos(LONGEST)) > 0;
        return delay.isZero() ? OFF : new SlowMotion(now, isLongest ? LONGEST : delay.toNanos());
    }

    boolean isOn() {
        return nanos > 0;
    }

    Duration delay() {
        return Duration.ofNanos(nanos);
    }

    /** The first beat after {@code now}. */
    long beatAfter(long now) {
        return origin + ((now - origin) / nanos + 1) * nanos;
    }
}
