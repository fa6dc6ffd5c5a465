package io.myelin.app.editor.live.run;

import io.myelin.engine.plan.PlanDifference;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.ChangeReport;

/** Is told how edits are applied to a run. */
public interface RunFollower {
    /** {@code session} is about to become the run of {@code plan}; told beside the window's thread. */
    void applying(RunSession session, RunPlan plan);

    /** {@code session} has become the run of its plan, which differs by {@code difference} from the one before. */
    void followed(RunSession session, PlanDifference difference);

    /** {@code session} runs the very graph that stands in the document, where that has changed and changed back. */
    void unchanged(RunSession session);

    /** All that had to be done in {@code session} for a change has been done. */
    void settled(RunSession session, ChangeReport report);
}
