package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.text.Texts;

/**
 * Moves a place that a link is led through, from grid line to grid line; Alt lets go of the grid. The document follows
 * while it is dragged, in one step that is taken back when given up.
 */
final class WaypointGesture extends SteppedGesture {
    private static final Texts TEXTS = Texts.of(WaypointGesture.class);

    private final LinkReference link;
    private final int index;

    WaypointGesture(Surface surface, LinkReference link, int index) {
        super(surface, TEXTS.get("step.move-waypoint"), PointerShape.MOVE);
        this.link = link;
        this.index = index;
    }

    @Override
    void follow(PointerEvent event) {
        Point world = surface.world(event);
        surface.layout().moveWaypoint(link, index, event.modifiers().alt() ? world : CanvasGeometry.onGrid(world));
    }
}
