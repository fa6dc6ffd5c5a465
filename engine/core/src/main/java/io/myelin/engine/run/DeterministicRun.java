package io.myelin.engine.run;

import io.myelin.engine.plan.RunPlan;
import java.time.Duration;

/**
 * A run on the deterministic scheduler: the same plan, order and outside give the same run. Nothing happens but while
 * one of its methods (or {@code awaitEnd} of its run) is called, and then on the caller's thread; time is virtual and
 * moves on when nothing else can. One thread at a time drives it.
 */
public final class DeterministicRun {
    private final DeterministicScheduler scheduler;
    private final RunningGraph run;

    private DeterministicRun(RunPlan plan, RunOptions options, DeterministicScheduler scheduler) {
        this.scheduler = scheduler;
        this.run = new RunningGraph(plan, options, scheduler);
        run.start();
    }

    /** Starts {@code plan}; whoever is woken first runs first. */
    public static DeterministicRun start(RunPlan plan, RunOptions options) {
        return new DeterministicRun(plan, options, DeterministicScheduler.inOrder());
    }

    /** Starts {@code plan}; who of those woken runs next is drawn from {@code seed}. */
    public static DeterministicRun start(RunPlan plan, RunOptions options, long seed) {
        return new DeterministicRun(plan, options, DeterministicScheduler.drawnFrom(seed));
    }

    /** The run. */
    public GraphRun run() {
        return run;
    }

    /** Runs one activation of one component; false where none is ready. */
    public boolean step() {
        return scheduler.step();
    }

    /** Runs until nothing is ready any more; time stands still meanwhile. */
    public void settle() {
        scheduler.pass(scheduler.nanoTime());
    }

    /** Lets {@code time} pass, and runs what becomes ready meanwhile. */
    public void advance(Duration time) {
        scheduler.pass(scheduler.nanoTime() + time.toNanos());
    }

    /** Nanoseconds of virtual time since the beginning. */
    public long nanoTime() {
        return scheduler.nanoTime();
    }

    /** Runs to the end, waiting in real time only for what comes from outside. */
    public RunOutcome runToEnd() throws InterruptedException {
        return run.awaitEnd();
    }
}
