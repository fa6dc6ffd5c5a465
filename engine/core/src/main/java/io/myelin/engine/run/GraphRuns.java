package io.myelin.engine.run;

import io.myelin.engine.plan.RunPlan;

/** Starts runs. */
public final class GraphRuns {
    private GraphRuns() {}

    /** Starts {@code plan} on the real scheduler. */
    public static GraphRun start(RunPlan plan, RunOptions options) {
        RunningGraph run = new RunningGraph(plan, options, new WorkerScheduler(options.workers()));
        run.start();
        return run;
    }
}
