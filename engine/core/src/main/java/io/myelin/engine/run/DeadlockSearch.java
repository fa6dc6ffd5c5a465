package io.myelin.engine.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds those of a run that can never move again because an inbox is full. A blocked component can go on only when the
 * owner of the full inbox does; one that waits for messages, when one of those who feed it does. Whoever can reach
 * nobody that is able to move by itself is stuck. Where a circle of them holds a full inbox, more room there would set
 * it going: T. M. Parks, "Bounded Scheduling of Process Networks" (1995), and the correction of M. Geilen and T. Basten,
 * "Requirements on the Execution of Kahn Process Networks" (2003).
 *
 * <p>Only the blocked and whoever they wait for are looked at, so it costs nothing where nobody is blocked.
 */
final class DeadlockSearch {
    /** Circles looked for at most in one search: the rest is found by the next one. */
    private static final int MOST_STARTS = 256;

    private final Wiring wiring;
    private final Map<RunningComponent, Situation> seen = new LinkedHashMap<>();

    /** What one component waits for: the full inbox or null, and who could set it going. */
    private record Situation(@Nullable WiredInbox full, List<RunningComponent> movers, boolean movesByItself) {}

    /**
     * A closed circle.
     *
     * @param members each waits for the next, the last for the first
     * @param full the full inboxes in it; not empty
     */
    record Circle(List<RunningComponent> members, List<WiredInbox> full) {
        WaitReport.Deadlock described() {
            return new WaitReport.Deadlock(
                    members.stream().map(RunningComponent::path).toList(),
                    full.stream().map(WiredInbox::toString).toList());
        }
    }

    /**
     * What was found.
     *
     * @param anyBlocked whether anybody waits for room at all
     * @param stuck those who wait for room and can never move again
     * @param circles circles among them, none with a member of another
     */
    record Found(boolean anyBlocked, List<RunningComponent> stuck, List<Circle> circles) {}

    private DeadlockSearch(Wiring wiring) {
        this.wiring = wiring;
    }

    /** Looks at {@code components} from any thread; exact for a run at rest. */
    static Found in(Collection<RunningComponent> components, Wiring wiring) {
        List<RunningComponent> blocked = new ArrayList<>();
        for (RunningComponent component : components) {
            if (component.status() == ComponentStatus.BLOCKED && !component.hasEnded()) {
                blocked.add(component);
            }
        }
        return blocked.isEmpty() ? new Found(false, List.of(), List.of()) : new DeadlockSearch(wiring).from(blocked);
    }

    private Found from(List<RunningComponent> blocked) {
        explore(blocked);
        Set<RunningComponent> live = live();
        List<RunningComponent> stuck = blocked.stream()
                .filter(one -> !live.contains(one) && situation(one).full() != null)
                .toList();
        List<Circle> circles = new ArrayList<>();
        Set<RunningComponent> taken = identitySet();
        for (RunningComponent one : stuck.subList(0, Math.min(MOST_STARTS, stuck.size()))) {
            if (!taken.contains(one)) {
                List<RunningComponent> members = circleThrough(one);
                if (!members.isEmpty() && members.stream().noneMatch(taken::contains)) {
                    taken.addAll(members);
                    circles.add(new Circle(members, fullIn(members)));
                }
            }
        }
        return new Found(true, stuck, circles);
    }

    private void explore(List<RunningComponent> blocked) {
        Deque<RunningComponent> open = new ArrayDeque<>(blocked);
        while (!open.isEmpty()) {
            RunningComponent one = open.remove();
            if (!seen.containsKey(one)) {
                Situation situation = look(one);
                seen.put(one, situation);
                open.addAll(situation.movers());
            }
        }
    }

    private Situation look(RunningComponent component) {
        if (component.held.heldAt() != null) {
            // Whoever holds it may let it go on at any time.
            return new Situation(null, List.of(), true);
        }
        WiredInbox full = WaitReader.blockedOn(component);
        if (full != null && full.owner() instanceof RunningComponent owner) {
            return new Situation(full, List.of(owner), owner.hasEnded());
        }
        boolean waits = component.status() == ComponentStatus.WAITING
                && !component.hasEnded()
                && component.isUndisturbed()
                && component.expectsNothing()
                && component.timers().isEmpty();
        List<WiredInbox> awaited = component.awaitedInboxes();
        if (!waits || awaited.stream().anyMatch(inbox -> inbox.size() > 0)) {
            return new Situation(null, List.of(), true);
        }
        Set<RunningComponent> movers = identitySet();
        awaited.forEach(inbox -> addSenders(inbox, movers));
        component.boxes().madeInboxes().stream()
                .filter(WiredInbox::isOutOfBand)
                .forEach(control -> addSenders(control, movers));
        return new Situation(null, List.copyOf(movers), false);
    }

    private void addSenders(WiredInbox inbox, Set<RunningComponent> to) {
        for (WiredOutbox sender : wiring.sendersTo(inbox)) {
            if (sender.owner() instanceof RunningComponent owner) {
                to.add(owner);
            }
        }
    }

    private Situation situation(RunningComponent one) {
        return seen.getOrDefault(one, new Situation(null, List.of(), true));
    }

    /** Those who can move, or wait for one who can. */
    private Set<RunningComponent> live() {
        Map<RunningComponent, List<RunningComponent>> waitersFor = new IdentityHashMap<>();
        Set<RunningComponent> live = identitySet();
        Deque<RunningComponent> open = new ArrayDeque<>();
        seen.forEach((one, situation) -> {
            situation
                    .movers()
                    .forEach(mover -> waitersFor
                            .computeIfAbsent(mover, _ -> new ArrayList<>())
                            .add(one));
            if (situation.movesByItself() && live.add(one)) {
                open.add(one);
            }
        });
        while (!open.isEmpty()) {
            for (RunningComponent waiter : waitersFor.getOrDefault(open.remove(), List.of())) {
                if (live.add(waiter)) {
                    open.add(waiter);
                }
            }
        }
        return live;
    }

    /** The shortest circle from {@code first} back to it; empty where there is none. */
    private List<RunningComponent> circleThrough(RunningComponent first) {
        Map<RunningComponent, RunningComponent> before = new IdentityHashMap<>();
        Deque<RunningComponent> open = new ArrayDeque<>();
        open.add(first);
        while (!open.isEmpty()) {
            RunningComponent one = open.remove();
            for (RunningComponent mover : situation(one).movers()) {
                if (mover.equals(first)) {
                    return path(first, one, before);
                }
                if (before.putIfAbsent(mover, one) == null) {
                    open.add(mover);
                }
            }
        }
        return List.of();
    }

    private static List<RunningComponent> path(
            RunningComponent first, RunningComponent last, Map<RunningComponent, RunningComponent> before) {
        List<RunningComponent> path = new ArrayList<>();
        RunningComponent at = last;
        while (at != null && !at.equals(first)) {
            path.addFirst(at);
            at = before.get(at);
        }
        path.addFirst(first);
        return path;
    }

    private List<WiredInbox> fullIn(List<RunningComponent> members) {
        List<WiredInbox> full = new ArrayList<>();
        for (RunningComponent member : members) {
            WiredInbox inbox = situation(member).full();
            if (inbox != null) {
                full.add(inbox);
            }
        }
        return full;
    }

    private static Set<RunningComponent> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
