package io.myelin.engine.run;

import io.myelin.engine.plan.RunPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A run on the deterministic scheduler: the same plan, order and outside give the same run. Nothing happens but while
 * one of its methods (or {@code awaitEnd} of its run) is called, and then on the caller's thread; time is virtual and
 * moves on when nothing else can. One thread at a time drives it.
 */
public final class DeterministicRun {
    private final DeterministicScheduler scheduler;
    private final RunningGraph run;

    private DeterministicRun(RunPlan plan, RunOptions options, DeterministicScheduler scheduler, ComponentMaker maker) {
        this.scheduler = scheduler;
        this.run = new RunningGraph(plan, options, scheduler, maker);
    }

    /** Starts {@code plan}; whoever is woken first runs first. */
    public static DeterministicRun start(RunPlan plan, RunOptions options) {
        return started(plan, options, DeterministicScheduler.inOrder());
    }

    /** Starts {@code plan}; who of those woken runs next is drawn from {@code seed}. */
    public static DeterministicRun start(RunPlan plan, RunOptions options, long seed) {
        return started(plan, options, DeterministicScheduler.drawnFrom(seed));
    }

    private static DeterministicRun started(RunPlan plan, RunOptions options, DeterministicScheduler scheduler) {
        DeterministicRun started = new DeterministicRun(plan, options, scheduler, ComponentMaker.BY_TYPE);
        started.start();
        return started;
    }

    /**
     * Makes {@code plan} ready without starting it, for somebody who drives it step by step: who runs next is drawn from
     * {@code seed}, the time of day begins at {@code beginning}.
     *
     * @param absences who is told of components that take long outside; empty: they are waited for
     */
    public static DeterministicRun prepare(
            RunPlan plan,
            RunOptions options,
            long seed,
            Instant beginning,
            ComponentMaker maker,
            Optional<Turn.Absences> absences) {
        return new DeterministicRun(plan, options, DeterministicScheduler.drawnFrom(seed, beginning, absences), maker);
    }

    /** Starts every component: makes them ready. */
    public void start() {
        run.start();
    }

    /** The run. */
    public GraphRun run() {
        return run;
    }

    /** Runs one activation of one component; false where none is ready. */
    public boolean step() {
        return scheduler.step();
    }

    /**
     * Lets time pass until {@code nanos} while nothing runs: what becomes due meanwhile is made ready, and no more. No
     * effect where that has passed already, but that what is due is made ready.
     */
    public void moveTo(long nanos) {
        scheduler.moveTo(nanos);
    }

    /** When the next thing is due, in nanoseconds since the beginning; {@link Long#MAX_VALUE} where nothing is. */
    public long nextDue() {
        return scheduler.nextDue();
    }

    /** Whether nothing is ready, due or expected from outside, and nobody takes long there. */
    public boolean isQuiet() {
        return scheduler.isQuiet();
    }

    /** Tells the run that nothing runs: where it can't go on by itself, it sees to its end. */
    public void rest() {
        scheduler.rest();
    }

    /** The turn of the component at {@code path}. */
    public Turn turn(String path) {
        return run.component(path).strand() instanceof Turn turn ? turn : new KeptTurn();
    }

    /** The turn of a microprocess. */
    private static final class KeptTurn implements Turn {
        @Override
        public void goOutside() {
            // It has the driver's own thread, which can't be left.
        }

        @Override
        public void comeBack() {
            // As above.
        }

        @Override
        public void standAside() {
            throw new IllegalStateException("a microprocess keeps its turn");
        }

        @Override
        public void resume() {
            throw new IllegalStateException("a microprocess keeps its turn");
        }
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
