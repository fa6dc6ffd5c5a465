package io.myelin.engine.graph;

import io.myelin.engine.message.DataRecord;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A component's policy for its failures, as written.
 *
 * @param policy empty: stop-graph
 * @param retries how many restarts within {@code within} before the failure stops the graph; empty: 3
 * @param within a duration; empty: 1m
 * @param backoff the wait before the first restart, doubled each time; empty: 100ms
 * @param unknown keys that this version does not know
 */
public record OnError(
        Optional<FailurePolicy> policy,
        OptionalInt retries,
        Optional<String> within,
        Optional<String> backoff,
        DataRecord unknown) {}
