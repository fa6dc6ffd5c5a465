package io.myelin.engine.run;

import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Runs strands and keeps time. */
interface Scheduler {
    /** A strand that shares workers with others: {@code activation} runs to completion each time it is woken. */
    Strand microprocess(Runnable activation);

    /** A strand with a thread of its own, virtual or not, that runs {@code body} once. */
    Strand thread(String name, boolean virtual, Runnable body);

    /** Nanoseconds from an arbitrary start. */
    long nanoTime();

    /** The time of day. */
    Instant now();

    /**
     * Says who is to hear that nothing runs, nothing is due and nothing was woken, and who knows whether something may
     * come from outside. Before the first strand starts.
     */
    void whenQuiet(Runnable quiet, BooleanSupplier expecting);

    /**
     * Whether at one and the same instant nothing runs, nothing is due, nothing was woken and nothing is expected from
     * outside. What was quiet when it was said to be may have been set going since, so whoever acts on it asks again.
     */
    boolean isQuiet();

    /** Somebody outside is about to wake strands: it is not quiet until {@link #retire}. Any thread. */
    void enlist();

    /** The end of what {@link #enlist} began. */
    void retire();

    /** All strands have been made and linked: they are about to start. */
    void place();

    /** Runs {@code task} {@code delayNanos} from now on a thread of its own, whatever strands do. */
    void later(long delayNanos, Runnable task);

    /**
     * As {@link #later}, for looks at a run that moves: where nothing moves and nothing is due, it does not count as
     * something due, and where time is virtual it does not move on for it.
     */
    void meanwhile(long delayNanos, Runnable task);

    /** Where the caller's thread is the one that runs strands: runs them until {@code done}, or for {@code nanos}. */
    void runUntil(BooleanSupplier done, long nanos);

    /** Ends its threads once all strands have ended. */
    void close();
}
