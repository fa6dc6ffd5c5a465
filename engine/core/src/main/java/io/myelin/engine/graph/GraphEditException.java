package io.myelin.engine.graph;

/** An edit does not fit the graph; the graph is as it was. */
public final class GraphEditException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The text is for people. */
    public GraphEditException(String text) {
        super(text);
    }
}
