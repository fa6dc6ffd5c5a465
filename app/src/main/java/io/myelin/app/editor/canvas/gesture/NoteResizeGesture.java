package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.NoteShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.Note;

/** Gives a note another size: the document follows while the corner is dragged, in one step, taken back when given up. */
final class NoteResizeGesture extends SteppedGesture {
    private static final Texts TEXTS = Texts.of(NoteResizeGesture.class);

    private static final double NARROWEST = 80;
    private static final double LOWEST = 40;

    private final String name;
    private final Note before;
    private final Point start;

    NoteResizeGesture(Surface surface, PointerEvent press, NoteShape shape) {
        super(surface, TEXTS.get("step.resize-note"), PointerShape.RESIZE);
        this.name = shape.name();
        this.before = shape.note();
        this.start = surface.world(press);
    }

    @Override
    void follow(PointerEvent event) {
        Point moved = surface.world(event).minus(start);
        surface.layout()
                .changeNote(
                        TEXTS.get("step.resize-note"),
                        name,
                        note -> note.resizedTo(
                                CanvasGeometry.onGrid(Math.max(NARROWEST, before.width() + moved.x())),
                                CanvasGeometry.onGrid(Math.max(LOWEST, before.height() + moved.y()))));
    }
}
