package io.myelin.app.editor;

import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.LinkLayout;
import io.myelin.engine.graph.diff.GraphDiff;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Another program's version of a graph, of which people may have taken all over: then nothing is lost when theirs is
 * saved over it. Where things are drawn counts as far as the other program has changed that.
 *
 * @param base what both come from; empty where that is not known
 * @param other what the other program has made of it
 */
record TakenVersion(Optional<Graph> base, Graph other) {
    /** Whether {@code ours} has all that the other version has. */
    boolean isIn(Graph ours) {
        return GraphDiff.of(other, ours).isEmpty() && isDrawnIn(ours);
    }

    private boolean isDrawnIn(Graph ours) {
        return isKept(graph -> graph.layout().components(), ours, id -> isPlaceOfOther(id, ours))
                && isKept(TakenVersion::links, ours, _ -> true)
                && isKept(graph -> graph.layout().groups(), ours, _ -> true)
                && isKept(graph -> graph.layout().notes(), ours, _ -> true)
                && isKept(graph -> graph.layout().others(), ours, _ -> true)
                && ours.graphs().entrySet().stream()
                        .allMatch(inner -> inside(inner.getKey()).isDrawnIn(inner.getValue()));
    }

    /** One that the other program has added has the place that it was given when it was taken over, or since. */
    private boolean isPlaceOfOther(String id, Graph ours) {
        boolean isNew =
                base.filter(graph -> !graph.components().containsKey(id)).isPresent();
        return !isNew || !ours.layout().components().containsKey(id);
    }

    private TakenVersion inside(String name) {
        return new TakenVersion(base.map(graph -> inner(graph, name)), inner(other, name));
    }

    private static Graph inner(Graph graph, String name) {
        return graph.graphs().getOrDefault(name, Graph.EMPTY);
    }

    private static Map<LinkReference, LinkLayout> links(Graph graph) {
        Map<LinkReference, LinkLayout> links = new HashMap<>();
        for (LinkLayout layout : graph.layout().links()) {
            if (!layout.isPlain()) {
                links.put(new LinkReference(layout.from(), layout.to()), layout);
            }
        }
        return links;
    }

    /** Whether each entry that {@code counts} is in ours as in the other version, or there as it was. */
    private <K, V> boolean isKept(Function<Graph, Map<K, V>> entries, Graph ours, Predicate<K> counts) {
        Optional<Map<K, V>> before = base.map(entries);
        Map<K, V> there = entries.apply(other);
        Map<K, V> here = entries.apply(ours);
        Set<K> names = new HashSet<>(there.keySet());
        names.addAll(here.keySet());
        return names.stream()
                .filter(counts)
                .allMatch(name -> isAlike(name, there, here)
                        || before.filter(was -> isAlike(name, there, was)).isPresent());
    }

    private static <K, V> boolean isAlike(K name, Map<K, V> one, Map<K, V> other) {
        return Objects.equals(one.get(name), other.get(name));
    }
}
