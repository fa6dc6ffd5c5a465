package io.myelin.engine.run;

import io.myelin.engine.graph.FailurePolicy;
import java.util.Optional;

/**
 * A failure of one component.
 *
 * @param path the component
 * @param message what was wrong, for people; secrets replaced by {@code ***}
 * @param item the message that caused it, where one did
 * @param cause what was thrown, for those who ask for a stack trace
 * @param handledBy the policy that was applied
 */
public record ComponentFailure(
        String path, String message, Optional<Object> item, Throwable cause, FailurePolicy handledBy) {}
