package io.myelin.app.editor.canvas.paint;

import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.engine.run.ComponentStatus;
import javafx.scene.canvas.GraphicsContext;

/** The small mark of what a component is doing. Each state has a shape of its own, so that nothing is told by colour alone. */
final class StateMark {
    private StateMark() {}

    /** The colour of {@code status}. */
    static Tone tone(ComponentStatus status) {
        return switch (status) {
            case NEW, WAITING, STOPPED -> Tone.TYPE_ANY;
            case WORKING -> Tone.ACCENT;
            case BLOCKED, RESTARTING -> Tone.WARNING;
            case FINISHED -> Tone.SUCCESS;
            case FAILED -> Tone.DANGER;
        };
    }

    /**
     * Paints it: a ring before the first message, a disc at work, a smaller disc while waiting, two bars when blocked, a
     * triangle when begun anew, a tick when finished, a square when stopped, a cross when failed.
     */
    static void paint(Brush brush, ComponentStatus status, Point at, double radius) {
        GraphicsContext context = brush.context();
        double x = at.x();
        double y = at.y();
        context.setFill(brush.tones().of(tone(status)));
        context.setStroke(brush.tones().of(tone(status)));
        context.setLineWidth(Math.max(1.4, radius * 0.45));
        switch (status) {
            case NEW -> context.strokeOval(x - radius + 1, y - radius + 1, 2 * radius - 2, 2 * radius - 2);
            case WORKING -> context.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
            case WAITING -> context.fillOval(x - radius * 0.6, y - radius * 0.6, 1.2 * radius, 1.2 * radius);
            case BLOCKED -> {
                context.fillRect(x - radius * 0.8, y - radius, radius * 0.6, 2 * radius);
                context.fillRect(x + radius * 0.2, y - radius, radius * 0.6, 2 * radius);
            }
            case RESTARTING ->
                context.fillPolygon(
                        new double[] {x - radius * 0.8, x + radius, x - radius * 0.8},
                        new double[] {y - radius, y, y + radius},
                        3);
            case FINISHED ->
                context.strokePolyline(
                        new double[] {x - radius, x - radius * 0.25, x + radius},
                        new double[] {y, y + radius * 0.75, y - radius * 0.8},
                        3);
            case STOPPED -> context.fillRect(x - radius * 0.8, y - radius * 0.8, 1.6 * radius, 1.6 * radius);
            case FAILED -> {
                double half = radius * 0.85;
                context.strokeLine(x - half, y - half, x + half, y + half);
                context.strokeLine(x - half, y + half, x + half, y - half);
            }
        }
    }
}
