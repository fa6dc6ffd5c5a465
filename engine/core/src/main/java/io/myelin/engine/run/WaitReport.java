package io.myelin.engine.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who waits for what in a run at one moment. Read while it runs, so a component that moved meanwhile may be seen as it
 * was just before.
 *
 * @param components those that wait, in the order of the graph
 * @param deadlocks the closed circles among them: nobody in one can move unless another in it does
 */
public record WaitReport(List<ComponentWaits> components, List<Deadlock> deadlocks) {
    /** Copies the lists. */
    public WaitReport {
        components = List.copyOf(components);
        deadlocks = List.copyOf(deadlocks);
    }

    /**
     * A closed circle.
     *
     * @param members paths; each waits for the next, and the last for the first
     * @param full those inboxes in it, as {@code component.inbox}, that are full and held the circle up; not empty
     */
    public record Deadlock(List<String> members, List<String> full) {
        /** Copies the lists. */
        public Deadlock {
            members = List.copyOf(members);
            full = List.copyOf(full);
        }

        /** A sentence for people. */
        public String sentence() {
            String circle = members.size() == 1
                    ? "'" + members.getFirst() + "' waits for itself"
                    : "'" + String.join("' waits for '", members) + "', which waits for '" + members.getFirst() + "'";
            return circle + ": none of them can move, since " + String.join(" and ", full)
                    + (full.size() == 1 ? " is full." : " are full.");
        }
    }

    /** What {@code path} waits for; empty where it does not wait. */
    public Optional<ComponentWaits> of(String path) {
        return components.stream().filter(one -> one.path().equals(path)).findFirst();
    }

    /** All in sentences for people: first the circles, then each component. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        deadlocks.forEach(deadlock -> sentences.add(deadlock.sentence()));
        components.forEach(component -> sentences.add(component.sentence()));
        return sentences;
    }

    /**
     * Why the component at {@code path} does not move: it, the one that it waits for, and so on, down to one that works,
     * waits for the outside or for nobody, or to a circle. Empty where it does not wait.
     */
    public List<ComponentWaits> why(String path) {
        Map<String, ComponentWaits> waiting = new LinkedHashMap<>();
        components.forEach(one -> waiting.put(one.path(), one));
        List<ComponentWaits> chain = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        ComponentWaits at = waiting.get(path);
        while (at != null && seen.add(at.path())) {
            chain.add(at);
            at = next(at).map(waiting::get).orElse(null);
        }
        return chain;
    }

    /** The first that it waits for; empty where that is the outside or nobody. */
    private static Optional<String> next(ComponentWaits component) {
        return component.waits().stream()
                .<Optional<String>>map(wait -> switch (wait) {
                    case Wait.ForRoom room -> Optional.of(room.component());
                    case Wait.ForMessage message -> {
                        String outbox = message.from().getFirst();
                        yield Optional.of(outbox.substring(0, outbox.lastIndexOf('.')));
                    }
                    default -> Optional.empty();
                })
                .flatMap(Optional::stream)
                .findFirst();
    }
}
