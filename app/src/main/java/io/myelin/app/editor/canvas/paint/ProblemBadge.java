package io.myelin.app.editor.canvas.paint;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.TextStyle;
import io.myelin.engine.graph.Problem;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;

/** The sign at the corner of a card in which something is wrong: a disc for errors, else a triangle. */
final class ProblemBadge {
    private static final double FROM_EDGE = 12;

    private ProblemBadge() {}

    /** Paints it on {@code card} if there is any of {@code problems}, with a sign. */
    static void paint(Brush brush, Bounds card, List<Problem> problems) {
        paint(brush, card, problems, false);
    }

    /** Paints it on {@code card} if there is any of {@code problems}; with how many there are where {@code counts}. */
    static void paint(Brush brush, Bounds card, List<Problem> problems, boolean counts) {
        if (problems.isEmpty()) {
            return;
        }
        boolean wrong = problems.stream().anyMatch(Problem::isError);
        double x = card.right() - FROM_EDGE;
        double y = card.y();
        String count = counts ? Integer.toString(problems.size()) : "";
        if (wrong) {
            disc(brush, x, y, count);
        } else {
            triangle(brush, x, y, count);
        }
    }

    /** Paints the sign of a card that was just added and in which something is still to be filled in. */
    static void toFillIn(Brush brush, Bounds card) {
        double x = card.right() - FROM_EDGE;
        double y = card.y();
        GraphicsContext context = brush.context();
        context.setFill(brush.tones().of(Tone.CARD));
        context.fillOval(x - 9, y - 9, 18, 18);
        context.setStroke(brush.tones().of(Tone.DETAIL));
        context.setLineWidth(1.5);
        context.strokeOval(x - 7.5, y - 7.5, 15, 15);
        for (int dot = -1; dot <= 1; dot++) {
            context.setFill(brush.tones().of(Tone.DETAIL));
            context.fillOval(x + 3.5 * dot - 1, y - 1, 2, 2);
        }
    }

    private static void disc(Brush brush, double x, double y, String count) {
        GraphicsContext context = brush.context();
        context.setFill(brush.tones().of(Tone.CARD));
        context.fillOval(x - 11, y - 11, 22, 22);
        context.setFill(brush.tones().of(Tone.DANGER));
        context.fillOval(x - 9, y - 9, 18, 18);
        if (count.isEmpty()) {
            brush.textCentred("×", TextStyle.TITLE, x, y + 4.5, brush.tones().of(Tone.ON_STRONG));
        } else {
            brush.textCentred(count, TextStyle.DETAIL, x, y + 4, brush.tones().of(Tone.ON_STRONG));
        }
    }

    private static void triangle(Brush brush, double x, double y, String count) {
        GraphicsContext context = brush.context();
        context.setFill(brush.tones().of(Tone.CARD));
        context.fillPolygon(new double[] {x - 11, x, x + 11}, new double[] {y + 9.5, y - 11, y + 9.5}, 3);
        context.setFill(brush.tones().of(Tone.WARNING));
        context.fillPolygon(new double[] {x - 8.5, x, x + 8.5}, new double[] {y + 7.5, y - 8, y + 7.5}, 3);
        brush.textCentred(
                count.isEmpty() ? "!" : count,
                TextStyle.SMALL,
                x,
                y + 5.5,
                brush.tones().of(Tone.ON_STRONG));
    }
}
