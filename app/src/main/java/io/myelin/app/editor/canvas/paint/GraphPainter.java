package io.myelin.app.editor.canvas.paint;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import java.util.List;

/** Paints the graph from the grid up: groups, links, then components, the selected ones last. */
public final class GraphPainter {
    private static final double MARGIN = 24;

    private GraphPainter() {}

    /** Paints what is visible of {@code geometry}. */
    public static void paint(Brush brush, CanvasGeometry geometry, PaintState state) {
        Bounds area = brush.viewport().visible().grown(MARGIN);
        GridPainter.paint(brush);
        GroupPainter groups = new GroupPainter(brush, state);
        groups.frames(geometry.layout().groups());
        List<LinkShape> links = brush.detail() == Detail.BLOCKS ? geometry.plainLinksIn(area) : geometry.linksIn(area);
        new LinkPainter(brush, state, id -> title(geometry, id)).paint(links);
        groups.cards(geometry.layout().groups());
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
        if (brush.detail() == Detail.EVERYTHING) {
            links.forEach(life::paint);
        }
    }

    private static String title(CanvasGeometry geometry, String id) {
        return geometry.component(id).map(shape -> shape.face().title()).orElse(id);
    }
}
