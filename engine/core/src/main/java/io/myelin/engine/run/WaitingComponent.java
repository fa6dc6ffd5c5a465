package io.myelin.engine.run;

import io.myelin.engine.component.OutsideWork;
import io.myelin.engine.component.Timer;
import io.myelin.engine.plan.PlannedComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A component as one that waits for more than messages: for timers and tasks, for work outside, for the beat of slow
 * motion. Few do, so what it takes is made when first needed.
 */
abstract class WaitingComponent extends AttentiveComponent {
    /** What it began to expect last, which leads on to what it began to expect before. Written under the monitor. */
    private volatile @Nullable ExpectedWork expected;

    WaitingComponent(PlannedComponent plan, RunningGraph run) {
        super(plan, run);
    }

    /** What it expects from outside, for people. */
    final List<ExpectedWork> expected() {
        List<ExpectedWork> all = new ArrayList<>();
        for (ExpectedWork work = expected; work != null; work = work.before) {
            all.add(work);
        }
        return all;
    }

    final void execute(Runnable task) {
        run.enter();
        try {
            rareState().add(task);
            attend(TASKS);
        } finally {
            run.leave();
        }
    }

    // ---- For its own thread

    /**
     * Whether slow motion holds its next step back, until {@link #beat}; asked once a step. A component that is stopped
     * waits for nothing.
     */
    final boolean isHeldBack() {
        return attends(SLOW) && !attends(STOP) && rareState().pace().holdsBack(run.slowMotionNow(), nanoTime());
    }

    /** The beat that slow motion makes it wait for; {@link Strand#NEVER} where it waits for none. */
    final long beat() {
        RareState made = rareStateIfAny();
        return made == null ? Strand.NEVER : made.beat();
    }

    /** How many messages it may send on from what it holds before something else has its turn, {@code most} or one. */
    final int turn(int most) {
        return attends(SLOW) ? 1 : most;
    }

    /** Its timers, to look at and to take from. */
    final DueTimers timers() {
        RareState made = rareStateIfAny();
        return made == null ? DueTimers.NONE : made.timers();
    }

    final long nanoTime() {
        return run.scheduler().nanoTime();
    }

    final Timer schedule(Duration delay, Runnable task) {
        long wait = delay.isNegative() ? 0 : saturatedNanos(delay);
        return rareState().timersToSet().add(nanoTime() + wait, task);
    }

    private static long saturatedNanos(Duration delay) {
        // Half the range, so that adding it to a time of the clock can't run over.
        return delay.compareTo(Duration.ofNanos(Long.MAX_VALUE / 2)) > 0 ? Long.MAX_VALUE / 2 : delay.toNanos();
    }

    /** The next due timer or task, or null. */
    final @Nullable Runnable takeDue() {
        if (attends(TASKS)) {
            Runnable task = rareState().pollTask();
            if (task != null) {
                return task;
            }
            clear(TASKS);
            task = rareState().pollTask();
            if (task != null) {
                note(TASKS);
                return task;
            }
        }
        DueTimers timers = timers();
        return timers.isEmpty() ? null : timers.takeDue(nanoTime());
    }

    final OutsideWork expect(String what) {
        ExpectedWork work = new ExpectedWork(this, what);
        synchronized (this) {
            ExpectedWork last = expected;
            work.before = last;
            if (last != null) {
                last.after = work;
            }
            expected = work;
        }
        run.outsideWork(1);
        return work;
    }

    /** The end of something expected, which has none but the first; any thread. */
    final void expectedDone(ExpectedWork work) {
        run.enter();
        try {
            if (takeOut(work)) {
                run.outsideWork(-1);
                attend(TASKS);
            }
        } finally {
            run.leave();
        }
    }

    /** True where it was there. */
    private synchronized boolean takeOut(ExpectedWork work) {
        ExpectedWork before = work.before;
        ExpectedWork after = work.after;
        if (after == work) {
            return false;
        }
        if (before != null) {
            before.after = after;
        }
        if (after == null) {
            expected = before;
        } else {
            after.before = before;
        }
        work.after = work;
        return true;
    }

    final boolean expectsNothing() {
        RareState made = rareStateIfAny();
        return expected == null && (made == null || made.expectsNothing());
    }
}
