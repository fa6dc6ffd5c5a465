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
 * @param fused whether a message may be given to a component of the same worker on the sender's stack, where nobody can
 *     tell the difference; on unless said otherwise
 */
public record RunOptions(int workers, boolean strict, Console console, Duration stopGrace, boolean fused) {
    /** Fused. */
    public RunOptions(int workers, boolean strict, Console console, Duration stopGrace) {
        this(workers, strict, console, stopGrace, true);
    }

    /** These, but fused or not. */
    public RunOptions withFusion(boolean whetherFused) {
        return new RunOptions(workers, strict, console, stopGrace, whetherFused);
    }

    /** One worker a core, not strict, five seconds of grace. */
    public static RunOptions with(Console console) {
        return new RunOptions(Runtime.getRuntime().availableProcessors(), false, console, Duration.ofSeconds(5));
    }
}
