package io.myelin.app.editor.canvas.paint;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.TextStyle;
import io.myelin.app.editor.canvas.live.ComponentLife;
import io.myelin.app.editor.canvas.live.InboxLife;
import io.myelin.app.editor.canvas.live.LiveFrame;
import io.myelin.app.editor.canvas.live.WireLife;
import io.myelin.engine.run.ComponentStatus;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Paints the figures of a run: a component's state, how full its inboxes are, what went along a link. */
final class LifePainter {
    private static final double DOT = 3.5;
    private static final double RING = 2.5;
    private static final double BELOW = 14;
    private static final double LINE = 14;
    private static final double TEXT_INSET = 18;
    private static final double STATE_WIDTH = 96;
    private static final double FAILURE_WIDTH = 200;
    private static final int FAILURE_LINES = 3;
    private static final double BELOW_WIRE = 17;
    private static final double ABOVE_HEADS = 30;
    private static final double LEAST_RATE = 0.05;
    private static final double BAR_WIDTH = 5;
    private static final double BAR_HEIGHT = 20;
    private static final double SHORTEST_LABELLED = 44;

    private final Brush brush;
    private final LiveFrame frame;

    LifePainter(Brush brush, LiveFrame frame) {
        this.brush = brush;
        this.frame = frame;
    }

    void paint(ComponentShape shape) {
        ComponentLife life = frame.components().get(shape.id());
        if (life == null) {
            return;
        }
        Tone tone = StateMark.tone(life.status());
        if (frame.touched().containsKey(shape.id())) {
            ring(shape);
        }
        if (brush.detail() == Detail.BLOCKS) {
            mark(shape, tone);
            return;
        }
        if (life.status() == ComponentStatus.FAILED || life.failure().isPresent()) {
            brush.strokeRound(shape.bounds().grown(-0.5), 7.5, brush.tones().of(Tone.DANGER), 1.5);
        }
        shape.inlets().forEach(this::fill);
        if (brush.detail() == Detail.EVERYTHING) {
            state(shape, life);
        } else {
            StateMark.paint(
                    brush,
                    life.status(),
                    new Point(shape.bounds().x() + 8, shape.bounds().bottom() - 6),
                    5);
        }
    }

    /** Around a component that a change of the running graph has just touched. */
    private void ring(ComponentShape shape) {
        double width = Math.max(RING, brush.pixels(RING));
        brush.strokeRound(
                shape.bounds().grown(2 + width), 8 + 2 + width, brush.tones().of(Tone.SUCCESS), width);
    }

    private void mark(ComponentShape shape, Tone tone) {
        Bounds bounds = shape.bounds();
        GraphicsContext context = brush.context();
        context.setFill(brush.tones().of(tone));
        context.fillRect(bounds.x(), bounds.bottom() - 10, bounds.width(), 10);
    }

    private void state(ComponentShape shape, ComponentLife life) {
        Bounds bounds = shape.bounds();
        double baseline = bounds.bottom() + BELOW;
        boolean failed = life.failure().isPresent();
        double room = Math.max(bounds.width() - TEXT_INSET, failed ? FAILURE_WIDTH : STATE_WIDTH);
        List<String> lines = failed
                ? Wrapping.wrap(life.failure().get(), room, FAILURE_LINES, brush.fonts())
                : List.of(brush.fonts().fit(life.text(), TextStyle.SMALL, room));
        Color color = brush.tones().of(failed ? Tone.DANGER_TEXT : Tone.DETAIL);
        for (int i = 0; i < lines.size(); i++) {
            double width = brush.fonts().width(lines.get(i), TextStyle.SMALL);
            double y = baseline + i * LINE;
            Bounds ground = new Bounds(bounds.x() + 4, y - 11, width + TEXT_INSET, 15);
            brush.fill(ground, brush.tones().of(Tone.BACKGROUND, 0.85));
            brush.text(lines.get(i), TextStyle.SMALL, bounds.x() + TEXT_INSET, y, color);
        }
        StateMark.paint(brush, life.status(), new Point(bounds.x() + 10, baseline - 3.5), DOT);
    }

    /** A small upright bar before the socket, filled from below. */
    private void fill(BoxShape box) {
        InboxLife life = frame.inboxes().get(box.reference());
        if (life == null) {
            return;
        }
        double x = box.centre().x() - BoxShape.RADIUS - 3 - BAR_WIDTH;
        double top = box.centre().y() - BAR_HEIGHT / 2;
        Tone tone = life.fill() >= 1 ? Tone.DANGER : life.fill() >= 0.75 ? Tone.WARNING : Tone.ACCENT;
        Bounds whole = new Bounds(x, top, BAR_WIDTH, BAR_HEIGHT);
        brush.fillRound(whole.grown(1), 3, brush.tones().of(Tone.CARD));
        brush.fillRound(whole, 2, brush.tones().of(Tone.CARD_BORDER));
        if (life.depth() == 0) {
            return;
        }
        double height = Math.max(2, BAR_HEIGHT * life.fill());
        brush.fillRound(
                new Bounds(x, top + BAR_HEIGHT - height, BAR_WIDTH, height),
                2,
                brush.tones().of(tone));
    }

    /**
     * The count and the rate below the middle of the line, in two rows where one has no room; a line between components
     * that stand close together has its count alone, above their heads.
     */
    void paint(LinkShape link) {
        WireLife life = frame.wires().get(link.reference());
        if (life == null || life.count() == 0) {
            return;
        }
        String count = Figures.count(life.count());
        if (link.hidden()) {
            figure(count, link.stubFrom().plus(0, BELOW_WIRE));
            return;
        }
        if (link.path().length() < SHORTEST_LABELLED) {
            figure(count, link.path().at(0.5).plus(0, -ABOVE_HEADS));
            return;
        }
        String rate = life.rate() >= LEAST_RATE ? Figures.rate(life.rate()) : "";
        String both = rate.isEmpty() ? count : count + " · " + rate;
        Point middle = link.path().at(0.5);
        double room = Math.abs(link.path().end().x() - link.path().start().x()) - 2 * BoxShape.RADIUS;
        if (rate.isEmpty() || brush.fonts().width(both, TextStyle.SMALL) <= room) {
            figure(both, middle.plus(0, BELOW_WIRE));
        } else {
            figure(count, middle.plus(0, BELOW_WIRE));
            figure(rate, middle.plus(0, BELOW_WIRE + LINE));
        }
    }

    private void figure(String text, Point place) {
        double width = brush.fonts().width(text, TextStyle.SMALL);
        Bounds ground = new Bounds(place.x() - width / 2 - 3, place.y() - 10.5, width + 6, 14);
        brush.fill(ground, brush.tones().of(Tone.BACKGROUND, 0.85));
        brush.text(
                text,
                TextStyle.SMALL,
                place.x() - width / 2,
                place.y(),
                brush.tones().of(Tone.DETAIL));
    }
}
