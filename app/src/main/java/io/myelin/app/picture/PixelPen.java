package io.myelin.app.picture;

import io.myelin.app.editor.canvas.geometry.TextStyle;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;

/** Draws pixels. */
final class PixelPen implements Pen {
    private final Graphics2D graphics;
    private final PictureFonts fonts;

    PixelPen(Graphics2D graphics, PictureFonts fonts) {
        this.graphics = graphics;
        this.fonts = fonts;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    @Override
    public void fill(Shape shape, Ink ink) {
        graphics.setColor(ink.colour());
        graphics.fill(shape);
    }

    @Override
    public void stroke(Shape shape, Ink ink, double width, float... dashes) {
        graphics.setColor(ink.colour());
        graphics.setStroke(new BasicStroke(
                (float) width,
                BasicStroke.CAP_ROUND,
                BasicStroke.JOIN_ROUND,
                1,
                dashes.length == 0 ? null : dashes,
                0));
        graphics.draw(shape);
    }

    @Override
    public void text(String text, TextStyle style, double x, double baseline, Ink ink) {
        graphics.setColor(ink.colour());
        graphics.setFont(fonts.of(style));
        graphics.drawString(text, (float) x, (float) baseline);
    }
}
