package io.myelin.app.editor.canvas.paint;

import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.document.LinkReference;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/**
 * Paints breakpoints near the outbox of their wires: a disc, with a hole where it holds only some messages, and a square
 * with two bars round which a ring lies while one is held. The shapes alone tell them apart.
 */
final class BreakpointPainter {
    private static final double ALONG = 22;
    private static final double RADIUS = 6;

    private final Brush brush;
    private final Map<LinkReference, BreakpointMark> marks;

    BreakpointPainter(Brush brush, Map<LinkReference, BreakpointMark> marks) {
        this.brush = brush;
        this.marks = marks;
    }

    void paint(List<LinkShape> links) {
        links.forEach(link -> {
            BreakpointMark mark = marks.get(link.reference());
            if (mark != null) {
                paint(link, mark);
            }
        });
    }

    private void paint(LinkShape link, BreakpointMark mark) {
        double length = link.path().length();
        Point at = link.hidden()
                ? link.path().start().plus(LinkShape.STUB / 2, 0)
                : link.path().at(Math.min(0.5, ALONG / Math.max(1, length)));
        double radius = Math.max(RADIUS, brush.pixels(4));
        Color strong = brush.tones().of(Tone.DANGER);
        Color card = brush.tones().of(Tone.CARD);
        disc(at, radius + 1.5, card);
        if (mark == BreakpointMark.HOLDING) {
            disc(at, radius + 5, brush.tones().of(Tone.DANGER, 0.25));
            GraphicsContext context = brush.context();
            context.setFill(strong);
            context.fillRect(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
            context.setFill(brush.tones().of(Tone.ON_STRONG));
            context.fillRect(at.x() - radius * 0.5, at.y() - radius * 0.55, radius * 0.35, radius * 1.1);
            context.fillRect(at.x() + radius * 0.15, at.y() - radius * 0.55, radius * 0.35, radius * 1.1);
        } else {
            disc(at, radius, strong);
            if (mark == BreakpointMark.SOME) {
                disc(at, radius * 0.45, card);
            }
        }
    }

    private void disc(Point at, double radius, Color color) {
        brush.context().setFill(color);
        brush.context().fillOval(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
    }
}
