package io.myelin.engine.run;

import java.util.List;

/**
 * How a run ended.
 *
 * @param ending the way it ended
 * @param failures what failed, in order; not empty when {@link Ending#FAILED}
 * @param stalled sentences for people that say what waited for what; not empty when {@link Ending#STALLED}
 */
public record RunOutcome(Ending ending, List<ComponentFailure> failures, List<String> stalled) {
    /** Copies the lists. */
    public RunOutcome {
        failures = List.copyOf(failures);
        stalled = List.copyOf(stalled);
    }

    /** The ways a run ends. */
    public enum Ending {
        /** Every component came to its own end. */
        FINISHED,
        /** A failure stopped the graph. */
        FAILED,
        /** It was stopped from outside. */
        STOPPED,
        /** Nothing could move any more and nothing was expected from outside; it was shut down in order. */
        STALLED
    }
}
