package io.myelin.engine.run;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds where the end of stream has to enter a ring. Its members wait for each other, so none of them ends by itself;
 * but once those who fed it have finished and nothing is under way in a run at rest, nothing can ever come again.
 */
final class DrainedRing {
    private final Wiring wiring;
    private final Map<BoxOwner, Set<BoxOwner>> feeders = new IdentityHashMap<>();

    private DrainedRing(Wiring wiring) {
        this.wiring = wiring;
    }

    /**
     * The first component of a ring that has been fed from outside, is drained, and waits for nobody but itself; empty
     * where there is none, or where a message waits anywhere: then it is stuck rather than done. For a run at rest.
     */
    static Optional<RunningComponent> in(Collection<RunningComponent> components, Wiring wiring) {
        boolean drained = components.stream()
                .filter(component -> !component.hasEnded())
                .allMatch(component -> !component.isHolding()
                        && component.boxes().dataInboxes().stream().allMatch(inbox -> inbox.size() == 0));
        DrainedRing rings = new DrainedRing(wiring);
        return drained
                ? components.stream()
                        .filter(component -> !component.hasEnded() && rings.isEntry(component))
                        .findFirst()
                : Optional.empty();
    }

    private boolean isEntry(RunningComponent component) {
        Set<BoxOwner> members = feedersOf(component);
        return members.contains(component)
                && members.stream().allMatch(member -> feedersOf(member).contains(component))
                && members.stream().anyMatch(this::wasFedFromOutside);
    }

    private boolean wasFedFromOutside(BoxOwner member) {
        return member instanceof RunningComponent component
                && component.boxes().dataInboxes().stream().anyMatch(wiring::hasFinishedSender);
    }

    /** All who may still send to {@code owner}, themselves or by way of others. */
    private Set<BoxOwner> feedersOf(BoxOwner owner) {
        Set<BoxOwner> known = feeders.get(owner);
        if (known != null) {
            return known;
        }
        Set<BoxOwner> found = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<BoxOwner> open = new ArrayDeque<>();
        open.add(owner);
        while (!open.isEmpty()) {
            if (open.remove() instanceof RunningComponent component) {
                for (WiredInbox inbox : component.boxes().dataInboxes()) {
                    for (WiredOutbox sender : wiring.sendersTo(inbox)) {
                        if (found.add(sender.owner())) {
                            open.add(sender.owner());
                        }
                    }
                }
            }
        }
        feeders.put(owner, found);
        return found;
    }
}
