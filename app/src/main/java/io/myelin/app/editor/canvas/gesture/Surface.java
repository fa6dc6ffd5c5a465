package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.HiddenEnds;
import io.myelin.app.editor.canvas.geometry.Hit;
import io.myelin.app.editor.canvas.geometry.HitTest;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.document.Document;

/** What all gestures on one canvas share. */
final class Surface {
    /** How far a pressed pointer may move before it is a drag, in pixels. */
    static final double SLACK = 4;

    private final Document document;
    private final CanvasGeometry geometry;
    private final HitTest hits;
    private final GraphSurgery surgery;
    private final LayoutSurgery layout;
    private final FoldSurgery folding;
    private final CanvasHost host;
    private Viewport viewport = Viewport.START;

    Surface(Document document, CanvasGeometry geometry, CanvasHost host) {
        this.document = document;
        this.geometry = geometry;
        this.hits = new HitTest(geometry);
        this.layout = new LayoutSurgery(document);
        this.folding = new FoldSurgery(document, geometry);
        this.surgery = new GraphSurgery(document, geometry, layout);
        this.host = host;
    }

    Document document() {
        return document;
    }

    CanvasGeometry geometry() {
        return geometry;
    }

    HitTest hits() {
        return hits;
    }

    GraphSurgery surgery() {
        return surgery;
    }

    LayoutSurgery layout() {
        return layout;
    }

    FoldSurgery folding() {
        return folding;
    }

    CanvasHost host() {
        return host;
    }

    Viewport viewport() {
        return viewport;
    }

    void show(Viewport changed) {
        if (!changed.equals(viewport)) {
            viewport = changed;
            host.viewportChanged(changed);
        }
    }

    /** Has the links listed that share a row. */
    void listWires(HiddenEnds.End end) {
        host.wiresListed(end.links().stream().map(LinkShape::reference).toList(), end.name());
    }

    Point world(PointerEvent event) {
        return viewport.toWorld(event.screen());
    }

    Hit hit(PointerEvent event) {
        return hits.at(world(event), viewport.zoom());
    }
}
