package io.myelin.engine.run;

import io.myelin.engine.plan.PlannedSupervisor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One restart of several components: they let go of their instances one after the other, the last first; when all have,
 * and the wait is over, they begin again one after the other, the first first. One that has ended by itself, or does
 * meanwhile, is left out. All under the monitor of the run's {@link Supervision}.
 */
final class GroupRestart {
    private final Supervision supervision;
    private final PlannedSupervisor supervisor;
    private final List<RunningComponent> members;
    private final long backoff;
    private int at;
    private boolean goingDown = true;
    private long since;
    private long beginAt = Strand.NEVER;

    GroupRestart(Supervision supervision, PlannedSupervisor supervisor, List<RunningComponent> members, long backoff) {
        this.supervision = supervision;
        this.supervisor = supervisor;
        this.members = members;
        this.backoff = backoff;
    }

    void begin() {
        at = members.size();
        takeDownNext();
        if (goingDown) {
            supervision.watch(this);
        }
    }

    private void takeDownNext() {
        while (--at >= 0) {
            RunningComponent member = members.get(at);
            if (supervision.isIn(this, member) && !member.hasEnded()) {
                since = supervision.nanoTime();
                member.takeDown();
                return;
            }
        }
        goingDown = false;
        beginAt = supervision.nanoTime() + backoff;
        startNext();
    }

    private void startNext() {
        while (++at < members.size()) {
            RunningComponent member = members.get(at);
            if (supervision.isIn(this, member) && !member.hasEnded()) {
                member.beginAgain();
                return;
            }
        }
    }

    void isDown(RunningComponent member) {
        if (goingDown && isAt(member)) {
            takeDownNext();
        }
    }

    /** {@code member} has begun, has ended, or is another restart's now. */
    void goesOnWithout(RunningComponent member) {
        if (isAt(member)) {
            if (goingDown) {
                takeDownNext();
            } else {
                startNext();
            }
        }
    }

    private boolean isAt(RunningComponent member) {
        return at >= 0 && at < members.size() && members.get(at).equals(member);
    }

    boolean isGoingDown() {
        return goingDown;
    }

    boolean isOf(PlannedSupervisor one) {
        return supervisor.equals(one);
    }

    long beginAt() {
        return beginAt;
    }

    /** The one that has been told to let go and has not yet. */
    @Nullable
    RunningComponent awaited() {
        return goingDown && at >= 0 ? members.get(at) : null;
    }

    long awaitedSince() {
        return since;
    }
}
