package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.Point;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Draws copies of the selected components away from them. The copies and their way are one step of the history, which is
 * open while the hand goes on and taken back where it is given up.
 */
final class DuplicateGesture implements Gesture {
    private final Surface surface;
    private final Set<String> originals;
    private final Set<String> notes;
    private final MoveGesture move;

    DuplicateGesture(Surface surface, PointerEvent press, ComponentShape grabbed) {
        this.surface = surface;
        this.originals = surface.document().selection().components();
        this.notes = surface.document().selection().notes();
        Map<String, String> copies = surface.surgery().beginDuplicating();
        String copy = Objects.requireNonNull(copies.get(grabbed.id()));
        this.move = new MoveGesture(
                surface, press, surface.geometry().component(copy).orElseThrow());
    }

    @Override
    public void dragged(PointerEvent event) {
        move.dragged(event);
    }

    @Override
    public void released(PointerEvent event) {
        move.dragged(event);
        if (move.by().equals(new Point(0, 0))) {
            cancelled();
        } else {
            move.released(event);
            surface.document().commit();
        }
    }

    @Override
    public void cancelled() {
        move.cancelled();
        surface.document().rollback();
        surface.document().selection().selectIn(surface.document().graph(), originals, Set.of(), notes);
    }

    @Override
    public Feedback feedback() {
        return move.feedback();
    }
}
