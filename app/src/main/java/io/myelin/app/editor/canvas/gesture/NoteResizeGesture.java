package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.NoteShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.engine.graph.Note;

/** Gives a note another size: the document follows while the corner is dragged, in one step, taken back when given up. */
final class NoteResizeGesture implements Gesture {
    private static final double NARROWEST = 80;
    private static final double LOWEST = 40;

    private final Surface surface;
    private final String name;
    private final Note before;
    private final Point start;
    private boolean begun;

    NoteResizeGesture(Surface surface, PointerEvent press, NoteShape shape) {
        this.surface = surface;
        this.name = shape.name();
        this.before = shape.note();
        this.start = surface.world(press);
    }

    @Override
    public void dragged(PointerEvent event) {
        Point moved = surface.world(event).minus(start);
        if (!begun) {
            surface.document().begin("Resize note");
            begun = true;
        }
        surface.layout()
                .changeNote(
                        "Resize note",
                        name,
                        note -> note.resizedTo(
                                snapped(Math.max(NARROWEST, before.width() + moved.x())),
                                snapped(Math.max(LOWEST, before.height() + moved.y()))));
    }

    private static double snapped(double value) {
        return Math.round(value / CanvasGeometry.GRID) * CanvasGeometry.GRID;
    }

    @Override
    public void released(PointerEvent event) {
        dragged(event);
        surface.document().commit();
    }

    @Override
    public void cancelled() {
        if (begun) {
            surface.document().rollback();
        }
    }

    @Override
    public Feedback feedback() {
        return Feedback.of(PointerShape.RESIZE);
    }
}
