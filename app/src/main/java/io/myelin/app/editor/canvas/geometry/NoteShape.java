package io.myelin.app.editor.canvas.geometry;

import io.myelin.engine.graph.Note;

/**
 * A note as drawn.
 *
 * @param name its name
 * @param note what the graph says of it
 * @param bounds its place in the world
 */
public record NoteShape(String name, Note note, Bounds bounds) {
    /** Of its corners. */
    public static final double RADIUS = 6;

    static NoteShape of(String name, Note note) {
        return new NoteShape(name, note, new Bounds(note.x(), note.y(), note.width(), note.height()));
    }

    NoteShape moved(double dx, double dy) {
        return new NoteShape(name, note, bounds.moved(dx, dy));
    }
}
