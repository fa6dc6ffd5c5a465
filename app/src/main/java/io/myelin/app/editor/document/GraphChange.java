package io.myelin.app.editor.document;

import io.myelin.engine.graph.Graph;

/**
 * The graph of a document has become another.
 *
 * @param before the graph as it was
 * @param after the graph as it is
 */
public record GraphChange(Graph before, Graph after) {}
