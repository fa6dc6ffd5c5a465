package io.myelin.app.editor.canvas.geometry;

import java.util.ArrayList;
import java.util.List;

/**
 * What an update has made of the shapes.
 *
 * @param faces the components that stand as they stood, with the same boxes, and say something else
 * @param places where other components have come, gone or moved, or plain lines of links have
 * @param more whether anything else is other than before, or may be
 */
public record ShapeNews(List<Face> faces, List<Bounds> places, boolean more) {
    /** Everything is as before. */
    public static final ShapeNews NONE = new ShapeNews(List.of(), List.of(), false);

    /** Anything may be other. */
    static final ShapeNews ALL = new ShapeNews(List.of(), List.of(), true);

    /** Copies the lists. */
    public ShapeNews {
        faces = List.copyOf(faces);
        places = List.copyOf(places);
    }

    /** This and what has come {@code later}. */
    public ShapeNews and(ShapeNews later) {
        List<Face> allFaces = new ArrayList<>(faces);
        allFaces.addAll(later.faces);
        List<Bounds> allPlaces = new ArrayList<>(places);
        allPlaces.addAll(later.places);
        return new ShapeNews(allFaces, allPlaces, more || later.more);
    }

    /**
     * A component that says something else.
     *
     * @param before as it was
     * @param after as it is
     */
    public record Face(ComponentShape before, ComponentShape after) {}
}
