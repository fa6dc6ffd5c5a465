package io.myelin.engine.run;

import java.util.List;
import java.util.Map;

/**
 * What came of a component on a {@link ComponentBench}.
 *
 * @param outcome how the run ended
 * @param messages what came out of each collected outbox, in order
 * @param counts the component's counters at the end
 */
public record BenchResult(RunOutcome outcome, Map<String, List<Object>> messages, RunSnapshot.ComponentCounts counts) {
    /** Copies the map. */
    public BenchResult {
        messages = Map.copyOf(messages);
    }

    /** What came out of {@code outbox}; throws IllegalArgumentException for one that was not collected. */
    public List<Object> outbox(String outbox) {
        List<Object> collected = messages.get(outbox);
        if (collected == null) {
            throw new IllegalArgumentException(
                    "nothing was collected from '" + outbox + "', only from " + messages.keySet());
        }
        return collected;
    }

    /** What came out of {@code outbox}. */
    public List<Object> outbox() {
        return outbox("outbox");
    }

    /** What came out of {@code errors}. */
    public List<Object> errors() {
        return outbox("errors");
    }

    /** What came out of {@code signal}. */
    public List<Object> signals() {
        return outbox("signal");
    }
}
