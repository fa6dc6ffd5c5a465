package io.myelin.app.editor.canvas.paint;

import io.myelin.app.editor.canvas.geometry.Bounds;
import javafx.scene.canvas.GraphicsContext;

/** Paints the dots behind everything. They thin out as the world gets small, so that they stay quiet. */
final class GridPainter {
    private static final double PITCH = 24;
    private static final double LEAST_PIXELS = 18;
    private static final double DOT_PIXELS = 1.6;

    private GridPainter() {}

    static void paint(Brush brush) {
        GraphicsContext context = brush.context();
        double pitch = PITCH;
        while (pitch * brush.viewport().zoom() < LEAST_PIXELS) {
            pitch *= 4;
        }
        double dot = brush.pixels(DOT_PIXELS);
        Bounds visible = brush.area().grown(dot);
        context.setFill(brush.tones().of(Tone.GRID));
        for (double x = Math.floor(visible.x() / pitch) * pitch; x <= visible.right(); x += pitch) {
            for (double y = Math.floor(visible.y() / pitch) * pitch; y <= visible.bottom(); y += pitch) {
                context.fillRect(x - dot / 2, y - dot / 2, dot, dot);
            }
        }
    }
}
