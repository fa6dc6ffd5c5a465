package io.myelin.engine.plan;

import io.myelin.engine.graph.Problem;
import java.util.List;
import java.util.Optional;

/**
 * The outcome of making a graph ready.
 *
 * @param plan what can run; empty where there is an error among the problems (or where only a check was asked)
 * @param problems every error and warning, in the order of the file
 */
public record PlanResult(Optional<RunPlan> plan, List<Problem> problems) {
    /** Copies {@code problems}. */
    public PlanResult {
        problems = List.copyOf(problems);
    }
}
