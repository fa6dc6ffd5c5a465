package io.myelin.engine.graph;

import io.myelin.engine.message.DataRecord;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A component's policy for its failures, as written; that of a subgraph is for those inside that have none of their own,
 * or whose own gives up.
 *
 * @param policy empty: stop-graph
 * @param retries how many restarts within {@code within} before the failure goes to what is around it; empty: 3
 * @param within a duration, also the longest wait before a restart; empty: 1m
 * @param backoff the wait before the first restart, doubled each time; empty: 100ms
 * @param group who is restarted together, in a subgraph; empty: one
 * @param unknown keys that this version does not know
 */
public record OnError(
        Optional<FailurePolicy> policy,
        OptionalInt retries,
        Optional<String> within,
        Optional<String> backoff,
        Optional<RestartGroup> group,
        DataRecord unknown) {
    /** Nothing said. */
    public static final OnError DEFAULT = new OnError(
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            DataRecord.empty());

    /** This with another policy; empty for the default. */
    public OnError withPolicy(Optional<FailurePolicy> changed) {
        return new OnError(changed, retries, within, backoff, group, unknown);
    }

    /** This with another number of restarts; empty for the default. */
    public OnError withRetries(OptionalInt changed) {
        return new OnError(policy, changed, within, backoff, group, unknown);
    }

    /** This with another time in which restarts are counted; empty for the default. */
    public OnError withWithin(Optional<String> changed) {
        return new OnError(policy, retries, changed, backoff, group, unknown);
    }

    /** This with another wait before the first restart; empty for the default. */
    public OnError withBackoff(Optional<String> changed) {
        return new OnError(policy, retries, within, changed, group, unknown);
    }

    /** This with others restarted together; empty for the default. */
    public OnError withGroup(Optional<RestartGroup> changed) {
        return new OnError(policy, retries, within, backoff, changed, unknown);
    }
}
