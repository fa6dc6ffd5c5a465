package io.myelin.bench.myelin;

import io.myelin.bench.load.Load;
import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.GraphRuns;
import io.myelin.engine.run.RunOptions;
import io.myelin.engine.run.RunOutcome;
import java.time.Duration;
import java.util.List;

/** A graph that runs all the time and does one round after the other. */
public final class GraphLoad implements Load {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final RunPlan plan;
    private final GraphRun run;
    private final Starter starter;

    /** Starts {@code plan} and waits until it is ready for the first round. */
    public GraphLoad(RunPlan plan, Starter starter, int workers, boolean fused) {
        this.plan = plan;
        this.starter = starter;
        this.run = GraphRuns.start(plan, new RunOptions(workers, false, starter, GRACE).withFusion(fused));
        try {
            starter.awaitReady();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the graph was ready", stop);
        }
    }

    /** The run, for those who watch it. */
    public GraphRun graphRun() {
        return run;
    }

    /** Its links. */
    List<PlannedLink> links() {
        return plan.links();
    }

    @Override
    public void run() throws InterruptedException {
        starter.run();
    }

    @Override
    public void close() {
        run.stop();
        try {
            RunOutcome outcome = run.awaitEnd();
            if (!outcome.failures().isEmpty()) {
                throw new IllegalStateException("a component failed: " + outcome.failures());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
