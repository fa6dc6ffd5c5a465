package io.myelin.app.editor.canvas.paint;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Paints components as coloured blocks and links as straight lines, for where thousands of them are in view. */
final class BlockPainter {
    private static final double TINT = 0.55;
    private static final double LINE = 1.75 * 0.75;
    private static final double SELECTED = 2;

    /** How thick the cross on a component with errors is, in pixels. */
    private static final double CROSS = 1.5;

    private final Brush brush;
    private final PaintState state;
    private final PixelRaster raster;
    private final double zoom;
    private final double scale;
    private final boolean isAnyWrong;
    private final Map<Tone, Color> blocks = new EnumMap<>(Tone.class);

    /** With {@code scale} pixels of the screen for each of the window's. */
    BlockPainter(Brush brush, PaintState state, BlockRaster rasters, double scale) {
        this.brush = brush;
        this.state = state;
        this.scale = scale;
        this.zoom = brush.viewport().zoom() * scale;
        this.isAnyWrong = !state.problems().wrongComponents().isEmpty();
        Bounds part = brush.part();
        this.raster = rasters.wiped(
                (int) Math.round(part.x() * scale),
                (int) Math.round(part.y() * scale),
                (int) Math.ceil(part.width() * scale),
                (int) Math.ceil(part.height() * scale));
    }

    private double x(double world) {
        return world * zoom + brush.originX() * scale;
    }

    private double y(double world) {
        return world * zoom + brush.originY() * scale;
    }

    /** Paints {@code link}, from end to end, in {@code color}. */
    void line(LinkShape link, Color color) {
        Point start = link.path().start();
        Point end = link.path().end();
        raster.line(x(start.x()), y(start.y()), x(end.x()), y(end.y()), Math.max(scale, LINE * zoom), color);
    }

    void blocks(List<ComponentShape> shapes) {
        for (ComponentShape shape : shapes) {
            if (!state.components().contains(shape.id())) {
                block(shape);
            }
        }
        for (ComponentShape shape : shapes) {
            if (state.components().contains(shape.id())) {
                block(shape);
                Bounds bounds = shape.bounds();
                raster.frame(
                        x(bounds.x()),
                        y(bounds.y()),
                        x(bounds.right()),
                        y(bounds.bottom()),
                        SELECTED * scale,
                        brush.tones().of(Tone.ACCENT));
            }
        }
    }

    private void block(ComponentShape shape) {
        Bounds bounds = shape.bounds();
        boolean wrong = isAnyWrong && state.problems().wrongComponents().contains(shape.id());
        Tone tone = wrong ? Tone.DANGER : FamilyLook.of(shape.face().family()).tone();
        Color color = blocks.computeIfAbsent(tone, this::tinted);
        raster.fill(x(bounds.x()), y(bounds.y()), x(bounds.right()), y(bounds.bottom()), color);
        if (wrong) {
            // Not only by its colour: crossed out.
            Color cross = brush.tones().of(Tone.CARD);
            raster.line(x(bounds.x()), y(bounds.y()), x(bounds.right()), y(bounds.bottom()), CROSS * scale, cross);
            raster.line(x(bounds.x()), y(bounds.bottom()), x(bounds.right()), y(bounds.y()), CROSS * scale, cross);
        }
    }

    private Color tinted(Tone tone) {
        return brush.tones().of(Tone.CARD).interpolate(brush.tones().of(tone), TINT);
    }

    /** Puts all that was painted on the canvas. */
    void show() {
        GraphicsContext context = brush.context();
        context.save();
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.setImageSmoothing(false);
        context.drawImage(
                raster.image(),
                brush.part().x(),
                brush.part().y(),
                Math.ceil(brush.part().width() * scale) / scale,
                Math.ceil(brush.part().height() * scale) / scale);
        context.restore();
    }
}
