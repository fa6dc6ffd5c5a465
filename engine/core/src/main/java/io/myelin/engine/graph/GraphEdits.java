package io.myelin.engine.graph;

/** Applies edits. */
final class GraphEdits {
    private GraphEdits() {}

    static GraphEdit.Applied apply(GraphEdit edit, Graph graph) {
        throw new IllegalStateException("to come " + edit + graph);
    }
}
