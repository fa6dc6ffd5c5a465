package io.myelin.app.editor.document;

import io.myelin.engine.graph.Graph;

/**
 * The whole graph of a document at one moment, to be written while editing goes on. Safe for every thread.
 *
 * @param graph the graph then
 * @param state the serial of the last step done then, which names in this document the state that the history led to;
 *     {@link #UNNAMED}: none, for a step was going on
 */
public record Snapshot(Graph graph, long state) {
    /** The state of a graph that no position of the history leads to. */
    public static final long UNNAMED = -1;
}
