package io.myelin.engine.graph.diff;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphEdit.Entry;
import io.myelin.engine.graph.GraphEdit.Parts;
import io.myelin.engine.graph.GraphLayout;
import io.myelin.engine.graph.GraphLink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Gives a graph all that another one has, also what no run accepts, but for the layout: what is in both keeps its place
 * there.
 */
public final class PartsEdits {
    private PartsEdits() {}

    /** The edits, one after the other, that make {@code now} as {@code wanted}; none where it is so already. */
    public static List<GraphEdit> between(Graph now, Graph wanted) {
        List<GraphEdit> edits = new ArrayList<>();
        if (!header(now, GraphLayout.EMPTY).equals(header(wanted, GraphLayout.EMPTY))) {
            edits.add(new GraphEdit.ChangeGraph(header(wanted, now.layout())));
        }
        wanted.components().forEach((id, component) -> {
            GraphComponent old = now.components().get(id);
            if (old != null && !old.equals(component)) {
                edits.add(new GraphEdit.ChangeComponent(id, component));
            }
        });
        Moves<String> components = Moves.of(
                List.copyOf(now.components().keySet()),
                List.copyOf(wanted.components().keySet()));
        Moves<GraphLink> links = Moves.of(now.links(), wanted.links());
        // What stays in the graph but moves has what is wanted of it by then.
        Map<String, GraphComponent> out = new HashMap<>(now.components());
        out.putAll(wanted.components());
        add(edits, GraphEdit.TakeOut::new, named(components.out(), out), links.out());
        add(edits, GraphEdit.PutBack::new, named(components.in(), wanted.components()), links.in());
        return edits;
    }

    private static void add(
            List<GraphEdit> edits,
            Function<Parts, GraphEdit> kind,
            List<Entry<GraphComponent>> components,
            List<Entry<GraphLink>> links) {
        if (!components.isEmpty() || !links.isEmpty()) {
            edits.add(kind.apply(new Parts(components, links, List.of(), List.of(), List.of())));
        }
    }

    private static List<Entry<GraphComponent>> named(
            List<Entry<String>> moves, Map<String, GraphComponent> components) {
        return moves.stream()
                .flatMap(move -> Optional.ofNullable(components.get(move.value()))
                        .map(component -> new Entry<>(move.index(), move.value(), component))
                        .stream())
                .toList();
    }

    private static Graph header(Graph graph, GraphLayout layout) {
        return new Graph(
                graph.title(),
                graph.description(),
                graph.parameters(),
                Map.of(),
                List.of(),
                graph.inboxes(),
                graph.outboxes(),
                graph.graphs(),
                layout,
                graph.unknown());
    }

    /**
     * The fewest parts to be taken out of a list, and then put in, to make it another one.
     *
     * @param out with their places before any is taken out
     * @param in with their places when all are put in
     */
    private record Moves<T>(List<Entry<T>> out, List<Entry<T>> in) {
        static <T> Moves<T> of(List<T> now, List<T> wanted) {
            Map<T, Deque<Integer>> places = new HashMap<>();
            for (int index = 0; index < now.size(); index++) {
                places.computeIfAbsent(now.get(index), _ -> new ArrayDeque<>(1)).add(index);
            }
            // For each wanted one its place by now; one that is not there has none.
            List<Optional<Integer>> found = new ArrayList<>(wanted.size());
            for (T one : wanted) {
                found.add(Optional.ofNullable(
                        places.getOrDefault(one, new ArrayDeque<>()).poll()));
            }
            List<Integer> both = found.stream().flatMap(Optional::stream).toList();
            Set<Integer> rising =
                    LongestRise.of(both.stream().mapToInt(Integer::intValue).toArray());
            Set<Integer> kept = new HashSet<>();
            rising.forEach(index -> kept.add(both.get(index)));
            List<Entry<T>> out = new ArrayList<>();
            for (int index = 0; index < now.size(); index++) {
                if (!kept.contains(index)) {
                    out.add(new Entry<>(index, "", now.get(index)));
                }
            }
            List<Entry<T>> in = new ArrayList<>();
            for (int index = 0; index < wanted.size(); index++) {
                if (found.get(index).filter(kept::contains).isEmpty()) {
                    in.add(new Entry<>(index, "", wanted.get(index)));
                }
            }
            return new Moves<>(out, in);
        }
    }
}
