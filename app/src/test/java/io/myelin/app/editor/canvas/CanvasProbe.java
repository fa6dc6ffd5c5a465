package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.document.Document;
import java.util.Comparator;
import java.util.List;

/** What measuring sees of a canvas and others do not. For the window's thread. */
public record CanvasProbe(Document document, GraphCanvas canvas) {
    /** The shapes. */
    public CanvasGeometry geometry() {
        return canvas.geometry();
    }

    /** What is shown. */
    public Viewport viewport() {
        return canvas.interaction().viewport();
    }

    /** Shows another part of the world. */
    public void show(Viewport viewport) {
        canvas.interaction().show(viewport);
    }

    /** How often the graph was painted. */
    public long paintings() {
        return canvas.paintings();
    }

    /** How many components are in view. */
    public int inView() {
        return geometry().componentsIn(viewport().visible()).size();
    }

    /** The {@code count} links nearest to the middle of what is shown. */
    public List<LinkShape> nearest(int count) {
        var middle = viewport().visible().centre();
        return geometry().links().stream()
                .sorted(Comparator.comparingDouble(link -> link.path().at(0.5).distance(middle)))
                .limit(count)
                .toList();
    }
}
