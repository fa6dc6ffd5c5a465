package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.document.LinkReference;

/**
 * Moves a place that a link is led through, from grid line to grid line; Alt lets go of the grid. The document follows
 * while it is dragged, in one step that is taken back when given up.
 */
final class WaypointGesture implements Gesture {
    private final Surface surface;
    private final LinkReference link;
    private final int index;
    private boolean begun;

    WaypointGesture(Surface surface, LinkReference link, int index) {
        this.surface = surface;
        this.link = link;
        this.index = index;
    }

    @Override
    public void dragged(PointerEvent event) {
        if (!begun) {
            surface.document().begin("Move waypoint");
            begun = true;
        }
        Point world = surface.world(event);
        surface.layout().moveWaypoint(link, index, event.modifiers().alt() ? world : snapped(world));
    }

    static Point snapped(Point place) {
        double grid = CanvasGeometry.GRID;
        return new Point(Math.round(place.x() / grid) * grid, Math.round(place.y() / grid) * grid);
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
        return Feedback.of(PointerShape.MOVE);
    }
}
