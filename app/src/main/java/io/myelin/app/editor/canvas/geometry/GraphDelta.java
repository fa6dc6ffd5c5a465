package io.myelin.app.editor.canvas.geometry;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphLink;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two graphs, of which one came from the other by edits: they share all parts that no edit touched,
 * so that finding the few others costs no more than walking along both once.
 *
 * @param components by id
 * @param places of components, by id
 * @param links those that differ
 * @param boxed the components for whose boxes the graph's own boxes stand in either graph, where those differ
 */
record GraphDelta(Named components, Named places, Links links, Set<String> boxed) {
    /** What to do to {@code before} to get {@code after}. */
    static GraphDelta between(Graph before, Graph after) {
        Set<String> boxed = new LinkedHashSet<>();
        if (!before.inboxes().equals(after.inboxes()) || !before.outboxes().equals(after.outboxes())) {
            for (Graph graph : List.of(before, after)) {
                graph.inboxes().values().forEach(box -> boxed.add(box.component()));
                graph.outboxes().values().forEach(box -> boxed.add(box.component()));
            }
        }
        return new GraphDelta(
                Named.between(before.components(), after.components()),
                Named.between(before.layout().components(), after.layout().components()),
                Links.between(before.links(), after.links()),
                boxed);
    }

    /** About how many parts differ. */
    int size() {
        return components.size() + places.size() + links.gone.size() + links.come.size();
    }

    /**
     * What differs between two maps with an order.
     *
     * @param gone the names that are only in the former
     * @param changed the names that are new, or have another value, in the order of the latter
     * @param appended whether all that stayed did so in its order, and what is new comes after it
     */
    record Named(Set<String> gone, Set<String> changed, boolean appended) {
        private static final Named NONE = new Named(Set.of(), Set.of(), true);

        @SuppressWarnings("ReferenceEquality") // A map that no edit touched is the very same.
        static <V> Named between(Map<String, V> before, Map<String, V> after) {
            if (before == after) {
                return NONE;
            }
            Set<String> gone = new LinkedHashSet<>();
            Set<String> changed = new LinkedHashSet<>();
            boolean appended = true;
            // Names and values by themselves: entries would have to be wrapped, each of all.
            Iterator<String> names = before.keySet().iterator();
            Iterator<V> values = before.values().iterator();
            @Nullable String known = next(names);
            Iterator<V> valuesAfter = after.values().iterator();
            for (String name : after.keySet()) {
                while (known != null && !known.equals(name) && !after.containsKey(known)) {
                    gone.add(known);
                    values.next();
                    known = next(names);
                }
                V value;
                if (known != null && known.equals(name)) {
                    value = values.next();
                    known = next(names);
                } else {
                    value = before.get(name);
                    appended &= value == null && known == null;
                }
                if (!Objects.equals(value, valuesAfter.next())) {
                    changed.add(name);
                }
            }
            for (; known != null; known = next(names)) {
                if (!after.containsKey(known)) {
                    gone.add(known);
                }
            }
            return new Named(gone, changed, appended);
        }

        private static <E> @Nullable E next(Iterator<E> rest) {
            return rest.hasNext() ? rest.next() : null;
        }

        int size() {
            return gone.size() + changed.size();
        }
    }

    /**
     * What differs between two lists of links. A link that says something else of the same two boxes is gone and come.
     *
     * @param gone links of the former list
     * @param come links of the latter, in its order
     */
    record Links(List<GraphLink> gone, List<GraphLink> come) {
        private static final Links NONE = new Links(List.of(), List.of());

        @SuppressWarnings("ReferenceEquality") // A list that no edit touched is the very same.
        static Links between(List<GraphLink> before, List<GraphLink> after) {
            if (before == after) {
                return NONE;
            }
            int shorter = Math.min(before.size(), after.size());
            int start = 0;
            while (start < shorter && isSame(before.get(start), after.get(start))) {
                start++;
            }
            int end = 0;
            while (end < shorter - start
                    && isSame(before.get(before.size() - 1 - end), after.get(after.size() - 1 - end))) {
                end++;
            }
            return betweenOthers(before.subList(start, before.size() - end), after.subList(start, after.size() - end));
        }

        @SuppressWarnings("ReferenceEquality") // Nearly all are the very same, and records that are equal cost more.
        private static boolean isSame(GraphLink one, GraphLink other) {
            return one == other || one.equals(other);
        }

        /** Links that stayed, but in another order, are gone and come with all between them. */
        private static Links betweenOthers(List<GraphLink> before, List<GraphLink> after) {
            if (before.isEmpty() || after.isEmpty()) {
                return new Links(List.copyOf(before), List.copyOf(after));
            }
            List<GraphLink> gone = without(before, identities(after));
            List<GraphLink> come = without(after, identities(before));
            Iterator<GraphLink> stayed = without(before, identities(gone)).iterator();
            boolean inOrder = without(after, identities(come)).stream()
                    .allMatch(link -> stayed.hasNext() && stayed.next().equals(link));
            return inOrder && !stayed.hasNext()
                    ? new Links(gone, come)
                    : new Links(List.copyOf(before), List.copyOf(after));
        }

        private static Set<GraphLink> identities(List<GraphLink> links) {
            Set<GraphLink> identities = Collections.newSetFromMap(new IdentityHashMap<>(links.size()));
            identities.addAll(links);
            return identities;
        }

        private static List<GraphLink> without(List<GraphLink> links, Set<GraphLink> others) {
            List<GraphLink> left = new ArrayList<>();
            for (GraphLink link : links) {
                if (!others.contains(link)) {
                    left.add(link);
                }
            }
            return left;
        }

        boolean isEmpty() {
            return gone.isEmpty() && come.isEmpty();
        }
    }
}
