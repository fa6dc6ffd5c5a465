package io.myelin.engine.graph;

import io.myelin.engine.graph.PublicBox.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One change of the boxes of a graph inside another, and of all that names them outside. Each edit is applied as it is
 * found, since a header says all of a graph's inner graphs, also of those that were changed just before.
 */
final class PublicBoxChange {
    private final List<String> target;
    private final List<GraphEdit> edits = new ArrayList<>();
    private Graph whole;

    PublicBoxChange(Graph whole, List<String> target) {
        this.whole = whole;
        this.target = List.copyOf(target);
    }

    /** The graph at {@code path}, as it is by now. */
    Graph graph(List<String> path) {
        Graph found = whole;
        for (String name : path) {
            found = Optional.ofNullable(found.graphs().get(name))
                    .orElseThrow(() -> new GraphEditException("there is no graph \"" + name + "\" inside"));
        }
        return found;
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

    /** Leads what leads to {@code box} outside to its {@code newName}. */
    void renameOutside(PublicBox box, String newName) {
        for (Use use : uses()) {
            BoxReference before = new BoxReference(use.id, box.name());
            BoxReference after = new BoxReference(use.id, newName);
            renameLinks(use.path, box.kind(), before, after);
            Map<String, BoxReference> boxes = new LinkedHashMap<>(box.kind().of(graph(use.path)));
            if (boxes.containsValue(before)) {
                boxes.replaceAll((_, inner) -> inner.equals(before) ? after : inner);
                perform(use.path, PublicBoxes.with(graph(use.path), box.kind(), boxes));
            }
        }
    }

    private void renameLinks(List<String> path, Kind kind, BoxReference before, BoxReference after) {
        List<GraphLink> links = graph(path).links();
        for (int index = 0; index < links.size(); index++) {
            GraphLink link = links.get(index);
            if (end(link, kind).equals(before)) {
                BoxReference from = kind == Kind.INBOX ? link.from() : after;
                BoxReference to = kind == Kind.INBOX ? after : link.to();
                List<GraphEdit> drawn = Subgraph.drawnAs(graph(path), link, from, to);
                perform(path, new GraphEdit.RemoveLink(link.from(), link.to()));
                perform(
                        path,
                        Subgraph.putBack(
                                List.of(new GraphEdit.Entry<>(index, "", new GraphLink(from, to, link.unknown())))));
                drawn.forEach(edit -> perform(path, edit));
            }
        }
    }

    /** Takes away what leads to {@code box} outside. */
    void removeOutside(PublicBox box) {
        for (Use use : uses()) {
            BoxReference outer = new BoxReference(use.id, box.name());
            for (GraphLink link : graph(use.path).links()) {
                if (end(link, box.kind()).equals(outer)) {
                    perform(use.path, new GraphEdit.RemoveLink(link.from(), link.to()));
                }
            }
        }
    }

    private static BoxReference end(GraphLink link, Kind kind) {
        return kind == Kind.INBOX ? link.to() : link.from();
    }

    /** A component that stands for the graph: where, and its id. */
    private record Use(List<String> path, String id) {}

    private List<Use> uses() {
        List<Use> uses = new ArrayList<>();
        if (!target.isEmpty()) {
            gather(List.of(), uses);
        }
        return uses;
    }

    private void gather(List<String> path, List<Use> uses) {
        Graph graph = graph(path);
        graph.components().forEach((id, component) -> {
            if (isOfTarget(component.type(), path)) {
                uses.add(new Use(path, id));
            }
        });
        graph.graphs().keySet().forEach(name -> {
            List<String> inner = new ArrayList<>(path);
            inner.add(name);
            gather(List.copyOf(inner), uses);
        });
    }

    /** Whether {@code type} means the graph in the one at {@code path}: names are looked for outward. */
    private boolean isOfTarget(String type, List<String> path) {
        String name = target.getLast();
        if (!type.equals(Subgraph.TYPE + name)) {
            return false;
        }
        List<String> home = target.subList(0, target.size() - 1);
        for (int depth = path.size(); depth >= 0; depth--) {
            List<String> around = path.subList(0, depth);
            if (graph(around).graphs().containsKey(name)) {
                return Objects.equals(around, home);
            }
        }
        return false;
    }
}
