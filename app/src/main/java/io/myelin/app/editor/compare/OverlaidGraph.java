package io.myelin.app.editor.compare;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphLayout;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.Position;
import io.myelin.engine.graph.diff.Difference;
import io.myelin.engine.graph.diff.GraphDiff;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/** Two versions as one graph to be looked at: the newer one, with all that it lacks of the older one. */
final class OverlaidGraph {
    private OverlaidGraph() {}

    /** The two as one; {@code diff} is what is other in {@code after}. */
    static Graph of(Graph before, Graph after, GraphDiff diff) {
        Versions versions = new Versions(before, after, diff.differences());
        Map<String, GraphComponent> components = new LinkedHashMap<>(after.components());
        Map<String, Position> places = new LinkedHashMap<>(after.layout().components());
        for (String id : versions.gone()) {
            GraphComponent gone = before.components().get(id);
            if (gone != null) {
                components.put(versions.name(id), gone);
            }
        }
        GonePlaces.of(versions).forEach((id, place) -> places.put(versions.name(id), place));
        GraphLayout layout = after.layout();
        return new Graph(
                after.title(),
                after.description(),
                after.parameters(),
                components,
                links(versions),
                after.inboxes(),
                after.outboxes(),
                graphs(before, after, diff),
                new GraphLayout(places, layout.links(), layout.groups(), layout.notes(), layout.others()),
                after.unknown());
    }

    private static List<GraphLink> links(Versions versions) {
        SequencedSet<GraphLink> links = new LinkedHashSet<>(versions.after().links());
        for (Difference one : versions.differences()) {
            if (one instanceof Difference.LinkRemoved removed) {
                links.add(versions.named(removed.before()));
            }
        }
        return new ArrayList<>(links);
    }

    private static Map<String, Graph> graphs(Graph before, Graph after, GraphDiff diff) {
        Map<String, Graph> graphs = new LinkedHashMap<>(after.graphs());
        for (Difference one : diff.differences()) {
            if (one instanceof Difference.InnerGraphRemoved removed) {
                graphs.put(removed.name(), removed.graph());
            } else if (one instanceof Difference.InnerGraphChanged changed) {
                Graph old = before.graphs().getOrDefault(changed.name(), Graph.EMPTY);
                Graph now = after.graphs().getOrDefault(changed.name(), Graph.EMPTY);
                graphs.put(changed.name(), of(old, now, changed.diff()));
            }
        }
        return graphs;
    }
}
