package io.myelin.engine.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One change of a graph inside another, and of the components outside that stand for it. Each edit is applied as it is
 * found, since a header says all of a graph's inner graphs, also of those that were changed just before.
 */
final class LevelChange {
    private final List<String> target;
    private final List<GraphEdit> edits = new ArrayList<>();
    private Graph whole;

    /** A change of the graph at {@code target} inside {@code whole}. */
    LevelChange(Graph whole, List<String> target) {
        this.whole = whole;
        this.target = List.copyOf(target);
    }

    /** The names of the graphs down to the one that is changed. */
    List<String> target() {
        return target;
    }

    /** The graph that is changed, as it is by now. */
    Graph graph() {
        return graph(target);
    }

    /** Does {@code edit} to the graph that is changed. */
    void perform(GraphEdit edit) {
        perform(target, edit);
    }

    /** The graph at {@code path}, as it is by now. */
    Graph graph(List<String> path) {
        return whole.inside(path)
                .orElseThrow(
                        () -> new GraphEditException("there is no graph \"" + String.join("/", path) + "\" inside"));
    }

    /** Does {@code edit} to the graph at {@code path}. */
    void perform(List<String> path, GraphEdit edit) {
        GraphEdit placed = path.isEmpty() ? edit : new GraphEdit.Inside(path, edit);
        whole = placed.applyTo(whole).graph();
        edits.add(placed);
    }

    /** All that was done. */
    GraphEdit edit() {
        return edits.size() == 1 ? edits.getFirst() : new GraphEdit.Several(edits);
    }

    /** A component that stands for the graph: where, and its id. */
    record Use(List<String> path, String id) {}

    /** All components that stand for the graph that is changed, however deep in other graphs. */
    List<Use> uses() {
        return uses(target);
    }

    /** All components that stand for the graph at {@code used}, however deep in other graphs; none for the whole. */
    List<Use> uses(List<String> used) {
        List<Use> uses = new ArrayList<>();
        if (!used.isEmpty()) {
            gather(used, List.of(), uses);
        }
        return uses;
    }

    private void gather(List<String> used, List<String> path, List<Use> uses) {
        Graph graph = graph(path);
        graph.components().forEach((id, component) -> {
            if (isOf(used, component.type(), path)) {
                uses.add(new Use(path, id));
            }
        });
        graph.graphs().keySet().forEach(name -> {
            List<String> inner = new ArrayList<>(path);
            inner.add(name);
            gather(used, List.copyOf(inner), uses);
        });
    }

    /** Whether {@code type}, in the graph at {@code path}, means the one at {@code used}. */
    private boolean isOf(List<String> used, String type, List<String> path) {
        String name = used.getLast();
        return type.equals(Subgraph.TYPE + name)
                && GraphNames.meant(whole, path, name).equals(Optional.of(used));
    }
}
