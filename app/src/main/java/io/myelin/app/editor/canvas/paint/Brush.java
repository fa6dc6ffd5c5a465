package io.myelin.app.editor.canvas.paint;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.LinkPath;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.TextStyle;
import io.myelin.app.editor.canvas.geometry.Viewport;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;

/** Paints in units of the world on a canvas of the screen, for one repaint. */
public final class Brush {
    /** Corners of fewer pixels look the same square, which costs a tenth. */
    private static final double ROUND_FROM = 1.5;
    /** A rounded corner that is wiped has so many steps at the most. */
    private static final double MOST_STEPS = 16;

    private final GraphicsContext context;
    private final Viewport viewport;
    private final CanvasTones tones;
    private final CanvasFonts fonts;
    private final Detail detail;
    private final Bounds part;

    private final double originX;
    private final double originY;

    /** Wipes {@code canvas} and begins to paint what {@code viewport} shows. */
    public Brush(Canvas canvas, Viewport viewport, CanvasTones tones, CanvasFonts fonts) {
        this(canvas, viewport, new Bounds(0, 0, viewport.width(), viewport.height()), tones, fonts);
        context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        toWorld();
    }

    /**
     * Wipes only {@code part} of {@code canvas}, whole pixels of it, and begins to paint what {@code viewport} shows there
     * and nowhere else. To be followed by {@link #endPart}.
     */
    public static Brush ofPart(Canvas canvas, Viewport viewport, Bounds part, CanvasTones tones, CanvasFonts fonts) {
        Brush brush = new Brush(canvas, viewport, part, tones, fonts);
        GraphicsContext context = brush.context;
        context.save();
        context.beginPath();
        context.rect(part.x(), part.y(), part.width(), part.height());
        context.clip();
        context.clearRect(part.x(), part.y(), part.width(), part.height());
        brush.toWorld();
        return brush;
    }

    /** Ends the painting of a part: from here on all of the canvas can be painted. */
    public void endPart() {
        context.restore();
    }

    private Brush(Canvas canvas, Viewport viewport, Bounds part, CanvasTones tones, CanvasFonts fonts) {
        this.context = canvas.getGraphicsContext2D();
        this.part = part;
        this.viewport = viewport;
        this.tones = tones;
        this.fonts = fonts;
        this.detail = Detail.at(viewport.zoom());
        double zoom = viewport.zoom();
        // The world starts on a whole pixel, so that straight edges are sharp at 100 %.
        this.originX = Math.round(-viewport.x() * zoom);
        this.originY = Math.round(-viewport.y() * zoom);
        context.setTransform(1, 0, 0, 1, 0, 0);
    }

    private void toWorld() {
        double zoom = viewport.zoom();
        context.setTransform(zoom, 0, 0, zoom, originX, originY);
        context.setTextBaseline(VPos.BASELINE);
        context.setTextAlign(TextAlignment.LEFT);
        context.setLineCap(StrokeLineCap.ROUND);
        context.setLineDashes();
        context.setGlobalAlpha(1);
    }

    /** The canvas's own. */
    GraphicsContext context() {
        return context;
    }

    /** What is shown. */
    Viewport viewport() {
        return viewport;
    }

    /** The colours. */
    CanvasTones tones() {
        return tones;
    }

    /** The fonts. */
    CanvasFonts fonts() {
        return fonts;
    }

    /** What of the canvas is painted, in its pixels. */
    Bounds part() {
        return part;
    }

    /** What of the world is painted. */
    Bounds area() {
        double zoom = viewport.zoom();
        return new Bounds(
                viewport.x() + part.x() / zoom,
                viewport.y() + part.y() / zoom,
                part.width() / zoom,
                part.height() / zoom);
    }

    /** How much is painted. */
    Detail detail() {
        return detail;
    }

    /** Where on the canvas the world has its origin, in pixels. */
    double originX() {
        return originX;
    }

    /** Where on the canvas the world has its origin, in pixels. */
    double originY() {
        return originY;
    }

    /** How many pixels of the screen there are for each of the canvas. */
    double outputScale() {
        Scene scene = context.getCanvas().getScene();
        return scene == null || scene.getWindow() == null
                ? 1
                : scene.getWindow().getRenderScaleX();
    }

    /** So many pixels in units of the world. */
    double pixels(double count) {
        return count / viewport.zoom();
    }

    /** So many units of the world in pixels. */
    double toPixels(double units) {
        return units * viewport.zoom();
    }

    void fillRound(Bounds bounds, double radius, Color color) {
        context.setFill(color);
        if (toPixels(radius) < ROUND_FROM) {
            context.fillRect(bounds.x(), bounds.y(), bounds.width(), bounds.height());
            return;
        }
        context.fillRoundRect(bounds.x(), bounds.y(), bounds.width(), bounds.height(), 2 * radius, 2 * radius);
    }

    /** Takes away what was painted in {@code bounds}, so that what lies under the canvas is seen there. */
    void wipeRound(Bounds bounds, double radius) {
        boolean isRound = toPixels(radius) >= ROUND_FROM;
        int steps = isRound ? (int) Math.min(MOST_STEPS, Math.ceil(toPixels(radius))) : 1;
        // Rectangles over each other, ever lower and wider, are together as round as can be seen under an edge.
        for (int step = 0; step < steps; step++) {
            double down = isRound ? radius * step / steps : 0;
            double toMiddle = radius - radius * (step + 0.5) / steps;
            double across = isRound ? radius - Math.sqrt(radius * radius - toMiddle * toMiddle) : 0;
            context.clearRect(
                    bounds.x() + across, bounds.y() + down, bounds.width() - 2 * across, bounds.height() - 2 * down);
        }
    }

    void fill(Bounds bounds, Color color) {
        context.setFill(color);
        context.fillRect(bounds.x(), bounds.y(), bounds.width(), bounds.height());
    }

    void strokeRound(Bounds bounds, double radius, Color color, double width) {
        context.setStroke(color);
        context.setLineWidth(width);
        context.strokeRoundRect(bounds.x(), bounds.y(), bounds.width(), bounds.height(), 2 * radius, 2 * radius);
    }

    void text(String text, TextStyle style, double x, double baseline, Color color) {
        context.setFill(color);
        context.setFont(fonts.atZoom(style, viewport.zoom()));
        inPixels(text, x, baseline);
    }

    /** Letters of the right size, for drawing letters of another one larger or smaller takes ten times as long. */
    private void inPixels(String text, double x, double y) {
        double zoom = viewport.zoom();
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.fillText(text, x * zoom + originX, y * zoom + originY);
        context.setTransform(zoom, 0, 0, zoom, originX, originY);
    }

    void textCentred(String text, TextStyle style, double x, double baseline, Color color) {
        text(text, style, x - fonts.width(text, style) / 2, baseline, color);
    }

    void textBefore(String text, TextStyle style, double right, double baseline, Color color) {
        text(text, style, right - fonts.width(text, style), baseline, color);
    }

    void icon(String literal, Point centre, Color color) {
        icon(literal, centre, color, CanvasFonts.ICON_SIZE);
    }

    /** An icon of another than the usual size. */
    void icon(String literal, Point centre, Color color, double size) {
        CanvasFonts.Glyph glyph = fonts.icon(literal);
        context.setFont(glyph.font(size * viewport.zoom()));
        context.setFill(color);
        context.setTextAlign(TextAlignment.CENTER);
        context.setTextBaseline(VPos.CENTER);
        inPixels(glyph.text(), centre.x(), centre.y());
        context.setTextAlign(TextAlignment.LEFT);
        context.setTextBaseline(VPos.BASELINE);
    }

    void stroke(LinkPath path, Color color, double width) {
        context.setStroke(color);
        context.setLineWidth(width);
        trace(path.controls());
        context.stroke();
    }

    private void trace(List<Point> controls) {
        context.beginPath();
        context.moveTo(controls.getFirst().x(), controls.getFirst().y());
        for (int i = 1; i + 2 < controls.size(); i += 3) {
            Point a = controls.get(i);
            Point b = controls.get(i + 1);
            Point c = controls.get(i + 2);
            context.bezierCurveTo(a.x(), a.y(), b.x(), b.y(), c.x(), c.y());
        }
    }

    void line(Point from, Point to, Color color, double width) {
        context.setStroke(color);
        context.setLineWidth(width);
        context.strokeLine(from.x(), from.y(), to.x(), to.y());
    }

    void dashes(double... lengths) {
        context.setLineDashes(lengths);
    }
}
