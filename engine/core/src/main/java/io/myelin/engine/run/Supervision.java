package io.myelin.engine.run;

import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.message.Status;
import io.myelin.engine.plan.FailureHandling;
import io.myelin.engine.plan.PlannedSupervisor;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Decides what failures do, and has groups restarted. A failure goes to the component's own policy first, then to the
 * subgraphs around it, the innermost first, until one takes it; what none takes stops the graph. Where restarts become
 * too many, or there is no message to skip, a policy does not take it.
 *
 * <p>Nothing here exists for a component until it fails. Safe for any thread: all under its own monitor, which only
 * failures and restarts of groups take.
 */
final class Supervision {
    private final RunningGraph run;
    private final Map<String, RestartHistory> histories = new HashMap<>();
    private final Map<RunningComponent, GroupRestart> restarting = new IdentityHashMap<>();
    private volatile boolean anyRestarting;

    Supervision(RunningGraph run) {
        this.run = run;
    }

    /**
     * What a failure does.
     *
     * @param policy the policy applied
     * @param backoffNanos for a restart the wait before it; {@link Strand#NEVER} where its group says when
     * @param remark what there is to say of how it came to that; may be empty
     * @param group the subgraph that it concerns, where it does not concern the component alone
     */
    record Decision(FailurePolicy policy, long backoffNanos, String remark, Optional<Group> group) {
        /** When to begin again where it is {@code now}; {@link Strand#NEVER} where its group says when. */
        long restartAt(long now) {
            return backoffNanos == Strand.NEVER ? Strand.NEVER : now + backoffNanos;
        }
    }

    /**
     * Part of a subgraph.
     *
     * @param supervisor the subgraph
     * @param unit the path of what failed in its eyes: a component, or a subgraph inside with a policy of its own
     * @param backoffNanos the wait before a restart
     */
    record Group(PlannedSupervisor supervisor, String unit, long backoffNanos) {
        boolean isInUnit(String path) {
            return path.equals(unit) || (path.startsWith(unit) && path.charAt(unit.length()) == '/');
        }
    }

    /** Decides about a failure of {@code failed} at {@code now}; {@code item} says whether a message can be skipped. */
    synchronized Decision decide(RunningComponent failed, long now, boolean item) {
        StringBuilder remark = new StringBuilder();
        String unit = failed.path();
        Optional<FailureHandling> own = failed.plan.supervision().own();
        if (own.isPresent()) {
            Optional<Decision> decision = decide(own.get(), unit, item, now, remark);
            if (decision.isPresent()) {
                return decision.get();
            }
        }
        for (PlannedSupervisor supervisor : failed.plan.supervision().around()) {
            if (isGoingDownWith(failed, supervisor)) {
                return new Decision(FailurePolicy.RESTART, Strand.NEVER, remark.toString(), Optional.empty());
            }
            Optional<Decision> decision = decide(supervisor.handling(), supervisor.path(), item, now, remark);
            if (decision.isPresent()) {
                return inGroup(decision.get(), supervisor, unit, failed);
            }
            unit = supervisor.path();
        }
        return new Decision(FailurePolicy.STOP_GRAPH, 0, remark.toString(), Optional.empty());
    }

    /** What the policy of the component or subgraph at {@code path} makes of it; empty where it does not take it. */
    private Optional<Decision> decide(
            FailureHandling handling, String path, boolean item, long now, StringBuilder remark) {
        return switch (handling.policy()) {
            case STOP_GRAPH, STOP -> decided(handling.policy(), 0, remark);
            case SKIP -> item ? decided(FailurePolicy.SKIP, 0, remark) : Optional.empty();
            case RESTART -> {
                OptionalLong wait =
                        histories.computeIfAbsent(path, RestartHistory::new).next(handling, now);
                if (wait.isEmpty()) {
                    remark.append(remark.isEmpty() ? "" : " ").append(tooMany(path, handling));
                    yield Optional.empty();
                }
                yield decided(FailurePolicy.RESTART, wait.getAsLong(), remark);
            }
        };
    }

    private static Optional<Decision> decided(FailurePolicy policy, long wait, StringBuilder remark) {
        return Optional.of(new Decision(policy, wait, remark.toString(), Optional.empty()));
    }

    private static String tooMany(String path, FailureHandling handling) {
        return handling.retries() == 0
                ? "'" + path + "' may not be restarted."
                : "'" + path + "' was restarted " + handling.retries() + " times within "
                        + handling.within().toSeconds() + " s, which is as often as it may be.";
    }

    private Decision inGroup(Decision decision, PlannedSupervisor supervisor, String unit, RunningComponent failed) {
        String path = "'" + supervisor.path() + "'";
        Group group = new Group(supervisor, unit, decision.backoffNanos());
        return switch (decision.policy()) {
            case STOP ->
                new Decision(FailurePolicy.STOP, 0, with(decision.remark(), path + " is stopped."), Optional.of(group));
            case RESTART ->
                switch (supervisor.group()) {
                    case ONE -> one(decision, group, failed);
                    case REST ->
                        restart(
                                with(
                                        decision.remark(),
                                        "'" + unit + "' and what is behind it in " + path + " are restarted."),
                                group);
                    case ALL -> restart(with(decision.remark(), path + " is restarted."), group);
                };
            case SKIP, STOP_GRAPH -> decision;
        };
    }

    private Decision one(Decision decision, Group group, RunningComponent failed) {
        if (!group.unit().equals(failed.path())) {
            return restart(with(decision.remark(), "'" + group.unit() + "' is restarted."), group);
        }
        histories.remove(failed.path());
        return decision;
    }

    private static Decision restart(String remark, Group group) {
        return new Decision(FailurePolicy.RESTART, Strand.NEVER, remark, Optional.of(group));
    }

    private static String with(String remark, String more) {
        return remark.isEmpty() ? more : remark + " " + more;
    }

    private boolean isGoingDownWith(RunningComponent failed, PlannedSupervisor supervisor) {
        GroupRestart group = restarting.get(failed);
        return group != null && group.isGoingDown() && group.isOf(supervisor);
    }

    /** The policy that would be applied to {@code failed} first, without counting anything. */
    static FailurePolicy firstPolicy(RunningComponent failed) {
        return failed.plan
                .supervision()
                .own()
                .or(() -> failed.plan.supervision().around().stream()
                        .map(PlannedSupervisor::handling)
                        .findFirst())
                .map(FailureHandling::policy)
                .orElse(FailurePolicy.STOP_GRAPH);
    }

    // ---- What concerns more than one

    /** Sees to the others that a decision about {@code failed} concerns, once it has done its own part. */
    void followUp(Decision decision, RunningComponent failed) {
        if (decision.group().isEmpty()) {
            return;
        }
        Group group = decision.group().get();
        if (decision.policy() == FailurePolicy.STOP) {
            stop(group.supervisor(), failed);
        } else if (decision.policy() == FailurePolicy.RESTART) {
            restart(group);
        }
    }

    /** Stops a subgraph, the last of it first, and nothing else. */
    private void stop(PlannedSupervisor supervisor, RunningComponent failed) {
        Object stop = Status.stop("'" + failed.path() + "' failed");
        for (RunningComponent member : members(supervisor).reversed()) {
            if (!member.equals(failed) && !member.hasEnded()) {
                member.requestStop(stop);
            }
        }
    }

    private List<RunningComponent> members(PlannedSupervisor supervisor) {
        return run.components().stream()
                .filter(component -> component.plan.supervision().around().contains(supervisor))
                .toList();
    }

    private synchronized void restart(Group group) {
        List<RunningComponent> all = members(group.supervisor());
        List<RunningComponent> members = switch (group.supervisor().group()) {
            case ONE -> all.stream().filter(one -> group.isInUnit(one.path())).toList();
            case REST ->
                all.stream().dropWhile(one -> !group.isInUnit(one.path())).toList();
            case ALL -> all;
        };
        GroupRestart restart = new GroupRestart(this, group.supervisor(), members, group.backoffNanos());
        Map<RunningComponent, GroupRestart> before = new IdentityHashMap<>();
        for (RunningComponent member : members) {
            // It begins anew, and so does the count of what it may fail.
            histories.remove(member.path());
            GroupRestart interrupted = restarting.put(member, restart);
            if (interrupted != null) {
                before.put(member, interrupted);
            }
        }
        members.stream()
                .flatMap(member -> member.plan.supervision().around().stream())
                .map(PlannedSupervisor::path)
                .filter(path -> path.startsWith(group.supervisor().path() + "/"))
                .forEach(histories::remove);
        anyRestarting = !restarting.isEmpty();
        before.forEach((member, interrupted) -> interrupted.goesOnWithout(member));
        restart.begin();
    }

    /** Whether {@code member} is still that restart's, and no later one's; under the monitor. */
    boolean isIn(GroupRestart restart, RunningComponent member) {
        return restarting.get(member) == restart;
    }

    /** {@code member} has let go of its instance; by its own thread. */
    synchronized void isDown(RunningComponent member) {
        GroupRestart restart = restarting.get(member);
        if (restart != null) {
            restart.isDown(member);
        }
    }

    /** {@code member} has its next instance; by its own thread. */
    void hasBegun(RunningComponent member) {
        if (anyRestarting) {
            synchronized (this) {
                GroupRestart restart = restarting.get(member);
                // Else it began before it heard that it is to go down, and will.
                if (restart != null && !restart.isGoingDown()) {
                    leave(member);
                }
            }
        }
    }

    /** {@code member} comes to its own end, or has come to it: it is not restarted; any thread. */
    void hasEnded(RunningComponent member) {
        if (anyRestarting) {
            synchronized (this) {
                leave(member);
            }
        }
    }

    private void leave(RunningComponent member) {
        GroupRestart restart = restarting.remove(member);
        anyRestarting = !restarting.isEmpty();
        if (restart != null) {
            restart.goesOnWithout(member);
        }
    }

    /** When {@code member} is to begin again, in the scheduler's time; {@link Strand#NEVER} where nobody says. */
    synchronized long beginAt(RunningComponent member) {
        GroupRestart restart = restarting.get(member);
        return restart == null ? Strand.NEVER : restart.beginAt();
    }

    long nanoTime() {
        return run.scheduler().nanoTime();
    }

    /** Sees whether {@code restart} gets on, as long as it goes down. */
    void watch(GroupRestart restart) {
        long grace = run.options().stopGrace().toNanos();
        run.scheduler().meanwhile(grace / 4, () -> {
            if (isStuck(restart, grace) && !run.isStopping()) {
                watch(restart);
            }
        });
    }

    /** Hurries the one that {@code restart} waits for; false where there is nothing to wait for any more. */
    private boolean isStuck(GroupRestart restart, long grace) {
        @Nullable RunningComponent awaited;
        long since;
        synchronized (this) {
            awaited = restart.awaited();
            since = nanoTime() - restart.awaitedSince();
        }
        if (awaited == null) {
            return false;
        }
        if (run.isPaused() || since < grace / 8) {
            return true;
        }
        if (since < grace) {
            awaited.interruptIfRunning();
            return true;
        }
        awaited.wasNotRestarted(run.options().stopGrace());
        return false;
    }
}
