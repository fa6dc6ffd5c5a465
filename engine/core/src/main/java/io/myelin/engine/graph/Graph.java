package io.myelin.engine.graph;

import io.myelin.engine.message.DataRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A graph: the document that the editor edits, files hold and runs are made from. Immutable; safe from any thread.
 *
 * @param title what people call it, or empty
 * @param description Markdown, or empty
 * @param parameters by name, in the order written
 * @param components by id, in the order written
 * @param links in the order written
 * @param inboxes the graph's own inboxes: public name to a component's inbox
 * @param outboxes the graph's own outboxes: public name to a component's outbox
 * @param graphs graphs defined inside this one, by name
 * @param layout what only the editor needs
 * @param unknown keys that this version does not know
 */
public record Graph(
        String title,
        String description,
        Map<String, GraphParameter> parameters,
        Map<String, GraphComponent> components,
        List<GraphLink> links,
        Map<String, BoxReference> inboxes,
        Map<String, BoxReference> outboxes,
        Map<String, Graph> graphs,
        GraphLayout layout,
        DataRecord unknown) {

    /** The graph without anything. */
    public static final Graph EMPTY = new Graph(
            "", "", Map.of(), Map.of(), List.of(), Map.of(), Map.of(), Map.of(), GraphLayout.EMPTY, DataRecord.empty());

    /** Copies the maps and lists, keeping their order. */
    public Graph {
        parameters = OrderedMap.copyOf(parameters);
        components = OrderedMap.copyOf(components);
        links = List.copyOf(links);
        inboxes = OrderedMap.copyOf(inboxes);
        outboxes = OrderedMap.copyOf(outboxes);
        graphs = OrderedMap.copyOf(graphs);
    }

    /** This graph with other parameters. */
    public Graph withParameters(Map<String, GraphParameter> changed) {
        return new Graph(title, description, changed, components, links, inboxes, outboxes, graphs, layout, unknown);
    }

    /** This graph with other components; its links, boxes and layout stay as they are. */
    public Graph withComponents(Map<String, GraphComponent> changed) {
        return new Graph(title, description, parameters, changed, links, inboxes, outboxes, graphs, layout, unknown);
    }

    /** This graph with other graphs defined in it. */
    public Graph withGraphs(Map<String, Graph> changed) {
        return new Graph(
                title, description, parameters, components, links, inboxes, outboxes, changed, layout, unknown);
    }

    /** The graph that is inside this one, by the names of the graphs down to it; empty where there is none. */
    public Optional<Graph> inside(List<String> path) {
        Optional<Graph> at = Optional.of(this);
        for (String name : path) {
            at = at.map(around -> around.graphs().get(name));
        }
        return at;
    }
}
