package io.myelin.engine.watch.recording;

import io.myelin.engine.run.RunOutcome;
import io.myelin.engine.run.RunSnapshot;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a replay.
 *
 * @param steps how many steps were made
 * @param time how far the run's own time came
 * @param same how many deliveries were the same as recorded
 * @param hash the SHA-256 chain over them, hexadecimal
 * @param difference the first thing that was not the same
 * @param reached how far it came
 * @param exitStatus what the recorded run ended with; empty where its end was not reached
 * @param flaw what is wrong with the file behind what could be replayed, as the rest of a sentence about it
 * @param outcome how the replayed run ended; empty where it did not
 * @param counters its counters where it stopped
 * @param deliveries deliveries that were the same, by link
 */
public record ReplayResult(
        long steps,
        Duration time,
        long same,
        String hash,
        Optional<Difference> difference,
        Reached reached,
        Optional<Integer> exitStatus,
        Optional<String> flaw,
        Optional<RunOutcome> outcome,
        RunSnapshot counters,
        Map<String, Long> deliveries) {

    /** How far a replay came. */
    public enum Reached {
        /** The end of the recorded run. */
        END,
        /** Where it was asked to stop. */
        LIMIT,
        /** The end of a recording that says nothing of the end of the run: it was cut off, or had come to its limit. */
        CUT_OFF,
        /** The first difference. */
        DIFFERENCE
    }
}
