package io.myelin.engine.plan;

import io.myelin.engine.graph.FailurePolicy;
import java.time.Duration;

/**
 * What a failure does, defaults filled in.
 *
 * @param policy the policy
 * @param retries how many restarts within {@code within} before the failure goes on to what is around
 * @param within the time in which restarts are counted, and the longest wait before one
 * @param backoff the wait before the first restart, doubled each time
 */
public record FailureHandling(FailurePolicy policy, int retries, Duration within, Duration backoff) {
    /** What holds where nothing is said. */
    public static final FailureHandling DEFAULT =
            new FailureHandling(FailurePolicy.STOP_GRAPH, 3, Duration.ofMinutes(1), Duration.ofMillis(100));
}
