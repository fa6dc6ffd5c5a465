package io.myelin.engine.graph;

import io.myelin.engine.message.DataRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One making of a graph of a part of a graph. */
final class SubgraphExtraction {
    private static final String NAME = "subgraph";

    private final Graph graph;
    private final Map<String, GraphComponent> chosen;
    private final String name;
    private final String id;
    private final SubgraphBoxes inboxes = new SubgraphBoxes();
    private final SubgraphBoxes outboxes = new SubgraphBoxes();
    private final List<GraphLink> inside = new ArrayList<>();
    private final List<GraphEdit.Entry<GraphLink>> crossing = new ArrayList<>();
    private final List<GraphEdit> drawings = new ArrayList<>();
    private final ExtractedLayout layout;

    SubgraphExtraction(Graph graph, Collection<String> ids, Set<String> notes, Set<String> taken) {
        this.graph = graph;
        this.chosen = new LinkedHashMap<>(graph.components());
        chosen.keySet().retainAll(Set.copyOf(ids));
        if (chosen.isEmpty()) {
            throw new GraphEditException("there is no component to make a subgraph of");
        }
        this.layout = new ExtractedLayout(graph.layout(), chosen.keySet(), notes);
        Set<String> names = new HashSet<>(taken);
        names.addAll(graph.graphs().keySet());
        this.name = Subgraph.free(NAME, names);
        Set<String> left = new HashSet<>(graph.components().keySet());
        left.removeAll(chosen.keySet());
        this.id = Subgraph.free(name, left);
    }

    Subgraph.Change change() {
        splitLinks();
        // The boxes of the whole come after those of the links, which then have the plain names.
        Map<String, BoxReference> ownInboxes = outside(graph.inboxes(), inboxes);
        Map<String, BoxReference> ownOutboxes = outside(graph.outboxes(), outboxes);
        ParameterPassing passing = ParameterPassing.of(chosen.values(), graph.parameters());
        Map<String, Graph> graphs = new LinkedHashMap<>(graph.graphs());
        graphs.put(name, inner(passing));

        List<GraphEdit> edits = new ArrayList<>();
        edits.add(Subgraph.header(graph, ownInboxes, ownOutboxes, graphs));
        chosen.keySet().forEach(gone -> edits.add(new GraphEdit.RemoveComponent(gone)));
        GraphComponent component = GraphComponent.ofType(Subgraph.TYPE + name).withSettings(passing.settings());
        edits.add(new GraphEdit.AddComponent(id, component, corner(), index()));
        edits.add(Subgraph.putBack(crossing));
        edits.addAll(drawings);
        edits.addAll(layout.outside(id));
        return new Subgraph.Change(new GraphEdit.Several(edits), List.of(id));
    }

    /** Sorts the links into those inside, those outside, and those that cross the border, which keep their place. */
    private void splitLinks() {
        int index = 0;
        for (GraphLink link : graph.links()) {
            boolean begins = chosen.containsKey(link.from().component());
            boolean ends = chosen.containsKey(link.to().component());
            if (begins && ends) {
                inside.add(link);
                continue;
            }
            if (begins || ends) {
                BoxReference from = begins ? new BoxReference(id, outboxes.nameOf(link.from())) : link.from();
                BoxReference to = ends ? new BoxReference(id, inboxes.nameOf(link.to())) : link.to();
                crossing.add(new GraphEdit.Entry<>(index, "", link.between(from, to)));
                drawings.addAll(Subgraph.drawnAs(graph, link, from, to));
            }
            index++;
        }
    }

    private Map<String, BoxReference> outside(Map<String, BoxReference> own, SubgraphBoxes made) {
        Map<String, BoxReference> boxes = new LinkedHashMap<>();
        own.forEach((outer, box) ->
                boxes.put(outer, chosen.containsKey(box.component()) ? new BoxReference(id, made.nameOf(box)) : box));
        return boxes;
    }

    private Graph inner(ParameterPassing passing) {
        return new Graph(
                "",
                "",
                passing.parameters(),
                chosen,
                inside,
                inboxes.boxes(),
                outboxes.boxes(),
                Map.of(),
                layout.inside(),
                DataRecord.empty());
    }

    /** The top left corner of what is taken out, where any of it has a place. */
    private Optional<Position> corner() {
        return Corner.of(layout.places().values()).map(corner -> new Position(corner.x(), corner.y()));
    }

    private int index() {
        int index = 0;
        for (String each : graph.components().keySet()) {
            if (chosen.containsKey(each)) {
                break;
            }
            index++;
        }
        return index;
    }

    /** The top left corner of some places. */
    record Corner(double x, double y) {
        static Optional<Corner> of(Collection<Position> places) {
            if (places.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Corner(
                    places.stream().mapToDouble(Position::x).min().orElse(0),
                    places.stream().mapToDouble(Position::y).min().orElse(0)));
        }
    }
}
