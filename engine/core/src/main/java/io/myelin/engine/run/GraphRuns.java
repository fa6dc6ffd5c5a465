package io.myelin.engine.run;

import io.myelin.engine.plan.RunPlan;
import java.util.function.Consumer;

/** Starts runs. */
public final class GraphRuns {
    private GraphRuns() {}

    /** Starts {@code plan} on the real scheduler. */
    public static GraphRun start(RunPlan plan, RunOptions options) {
        return start(plan, options, _ -> {});
    }

    /**
     * Starts {@code plan} on the real scheduler, and before anything moves gives the run to {@code watcher}: the taps
     * that it opens miss no message.
     */
    public static GraphRun start(RunPlan plan, RunOptions options, Consumer<? super GraphRun> watcher) {
        RunningGraph run = new RunningGraph(plan, options, new WorkerScheduler(options.workers()));
        watcher.accept(run);
        run.start();
        return run;
    }
}
