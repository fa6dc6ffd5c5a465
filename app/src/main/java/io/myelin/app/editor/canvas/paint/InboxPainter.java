package io.myelin.app.editor.canvas.paint;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.live.InboxLife;

/**
 * Paints how full an inbox is: an upright bar where its wires end, filled from below, with a stroke across its top once
 * nothing more goes in. Never smaller than can be seen, and nothing at all while nothing waits.
 */
final class InboxPainter {
    private static final double WIDTH = 6;
    private static final double HEIGHT = 18;
    private static final double LEAST_WIDTH = 4;
    private static final double LEAST_HEIGHT = 11;
    private static final double GAP = 3;
    private static final double CAP_BEYOND = 2.5;
    private static final double CAP = 2.5;

    private final Brush brush;

    InboxPainter(Brush brush) {
        this.brush = brush;
    }

    /** The colour that goes with how full {@code life} says that an inbox is. */
    private static Tone tone(InboxLife life) {
        return switch (life.level()) {
            case EMPTY, SOME, HALF -> Tone.ACCENT;
            case HIGH -> Tone.WARNING;
            case FULL -> Tone.DANGER;
        };
    }

    /** Before the socket of {@code box}. */
    void atSocket(BoxShape box, InboxLife life) {
        if (life.depth() == 0) {
            return;
        }
        double width = Math.max(WIDTH, brush.pixels(LEAST_WIDTH));
        double height = Math.max(HEIGHT, brush.pixels(LEAST_HEIGHT));
        double right = box.centre().x() - BoxShape.RADIUS - GAP;
        Bounds whole = new Bounds(right - width, box.centre().y() - height / 2, width, height);
        brush.fillRound(
                whole.grown(Math.max(1, brush.pixels(1))), 2.5, brush.tones().of(Tone.CARD));
        brush.fillRound(whole, 1.5, brush.tones().of(Tone.CARD_BORDER));
        fill(whole, life);
    }

    /** On the left edge of {@code shape}, drawn as a block, for the fullest of its inboxes. */
    void atBlock(ComponentShape shape, InboxLife fullest) {
        if (fullest.level().compareTo(InboxLife.Level.HALF) < 0) {
            return;
        }
        Bounds bounds = shape.bounds();
        double width = Math.max(WIDTH, brush.pixels(LEAST_WIDTH - 1));
        double height = Math.max(bounds.height(), brush.pixels(LEAST_HEIGHT / 2));
        Bounds whole = new Bounds(bounds.x() - width, bounds.centre().y() - height / 2, width, height);
        brush.fill(whole, brush.tones().of(Tone.CARD_BORDER));
        fill(whole, fullest);
    }

    private void fill(Bounds whole, InboxLife life) {
        double height = Math.max(brush.pixels(2), whole.height() * life.fill());
        brush.fillRound(
                new Bounds(whole.x(), whole.bottom() - height, whole.width(), height),
                1.5,
                brush.tones().of(tone(life)));
        if (life.level() == InboxLife.Level.FULL) {
            double beyond = Math.max(CAP_BEYOND, brush.pixels(2));
            brush.line(
                    new Point(whole.x() - beyond, whole.y()),
                    new Point(whole.right() + beyond, whole.y()),
                    brush.tones().of(tone(life)),
                    Math.max(CAP, brush.pixels(2)));
        }
    }
}
