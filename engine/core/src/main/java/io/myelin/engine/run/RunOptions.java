package io.myelin.engine.run;

import io.myelin.engine.component.Console;
import java.time.Duration;

/**
 * How to run.
 *
 * @param workers how many threads step the microprocesses, 1 and up
 * @param strict whether a message of a mutable class is refused
 * @param console the run's standard input and output
 * @param stopGrace how long a component may take to end after a hard stop before it is given up
 * @param stall what is done about components that wait for each other for ever because an inbox is full
 * @param fused whether a message may be given to a component of the same worker on the sender's stack, where nobody can
 *     tell the difference
 * @param processHeap how many bytes the heap of each child process may take; 0: as Java itself chooses
 * @param slowMotion what {@link GraphRun#slowMotion(Duration)} is set to from the beginning
 */
public record RunOptions(
        int workers,
        boolean strict,
        Console console,
        Duration stopGrace,
        StallPolicy stall,
        boolean fused,
        long processHeap,
        Duration slowMotion) {
    /** How many bytes the heap of a child process may take where nothing is said. */
    public static final long DEFAULT_PROCESS_HEAP = 512L << 20;

    /** Fused, with the default heap for child processes, as fast as it can. */
    public RunOptions(int workers, boolean strict, Console console, Duration stopGrace, StallPolicy stall) {
        this(workers, strict, console, stopGrace, stall, true, DEFAULT_PROCESS_HEAP, Duration.ZERO);
    }

    /** Fused, without saying what is done about components that lock each other up: they are given room. */
    public RunOptions(int workers, boolean strict, Console console, Duration stopGrace) {
        this(workers, strict, console, stopGrace, StallPolicy.RESOLVE);
    }

    /** These, but fused or not. */
    public RunOptions withFusion(boolean whetherFused) {
        return new RunOptions(workers, strict, console, stopGrace, stall, whetherFused, processHeap, slowMotion);
    }

    /** These, but with every step waiting for a beat, the beats being {@code delay} apart. */
    public RunOptions withSlowMotion(Duration delay) {
        return new RunOptions(workers, strict, console, stopGrace, stall, fused, processHeap, delay);
    }

    /** One worker a core, not strict, five seconds of grace. */
    public static RunOptions with(Console console) {
        return new RunOptions(Runtime.getRuntime().availableProcessors(), false, console, Duration.ofSeconds(5));
    }
}
