package io.myelin.app.editor.canvas.geometry;

import io.myelin.engine.graph.GroupFrame;

/**
 * A group as drawn: a frame round what is in it, with a bar for its title on top.
 *
 * @param name its name
 * @param group what the graph says of it
 * @param bounds the whole frame in the world
 */
public record GroupShape(String name, GroupFrame group, Bounds bounds) {
    /** How high the bar with the title is, in units of the world. */
    public static final double TITLE = 28;

    private static final double MARGIN = 16;

    static GroupShape around(String name, GroupFrame group, Bounds contents) {
        Bounds grown = contents.grown(MARGIN);
        return new GroupShape(
                name, group, new Bounds(grown.x(), grown.y() - TITLE, grown.width(), grown.height() + TITLE));
    }

    /** The bar by which it is moved. */
    public Bounds title() {
        return new Bounds(bounds.x(), bounds.y(), bounds.width(), TITLE);
    }
}
