package io.myelin.app.editor.document;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphParameter;
import java.util.Map;

/** Graphs with one thing of their header changed, as {@code GraphEdit.ChangeGraph} takes them. */
public final class GraphHeader {
    private GraphHeader() {}

    /** {@code graph} with another title. */
    public static Graph withTitle(Graph graph, String title) {
        return with(graph, title, graph.description(), graph.parameters(), graph.graphs());
    }

    /** {@code graph} with another description. */
    public static Graph withDescription(Graph graph, String description) {
        return with(graph, graph.title(), description, graph.parameters(), graph.graphs());
    }

    /** {@code graph} with other parameters. */
    public static Graph withParameters(Graph graph, Map<String, GraphParameter> parameters) {
        return with(graph, graph.title(), graph.description(), parameters, graph.graphs());
    }

    /** {@code graph} with other graphs inside. */
    public static Graph withGraphs(Graph graph, Map<String, Graph> graphs) {
        return with(graph, graph.title(), graph.description(), graph.parameters(), graphs);
    }

    private static Graph with(
            Graph graph,
            String title,
            String description,
            Map<String, GraphParameter> parameters,
            Map<String, Graph> graphs) {
        return new Graph(
                title,
                description,
                parameters,
                graph.components(),
                graph.links(),
                graph.inboxes(),
                graph.outboxes(),
                graphs,
                graph.layout(),
                graph.unknown());
    }
}
