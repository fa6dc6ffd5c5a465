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
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Paints the figures of a run: a component's state, how full its inboxes are, what went along a link. */
final class LifePainter {
    private static final double DOT = 3.5;
    private static final double BELOW = 14;
    private static final double LONGEST = 320;
    private static final double BAR_WIDTH = 4;
    private static final double BAR_HEIGHT = 18;
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
        Tone tone = tone(life.status());
        if (brush.detail() == Detail.BLOCKS) {
            mark(shape, tone);
            return;
        }
        if (life.status() == ComponentStatus.FAILED || life.failure().isPresent()) {
            brush.strokeRound(shape.bounds().grown(-0.5), 7.5, brush.tones().of(Tone.DANGER), 1.5);
        }
        shape.inlets().forEach(this::fill);
        if (brush.detail() == Detail.EVERYTHING) {
            state(shape, life, tone);
        } else {
            dot(new Point(shape.bounds().x() + 8, shape.bounds().bottom() - 6), tone, 5);
        }
    }

    private void mark(ComponentShape shape, Tone tone) {
        Bounds bounds = shape.bounds();
        GraphicsContext context = brush.context();
        context.setFill(brush.tones().of(tone));
        context.fillRect(bounds.x(), bounds.bottom() - 10, bounds.width(), 10);
    }

    private void state(ComponentShape shape, ComponentLife life, Tone tone) {
        Bounds bounds = shape.bounds();
        double baseline = bounds.bottom() + BELOW;
        dot(new Point(bounds.x() + 10, baseline - 3.5), tone, DOT);
        String text = life.failure()
                .map(failure -> failure.lines().findFirst().orElse(""))
                .orElse(life.text());
        Color color = life.failure().isPresent()
                ? brush.tones().of(Tone.DANGER)
                : brush.tones().of(Tone.DETAIL);
        double most = life.failure().isPresent() ? LONGEST : Math.max(bounds.width() - 20, 80);
        String shown = brush.fonts().fit(text, TextStyle.SMALL, most);
        double width = brush.fonts().width(shown, TextStyle.SMALL);
        brush.fillRound(
                new Bounds(bounds.x() + 2, baseline - 11, width + 20, 15),
                7.5,
                brush.tones().of(Tone.BACKGROUND, 0.85));
        dot(new Point(bounds.x() + 10, baseline - 3.5), tone, DOT);
        brush.text(shown, TextStyle.SMALL, bounds.x() + 18, baseline, color);
    }

    private void dot(Point centre, Tone tone, double radius) {
        GraphicsContext context = brush.context();
        context.setFill(brush.tones().of(tone));
        context.fillOval(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
    }

    private static Tone tone(ComponentStatus status) {
        return switch (status) {
            case NEW, WAITING, STOPPED -> Tone.TYPE_ANY;
            case WORKING -> Tone.ACCENT;
            case BLOCKED, RESTARTING -> Tone.WARNING;
            case FINISHED -> Tone.SUCCESS;
            case FAILED -> Tone.DANGER;
        };
    }

    /** A small upright bar before the socket, filled from below; none where nothing waits. */
    private void fill(BoxShape box) {
        InboxLife life = frame.inboxes().get(box.reference());
        if (life == null || life.depth() == 0) {
            return;
        }
        double x = box.centre().x() - BoxShape.RADIUS - 3 - BAR_WIDTH;
        double top = box.centre().y() - BAR_HEIGHT / 2;
        Tone tone = life.fill() >= 1 ? Tone.DANGER : life.fill() >= 0.75 ? Tone.WARNING : Tone.ACCENT;
        Bounds whole = new Bounds(x, top, BAR_WIDTH, BAR_HEIGHT);
        brush.fillRound(whole.grown(1), 3, brush.tones().of(Tone.CARD));
        brush.fillRound(whole, 2, brush.tones().of(Tone.CARD_BORDER));
        double height = Math.max(2, BAR_HEIGHT * life.fill());
        brush.fillRound(
                new Bounds(x, top + BAR_HEIGHT - height, BAR_WIDTH, height),
                2,
                brush.tones().of(tone));
    }

    void paint(LinkShape link) {
        WireLife life = frame.wires().get(link.reference());
        if (life == null || life.count() == 0 || link.path().length() < SHORTEST_LABELLED) {
            return;
        }
        String text = Figures.count(life.count());
        String rate = life.rate() >= 0.05 ? Figures.rate(life.rate()) : "";
        String both = rate.isEmpty() ? text : text + " · " + rate;
        double room = link.path().length() - 24;
        String shown = brush.fonts().width(both, TextStyle.SMALL) <= room ? both : text;
        double width = brush.fonts().width(shown, TextStyle.SMALL);
        Point middle = link.path().at(0.5);
        Bounds pill = new Bounds(middle.x() - width / 2 - 6, middle.y() - 8, width + 12, 16);
        brush.fillRound(pill, 8, brush.tones().of(Tone.BACKGROUND, 0.92));
        brush.strokeRound(pill.grown(-0.5), 7.5, brush.tones().of(Tone.CARD_BORDER), 1);
        brush.text(
                shown,
                TextStyle.SMALL,
                middle.x() - width / 2,
                middle.y() + 3.5,
                brush.tones().of(Tone.DETAIL));
    }
}
