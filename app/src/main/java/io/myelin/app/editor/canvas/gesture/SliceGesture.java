package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.document.LinkReference;
import java.util.LinkedHashSet;
import java.util.Set;

/** Cuts every link that a straight line crosses. */
final class SliceGesture implements Gesture {
    private final Surface surface;
    private final Point start;
    private Point end;
    private Set<LinkReference> cut = Set.of();

    SliceGesture(Surface surface, PointerEvent press) {
        this.surface = surface;
        this.start = surface.world(press);
        this.end = start;
    }

    @Override
    public void dragged(PointerEvent event) {
        end = surface.world(event);
        Set<LinkReference> crossed = new LinkedHashSet<>();
        surface.geometry().linksIn(Bounds.between(start, end)).stream()
                .filter(link -> link.cutBy(start, end))
                .map(LinkShape::reference)
                .forEach(crossed::add);
        cut = crossed;
    }

    @Override
    public void released(PointerEvent event) {
        dragged(event);
        surface.surgery().unlink(cut);
    }

    @Override
    public Feedback feedback() {
        return Feedback.of(PointerShape.CROSS)
                .withSlice(new Feedback.Line(start, end))
                .withMarked(cut);
    }
}
