package io.myelin.app.editor.live.run;

import io.myelin.app.text.Texts;
import io.myelin.engine.component.Console;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.Problem;
import io.myelin.engine.plan.PlanResult;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.GraphRun;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes graphs ready and starts them; the editor's way is {@link EngineRunStarter}. Not for the window's thread. */
public interface RunStarter {
    /**
     * Makes {@code graph} ready with values for its parameters, or says all that is wrong with it; relative paths are
     * taken from {@code folder}, which is absolute. May read files.
     */
    PlanResult plan(Graph graph, Path folder, Map<String, String> parameters);

    /** Starts {@code plan}, giving the run to {@code watcher} before anything moves; returns when it has begun. */
    GraphRun start(RunPlan plan, Console console, Consumer<? super GraphRun> watcher);

    /** What to tell people when starting itself went wrong. */
    static Problem failedToStart(RuntimeException failed) {
        return new Problem(
                Problem.Severity.ERROR,
                "",
                0,
                0,
                Texts.of(RunStarter.class)
                        .get(
                                "start.failed",
                                Optional.ofNullable(failed.getMessage())
                                        .orElse(failed.getClass().getSimpleName())),
                Optional.empty());
    }
}
