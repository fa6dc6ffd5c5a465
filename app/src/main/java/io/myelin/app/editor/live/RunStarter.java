package io.myelin.app.editor.live;

import io.myelin.engine.component.Console;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.Problem;
import io.myelin.engine.plan.PlanResult;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.GraphRun;
import java.util.Optional;

/** Makes graphs ready and starts them; the editor's way is {@link EngineRunStarter}. */
public interface RunStarter {
    /** Makes {@code graph} ready, or says all that is wrong with it. May read files; not for the window's thread. */
    PlanResult plan(Graph graph);

    /** Starts {@code plan}; returns at once. */
    GraphRun start(RunPlan plan, Console console);

    /** What to tell people when starting itself went wrong. */
    static Problem failedToStart(RuntimeException failed) {
        return new Problem(
                Problem.Severity.ERROR,
                "",
                0,
                0,
                "The run could not be started: "
                        + Optional.ofNullable(failed.getMessage())
                                .orElse(failed.getClass().getSimpleName()),
                Optional.empty());
    }
}
