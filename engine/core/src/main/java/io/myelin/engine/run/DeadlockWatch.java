package io.myelin.engine.run;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Sees that no part of a run stays locked up beside others that move. While anybody waits for room it looks twice a
 * second; what it finds stuck in two looks, unmoved in between, is so, and {@link StallPolicy} says what becomes of it.
 * Where nobody waits for room it does not exist but for one flag. A run that is quiet as a whole does not wait for it.
 */
final class DeadlockWatch {
    static final int MOST_GROWTH = 64;
    private static final long BETWEEN_LOOKS = 400_000_000;
    private static final VarHandle LOOKING;

    static {
        try {
            LOOKING = MethodHandles.lookup().findVarHandle(DeadlockWatch.class, "looking", boolean.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final RunningGraph run;
    private final List<RunNotice> notices = new CopyOnWriteArrayList<>();
    private final Set<String> told = new TreeSet<>();
    private Map<RunningComponent, Long> before = Map.of();
    private volatile boolean looking;

    DeadlockWatch(RunningGraph run) {
        this.run = run;
    }

    /** What people should know, in the order found. */
    List<RunNotice> notices() {
        return List.copyOf(notices);
    }

    /** Somebody has begun to wait for room; any thread. */
    void somebodyIsBlocked() {
        if (!looking && LOOKING.compareAndSet(this, false, true)) {
            lookLater();
        }
    }

    private void lookLater() {
        run.scheduler().meanwhile(BETWEEN_LOOKS, this::look);
    }

    private synchronized void look() {
        if (run.isStopping()) {
            return;
        }
        DeadlockSearch.Found found = DeadlockSearch.in(run.components(), run.wiring());
        if (!found.anyBlocked()) {
            before = Map.of();
            looking = false;
            VarHandle.fullFence();
            if (run.components().stream().anyMatch(one -> one.status() == ComponentStatus.BLOCKED)) {
                somebodyIsBlocked();
            }
            return;
        }
        Map<RunningComponent, Long> now = new IdentityHashMap<>();
        found.stuck().forEach(one -> now.put(one, moves(one)));
        found.circles().forEach(circle -> circle.members().forEach(one -> now.put(one, moves(one))));
        Map<RunningComponent, Long> last = before;
        before = now;
        List<DeadlockSearch.Circle> circles = found.circles().stream()
                .filter(circle ->
                        circle.members().stream().allMatch(one -> Objects.equals(now.get(one), last.get(one))))
                .toList();
        List<RunningComponent> stuck = found.stuck().stream()
                .filter(one -> Objects.equals(now.get(one), last.get(one)))
                .toList();
        if (!run.isPaused() && !stuck.isEmpty()) {
            seeTo(new DeadlockSearch.Found(true, stuck, circles));
        }
        lookLater();
    }

    /** How much it has taken and sent: what has not changed in between has not moved. */
    private static long moves(RunningComponent component) {
        long moves = 0;
        for (WiredInbox inbox : component.boxes().dataInboxes()) {
            moves += inbox.taken();
        }
        for (WiredOutbox outbox : component.boxes().dataOutboxes()) {
            moves += outbox.sent();
            for (Route route : outbox.routes()) {
                moves += route.delivered();
            }
        }
        return moves;
    }

    private void seeTo(DeadlockSearch.Found found) {
        if (run.options().stall() == StallPolicy.STOP) {
            run.stalled();
            return;
        }
        if (!resolve(found)) {
            found.circles().forEach(this::report);
            found.stuck().forEach(this::report);
        }
    }

    /** For a run at rest: gives the circles room where that may be; false where nothing has come of it. */
    synchronized boolean resolveAtRest() {
        return run.options().stall() == StallPolicy.RESOLVE
                && resolve(DeadlockSearch.in(run.components(), run.wiring()));
    }

    private boolean resolve(DeadlockSearch.Found found) {
        if (run.options().stall() != StallPolicy.RESOLVE) {
            return false;
        }
        boolean resolved = false;
        for (DeadlockSearch.Circle circle : found.circles()) {
            Optional<WiredInbox> smallest = circle.full().stream()
                    .filter(DeadlockWatch::mayGrow)
                    .min(Comparator.comparingInt(WiredInbox::capacity));
            smallest.ifPresent(this::grow);
            resolved |= smallest.isPresent();
        }
        return resolved;
    }

    private static boolean mayGrow(WiredInbox inbox) {
        return inbox.owner() instanceof RunningComponent owner
                && inbox.capacity() > 0
                && (long) inbox.capacity() * 2 <= given(owner, inbox) * MOST_GROWTH;
    }

    private static long given(RunningComponent owner, WiredInbox inbox) {
        return owner.plan.limit(inbox.name()).effectiveCapacity();
    }

    private void grow(WiredInbox inbox) {
        int larger = inbox.capacity() * 2;
        if (told.add("grown " + inbox)) {
            notices.add(new RunNotice(
                    inbox.owner().path(),
                    "The inbox " + inbox + " closes a loop in which everybody waited for room. It may now hold "
                            + larger + " messages, and more if need be, up to " + MOST_GROWTH
                            + " times its capacity."));
        }
        run.scheduler().enlist();
        try {
            run.wiring().limit(inbox, larger);
        } finally {
            run.scheduler().retire();
        }
    }

    private void report(DeadlockSearch.Circle circle) {
        String sentence = circle.described().sentence();
        if (told.add(sentence)) {
            notices.add(new RunNotice(circle.members().getFirst().path(), sentence));
        }
    }

    private void report(RunningComponent stuck) {
        new WaitReader(run.wiring(), false).read(stuck).ifPresent(waits -> {
            if (told.add("stuck " + stuck.path())) {
                notices.add(new RunNotice(stuck.path(), waits.sentence() + " Nothing in the graph can ever make it."));
            }
        });
    }

    /** Who waits for what just now. */
    WaitReport explain() {
        WaitReader reader = new WaitReader(run.wiring(), run.isPaused());
        List<ComponentWaits> waiting = new ArrayList<>();
        for (RunningComponent component : run.components()) {
            reader.read(component).ifPresent(waiting::add);
        }
        return new WaitReport(
                waiting,
                DeadlockSearch.in(run.components(), run.wiring()).circles().stream()
                        .map(DeadlockSearch.Circle::described)
                        .toList());
    }
}
