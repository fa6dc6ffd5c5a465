package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.canvas.paint.Brush;
import io.myelin.app.editor.canvas.paint.CanvasFonts;
import io.myelin.app.editor.canvas.paint.CanvasTones;
import io.myelin.app.editor.canvas.paint.MarkPainter;
import io.myelin.app.editor.canvas.paint.Marks;
import javafx.scene.canvas.Canvas;

/** The marks over the graph. Without marks it has no bitmap, and costs nothing. */
final class MarkLayer extends Canvas {
    private final CanvasGeometry geometry;
    private final CanvasTones tones;
    private final CanvasFonts fonts;
    private Marks marks = Marks.NONE;

    MarkLayer(CanvasGeometry geometry, CanvasTones tones, CanvasFonts fonts) {
        this.geometry = geometry;
        this.tones = tones;
        this.fonts = fonts;
        setManaged(false);
        setMouseTransparent(true);
    }

    void show(Marks changed) {
        marks = changed;
    }

    /** Paints what {@code viewport} shows. */
    void paint(Viewport viewport) {
        double width = marks.isEmpty() ? 0 : viewport.width();
        double height = marks.isEmpty() ? 0 : viewport.height();
        if (width != getWidth() || height != getHeight()) {
            setWidth(width);
            setHeight(height);
        }
        if (!marks.isEmpty()) {
            new MarkPainter(new Brush(this, viewport, tones, fonts), marks).paint(geometry);
        }
    }
}
