package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.Point;
import java.util.Optional;
import java.util.Set;

/**
 * Moves the selected components and notes, the grabbed one from grid line to grid line: Alt lets go of the grid, Shift keeps to
 * one direction. A lone component let go over a link that it fits into is put between.
 */
final class MoveGesture implements Gesture {
    private final Surface surface;
    private final Set<String> ids;
    private final Set<String> notes;
    private final Bounds grabbed;
    private final Point start;
    private final AlignmentGuides guides;
    private final SpliceTarget splice;
    private Point by = new Point(0, 0);

    MoveGesture(Surface surface, PointerEvent press, Bounds grabbed) {
        this.surface = surface;
        this.ids = Set.copyOf(surface.document().selection().components());
        this.notes = Set.copyOf(surface.document().selection().notes());
        this.grabbed = grabbed;
        this.start = surface.world(press);
        this.guides = new AlignmentGuides(surface.geometry(), ids);
        this.splice = new SpliceTarget(surface, ids);
    }

    @Override
    public void dragged(PointerEvent event) {
        Point moved = surface.world(event).minus(start);
        double dx = moved.x();
        double dy = moved.y();
        if (event.modifiers().shift()) {
            boolean across = Math.abs(dx) >= Math.abs(dy);
            dx = across ? dx : 0;
            dy = across ? 0 : dy;
        }
        boolean snaps = !event.modifiers().alt();
        by = new Point(
                snaps && dx != 0 ? snapped(grabbed.x() + dx) - grabbed.x() : dx,
                snaps && dy != 0 ? snapped(grabbed.y() + dy) - grabbed.y() : dy);
        surface.geometry().displace(ids, notes, by.x(), by.y());
        splice.seek();
        surface.host().shapesChanged();
    }

    private static double snapped(double value) {
        return Math.round(value / CanvasGeometry.GRID) * CanvasGeometry.GRID;
    }

    @Override
    public void released(PointerEvent event) {
        dragged(event);
        Optional<QuickAddRequest.LinkEnds> between = splice.found();
        putBack();
        if (between.isPresent()) {
            surface.surgery().splice(ids.iterator().next(), by, between.get());
        } else {
            surface.surgery().move(surface.document().selection().components(), notes, by.x(), by.y(), "");
        }
    }

    @Override
    public void cancelled() {
        putBack();
        surface.host().shapesChanged();
    }

    private void putBack() {
        surface.geometry().displace(Set.of(), 0, 0);
    }

    @Override
    public Feedback feedback() {
        return Feedback.of(PointerShape.MOVE)
                .withGuides(guides.of(
                        grabbed.moved(by.x(), by.y()), surface.viewport().visible()))
                .withMarked(splice.found().map(ends -> Set.of(ends.link())).orElse(Set.of()));
    }
}
