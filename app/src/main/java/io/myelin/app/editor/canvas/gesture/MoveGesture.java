package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.Point;
import java.util.Optional;
import java.util.Set;

/**
 * Moves the selected components and notes, the grabbed one from grid line to grid line or into line with what it comes
 * near: Ctrl lets go of both, Shift keeps to one direction. A lone component let go over a link that it fits into is put
 * between. What is let go in the frame of a group joins it, and what is drawn far out of its own leaves it; not with Ctrl.
 */
final class MoveGesture implements Gesture {
    private final Surface surface;
    private final Set<String> ids;
    private final Set<String> notes;
    private final Bounds grabbed;
    private final Point start;
    private final SnapLines lines;
    private final SpliceTarget splice;
    private final GroupTarget groups;
    private Point by = new Point(0, 0);

    /** Moves what is selected, which was grabbed at a component. */
    MoveGesture(Surface surface, PointerEvent press, ComponentShape grabbed) {
        this(surface, press, grabbed.bounds(), Optional.of(grabbed.id()));
    }

    /** Moves what is selected, which was grabbed elsewhere: {@code grabbed} is what keeps to the grid. */
    MoveGesture(Surface surface, PointerEvent press, Bounds grabbed) {
        this(surface, press, grabbed, Optional.empty());
    }

    private MoveGesture(Surface surface, PointerEvent press, Bounds grabbed, Optional<String> component) {
        this.surface = surface;
        this.ids = Set.copyOf(surface.document().selection().components());
        this.notes = Set.copyOf(surface.document().selection().notes());
        this.grabbed = grabbed;
        this.start = surface.world(press);
        this.lines = new SnapLines(surface.geometry(), component, ids);
        this.splice = new SpliceTarget(surface, ids);
        this.groups = new GroupTarget(surface, ids, notes);
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
        by = event.modifiers().control() ? new Point(dx, dy) : snapped(dx, dy);
        surface.geometry().displace(ids, notes, by.x(), by.y());
        splice.seek(surface.world(event));
        groups.seek(surface.world(event), event.modifiers().control());
        surface.host().shapesChanged();
    }

    /** A direction in which nothing was moved stays as it is: what stands off the grid is not drawn to it by the way. */
    private Point snapped(double dx, double dy) {
        Bounds wanted = grabbed.moved(dx, dy);
        double x = dx == 0 ? 0 : lines.across(wanted, surface.viewport()).orElse(toGrid(wanted.x())) + dx;
        double y = dy == 0 ? 0 : lines.down(wanted, dy, surface.viewport()).orElse(toGrid(wanted.y())) + dy;
        return new Point(x, y);
    }

    private static double toGrid(double value) {
        return CanvasGeometry.onGrid(value) - value;
    }

    /** How far the components are from where they were. */
    Point by() {
        return by;
    }

    @Override
    public void released(PointerEvent event) {
        dragged(event);
        Optional<QuickAddRequest.LinkEnds> between = splice.found();
        putBack();
        if (between.isPresent()) {
            surface.surgery().splice(ids.iterator().next(), by, between.get(), groups.edits());
        } else {
            surface.surgery().move(ids, notes, by, groups.edits());
        }
    }

    @Override
    public void cancelled() {
        putBack();
        surface.host().shapesChanged();
    }

    private void putBack() {
        surface.geometry().layout().leave(Set.of(), Set.of());
        surface.geometry().displace(Set.of(), 0, 0);
    }

    @Override
    public Feedback feedback() {
        return Feedback.of(PointerShape.MOVE)
                .withGuides(lines.guides(grabbed.moved(by.x(), by.y()), surface.viewport()))
                .withGroup(groups.joined())
                .withMarked(splice.found().map(ends -> Set.of(ends.link())).orElse(Set.of()));
    }
}
