package io.myelin.engine.graph;

import io.myelin.engine.message.DataRecord;

/** Parts of a graph with the keys and values that they have in a file; what is at its default is left out. */
public final class GraphFields {
    private GraphFields() {}

    /** What a file says of {@code component}. */
    public static DataRecord of(GraphComponent component) {
        return GraphWriter.record(component);
    }

    /** What a file says of {@code parameter}. */
    public static DataRecord of(GraphParameter parameter) {
        return GraphWriter.record(parameter);
    }
}
