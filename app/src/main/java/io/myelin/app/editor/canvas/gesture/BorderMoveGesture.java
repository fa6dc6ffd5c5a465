package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.BorderBox;
import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.document.PublicBoxEdits;
import java.util.List;

/** Takes a box of the graph's own to another place in the order of those at its border; a line shows where. */
final class BorderMoveGesture implements Gesture {
    private final Surface surface;
    private final BorderBox box;
    private double y;

    BorderMoveGesture(Surface surface, BorderBox box) {
        this.surface = surface;
        this.box = box;
        this.y = box.tag().centre().y();
    }

    @Override
    public void dragged(PointerEvent event) {
        y = surface.world(event).y();
    }

    @Override
    public void released(PointerEvent event) {
        dragged(event);
        new PublicBoxEdits(surface.document())
                .move(box.box(), surface.geometry().border().indexAt(box.box(), y));
    }

    @Override
    public Feedback feedback() {
        Bounds tag = box.tag();
        return Feedback.of(PointerShape.MOVE)
                .withGuides(List.of(new Feedback.Line(new Point(tag.x(), y), new Point(tag.right(), y))));
    }
}
