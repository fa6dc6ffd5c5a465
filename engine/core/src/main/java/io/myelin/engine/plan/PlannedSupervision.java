package io.myelin.engine.plan;

import java.util.List;
import java.util.Optional;

/**
 * Who decides about the failures of a component: first its own policy, then the subgraphs around it, and in the end the
 * graph, which stops.
 *
 * @param own its own policy; empty: what is around it decides at once
 * @param around the subgraphs around it that have a policy, the innermost first
 */
public record PlannedSupervision(Optional<FailureHandling> own, List<PlannedSupervisor> around) {
    /** Copies the list. */
    public PlannedSupervision {
        around = List.copyOf(around);
    }

    /** The same where the graph is a part of another, at {@code graphPath}, which has no say in its failures. */
    PlannedSupervision under(String graphPath) {
        return around.isEmpty()
                ? this
                : new PlannedSupervision(
                        own,
                        around.stream()
                                .map(one -> new PlannedSupervisor(
                                        graphPath + "/" + one.path(), one.handling(), one.group()))
                                .toList());
    }

    /** That of a component in no subgraph. */
    public static PlannedSupervision by(FailureHandling own) {
        return new PlannedSupervision(Optional.of(own), List.of());
    }
}
