package io.myelin.engine.plan;

import io.myelin.engine.component.Durations;
import io.myelin.engine.graph.OnError;
import io.myelin.engine.message.JsonPointers;
import java.time.Duration;
import java.util.Optional;

/** Fills in what a written policy for failures leaves open. */
final class FailureHandlings {
    private FailureHandlings() {}

    /** The handling that {@code onError}, which stands at {@code pointer}, asks for; empty where that is not sound. */
    static Optional<FailureHandling> of(OnError onError, GraphSource source, String pointer) {
        FailureHandling unsaid = FailureHandling.DEFAULT;
        Optional<Duration> within =
                duration(onError.within(), unsaid.within(), source, JsonPointers.child(pointer, "within"));
        Optional<Duration> backoff =
                duration(onError.backoff(), unsaid.backoff(), source, JsonPointers.child(pointer, "backoff"));
        return within.flatMap(counted -> backoff.map(wait -> new FailureHandling(
                onError.policy().orElse(unsaid.policy()), onError.retries().orElse(unsaid.retries()), counted, wait)));
    }

    private static Optional<Duration> duration(
            Optional<String> text, Duration unsaid, GraphSource source, String pointer) {
        try {
            return Optional.of(text.map(Durations::parse).orElse(unsaid));
        } catch (IllegalArgumentException unfit) {
            source.error(pointer, String.valueOf(unfit.getMessage()));
            return Optional.empty();
        }
    }
}
