package io.myelin.app.editor.canvas.paint;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import java.util.SequencedSet;
import javafx.scene.paint.Color;

/**
 * Paints marks over a graph: a frame round each marked component and a thick line along each marked link, both with a
 * badge that shows the sign. What is gone is dashed. Frames and signs are as large at every zoom, or small ones would
 * not be seen in a large graph.
 */
public final class MarkPainter {
    private static final double FRAME = 2.5;
    private static final double APART = 5;
    private static final double ROUND = 10;
    private static final double BADGE = 8;
    private static final double ARM = 4;
    private static final double BADGE_STEP = 2 * BADGE + 2;
    private static final double TINT = 0.1;

    private final Brush brush;
    private final Marks marks;

    /** Paints {@code marks} by {@code brush}. */
    public MarkPainter(Brush brush, Marks marks) {
        this.brush = brush;
        this.marks = marks;
    }

    /** Paints what is in view. */
    public void paint(CanvasGeometry geometry) {
        Bounds area = brush.viewport().visible().grown(brush.pixels(BADGE + APART));
        for (LinkShape link : geometry.linksIn(area)) {
            Mark mark = marks.links().get(link.reference());
            if (mark != null) {
                line(link, mark);
            }
        }
        for (ComponentShape shape : geometry.componentsIn(area)) {
            SequencedSet<Mark> several = marks.components().get(shape.id());
            if (several != null && !several.isEmpty()) {
                frame(shape.bounds(), several);
            }
        }
        for (LinkShape link : geometry.linksIn(area)) {
            Mark mark = marks.links().get(link.reference());
            if (mark != null) {
                badge(mark, link.path().at(0.5));
            }
        }
    }

    private void line(LinkShape link, Mark mark) {
        dash(mark);
        brush.stroke(link.path(), brush.tones().of(mark.tone()), brush.pixels(FRAME + 1));
        brush.dashes();
    }

    private void frame(Bounds bounds, SequencedSet<Mark> several) {
        Mark first = several.getFirst();
        Bounds around = bounds.grown(brush.pixels(APART));
        double radius = brush.pixels(ROUND);
        brush.fillRound(around, radius, brush.tones().of(first.tone(), TINT));
        dash(first);
        brush.strokeRound(around, radius, brush.tones().of(first.tone()), brush.pixels(FRAME));
        brush.dashes();
        double x = around.x();
        for (Mark mark : several) {
            badge(mark, new Point(x, around.y()));
            x += brush.pixels(BADGE_STEP);
        }
    }

    private void dash(Mark mark) {
        if (mark == Mark.REMOVED) {
            brush.dashes(brush.pixels(7), brush.pixels(6));
        }
    }

    private void badge(Mark mark, Point centre) {
        double radius = brush.pixels(BADGE);
        Bounds disc = new Bounds(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
        brush.fillRound(disc.grown(brush.pixels(1.5)), radius * 2, brush.tones().of(Tone.BACKGROUND));
        brush.fillRound(disc, radius, brush.tones().of(mark.tone()));
        sign(mark, centre);
    }

    /** Signs are drawn, not written: they stand in the very middle of the badge whatever fonts there are. */
    private void sign(Mark mark, Point centre) {
        double arm = brush.pixels(ARM);
        switch (mark) {
            case ADDED -> {
                stroke(centre.plus(-arm, 0), centre.plus(arm, 0));
                stroke(centre.plus(0, -arm), centre.plus(0, arm));
            }
            case REMOVED -> stroke(centre.plus(-arm, 0), centre.plus(arm, 0));
            case CHANGED -> {
                double rise = arm * 0.45;
                stroke(centre.plus(-arm, rise), centre.plus(-arm * 0.45, -rise));
                stroke(centre.plus(-arm * 0.45, -rise), centre.plus(arm * 0.45, rise));
                stroke(centre.plus(arm * 0.45, rise), centre.plus(arm, -rise));
            }
            case RENAMED -> {
                stroke(centre.plus(-arm, 0), centre.plus(arm, 0));
                stroke(centre.plus(arm * 0.2, -arm * 0.7), centre.plus(arm, 0));
                stroke(centre.plus(arm * 0.2, arm * 0.7), centre.plus(arm, 0));
            }
        }
    }

    private void stroke(Point from, Point to) {
        Color color = brush.tones().of(Tone.ON_STRONG);
        brush.line(from, to, color, brush.pixels(1.8));
    }
}
