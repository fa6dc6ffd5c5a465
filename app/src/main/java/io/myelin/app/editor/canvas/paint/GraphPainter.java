package io.myelin.app.editor.canvas.paint;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import java.util.List;

/** Paints the graph from the grid up: groups, links, then components, the selected ones last. */
public final class GraphPainter {
    private static final double MARGIN = 24;

    private GraphPainter() {}

    /** Paints what is visible of {@code geometry}. */
    public static void paint(Brush brush, CanvasGeometry geometry, PaintState state) {
        Bounds area = brush.viewport().visible().grown(MARGIN);
        GridPainter.paint(brush);
        new GroupPainter(brush, state).paint(geometry.layout().groups());
        new BorderPainter(brush, state).paint(geometry.border());
        new LinkPainter(brush, state, id -> title(geometry, id)).paint(geometry.linksIn(area));
        ComponentPainter components = new ComponentPainter(brush, state);
        LifePainter life = new LifePainter(brush, state.live());
        List<ComponentShape> visible = geometry.componentsIn(area);
        for (ComponentShape shape : visible) {
            if (!state.components().contains(shape.id())) {
                components.paint(shape);
                life.paint(shape);
            }
        }
        for (ComponentShape shape : visible) {
            if (state.components().contains(shape.id())) {
                components.paint(shape);
                life.paint(shape);
            }
        }
        if (!state.breakpoints().isEmpty()) {
            new BreakpointPainter(brush, state.breakpoints()).paint(geometry.linksIn(area));
        }
        if (brush.detail() == Detail.EVERYTHING) {
            geometry.linksIn(area).forEach(life::paint);
        }
    }

    private static String title(CanvasGeometry geometry, String id) {
        return geometry.component(id).map(shape -> shape.face().title()).orElse(id);
    }
}
