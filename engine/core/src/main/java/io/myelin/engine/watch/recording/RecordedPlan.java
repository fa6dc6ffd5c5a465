package io.myelin.engine.watch.recording;

import io.myelin.engine.component.Execution;
import io.myelin.engine.plan.PlannedComponent;
import io.myelin.engine.plan.RunPlan;

/** What is different about a plan while it is recorded and replayed. */
final class RecordedPlan {
    private RecordedPlan() {}

    /** {@code plan}, with what would run in processes of its own run in this one: what goes on elsewhere can't be noted. */
    static RunPlan of(RunPlan plan) {
        return new RunPlan(
                plan.title(),
                plan.folder(),
                plan.components().stream().map(RecordedPlan::here).toList(),
                plan.links(),
                plan.secrets());
    }

    private static PlannedComponent here(PlannedComponent one) {
        return one.execution() != Execution.PROCESS
                ? one
                : new PlannedComponent(
                        one.path(),
                        one.title(),
                        one.type(),
                        one.settings(),
                        Execution.TASKLET,
                        one.state(),
                        one.supervision(),
                        one.inboxes(),
                        one.outboxes(),
                        one.limits());
    }
}
