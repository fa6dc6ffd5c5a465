package io.myelin.app.editor.canvas.paint;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.GroupShape;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.TextPlaces;
import io.myelin.app.editor.canvas.geometry.TextStyle;
import io.myelin.app.editor.canvas.live.ComponentLife;
import io.myelin.app.editor.canvas.live.InboxLife;
import io.myelin.app.editor.canvas.live.LiveFrame;
import io.myelin.app.editor.canvas.live.WireLife;
import io.myelin.app.text.Texts;
import io.myelin.engine.run.ComponentStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;

/** Paints the figures of a run: a component's state, how full its inboxes are, what went along a link. */
final class LifePainter {
    private static final Texts TEXTS = Texts.of(LifePainter.class);

    private static final double DOT = 3.5;
    private static final double RING = 2.5;
    private static final double BELOW = 14;
    private static final double LINE = 14;
    private static final double TEXT_INSET = 18;
    private static final double STATE_WIDTH = 96;
    private static final double FAILURE_WIDTH = 200;
    private static final int FAILURE_LINES = 3;
    private static final double BASELINE = 10.5;
    /** How far figures are below their wire, or above it. */
    private static final double UNDER = 6.5;
    /** How far the figures of a wire are above it that has only the heads of cards beside it. */
    private static final double OVER_HEADS = -40.5;

    private static final double BESIDE_HEADS = 26;
    private static final double WIDTHS = 16;
    private static final double LEAST_RATE = 0.05;
    private static final double PROGRESS = 3;
    private static final double PROGRESS_INSET = 8;
    private static final double BAND = 10;
    private static final double SHORTEST_LABELLED = 44;

    private final Brush brush;
    private final LiveFrame frame;
    private final InboxPainter inboxes;
    private final TextPlaces places;

    LifePainter(Brush brush, LiveFrame frame, TextPlaces places) {
        this.places = places;
        this.brush = brush;
        this.inboxes = new InboxPainter(brush);
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
            mark(shape.bounds(), life, tone);
            fullest(shape, frame).ifPresent(fullest -> inboxes.atBlock(shape, fullest));
            return;
        }
        if (life.status() == ComponentStatus.FAILED || life.failure().isPresent()) {
            brush.strokeRound(shape.bounds().grown(-0.5), 7.5, brush.tones().of(Tone.DANGER), 1.5);
        }
        life.progress().ifPresent(part -> progress(shape, part));
        shape.inlets()
                .forEach(box -> Optional.ofNullable(frame.inboxes().get(box.reference()))
                        .ifPresent(inbox -> inboxes.atSocket(box, inbox)));
        state(shape.bounds(), life);
    }

    /** A folded group: how its member stands that matters most. */
    void paint(GroupShape card) {
        FoldedMembers.life(card, frame).ifPresent(life -> {
            Bounds bounds = card.bounds();
            if (brush.detail() == Detail.BLOCKS) {
                mark(bounds, life, StateMark.tone(life.status()));
                return;
            }
            if (life.status() == ComponentStatus.FAILED || life.failure().isPresent()) {
                brush.strokeRound(bounds.grown(-0.5), 7.5, brush.tones().of(Tone.DANGER), 1.5);
            }
            state(new Bounds(bounds.x(), bounds.y(), bounds.width(), bounds.height() + GroupPainter.EDGES), life);
        });
    }

    /** Around a component that a change of the running graph has just touched. */
    private void ring(ComponentShape shape) {
        double width = Math.max(RING, brush.pixels(RING));
        brush.strokeRound(
                shape.bounds().grown(2 + width), 8 + 2 + width, brush.tones().of(Tone.SUCCESS), width);
    }

    /** The fullest of a component's inboxes. */
    static Optional<InboxLife> fullest(ComponentShape shape, LiveFrame frame) {
        InboxLife fullest = null;
        for (BoxShape box : shape.inlets()) {
            InboxLife inbox = frame.inboxes().get(box.reference());
            if (inbox != null && (fullest == null || inbox.fill() > fullest.fill())) {
                fullest = inbox;
            }
        }
        return Optional.ofNullable(fullest);
    }

    /** How much of its work is done, along the lower edge of the card. */
    private void progress(ComponentShape shape, double part) {
        Bounds bounds = shape.bounds();
        double height = Math.max(PROGRESS, brush.pixels(2));
        // Where there is no text below the card, its mark of state stands in this corner.
        double left = bounds.x() + PROGRESS_INSET + (brush.detail() == Detail.EVERYTHING ? 0 : BELOW);
        double right = bounds.right() - PROGRESS_INSET;
        Bounds whole = new Bounds(left, bounds.bottom() - 2 - height, right - left, height);
        brush.fillRound(whole, height / 2, brush.tones().of(Tone.CARD_BORDER));
        brush.fillRound(
                new Bounds(left, whole.y(), whole.width() * part, height),
                height / 2,
                brush.tones().of(Tone.ACCENT));
    }

    private void mark(Bounds bounds, ComponentLife life, Tone tone) {
        Bounds band = new Bounds(bounds.x(), bounds.bottom() - BAND, bounds.width(), BAND);
        double part = life.progress().orElse(1.0);
        if (part < 1) {
            brush.fill(band, brush.tones().of(tone, 0.35));
        }
        brush.fill(
                new Bounds(band.x(), band.y(), band.width() * part, band.height()),
                brush.tones().of(tone));
    }

    private void state(Bounds bounds, ComponentLife life) {
        if (brush.detail() != Detail.EVERYTHING) {
            StateMark.paint(brush, life.status(), new Point(bounds.x() + 8, bounds.bottom() - 6), 5);
            return;
        }
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

    /**
     * The count and the rate below the middle of the line, in two rows where one has no room; a line between components
     * that stand close together has its count alone, above their heads. Where the inbox behind the line is half full or
     * more, a row below says how many messages wait there. Where a card is in the way, they stand above the line, or
     * elsewhere along it; where all of it is covered, only a {@code chosen} line has them.
     */
    void paint(LinkShape link, boolean chosen) {
        WireLife life = frame.wires().get(link.reference());
        if (life == null || life.count() == 0) {
            return;
        }
        String count = Figures.count(life.count());
        if (link.hidden()) {
            Bounds place = block(link.stubFrom(), List.of(new Row(count, Tone.DETAIL)), UNDER);
            show(
                    List.of(new Row(count, Tone.DETAIL)),
                    Optional.of(place).filter(area -> chosen || places.isFree(area)));
            return;
        }
        boolean isShort = link.path().length() < SHORTEST_LABELLED;
        List<Row> rows = isShort ? List.of(new Row(count, Tone.DETAIL)) : rows(link, count, life);
        Bounds usual = block(link.path().at(0.5), rows, isShort ? OVER_HEADS : UNDER);
        double over = -usual.height();
        List<Double> tried = isShort ? List.of(OVER_HEADS) : List.of(UNDER, over - UNDER, over - BESIDE_HEADS);
        // In steps, so that a figure that grows by a digit does not leap about.
        double width = Math.ceil(usual.width() / WIDTHS) * WIDTHS;
        Optional<Bounds> free = places.along(link.path(), 0.5, width, usual.height(), tried);
        show(rows, free.or(() -> Optional.of(usual).filter(_ -> chosen)));
    }

    private void show(List<Row> rows, Optional<Bounds> place) {
        place.ifPresent(area -> {
            double y = area.y() + BASELINE;
            for (Row row : rows) {
                figure(row.text(), new Point(area.centre().x(), y), row.tone());
                y += LINE;
            }
        });
    }

    /** What {@code rows} take, {@code below} the middle {@code place}. */
    private Bounds block(Point place, List<Row> rows, double below) {
        double width = 6
                + rows.stream()
                        .mapToDouble(row -> brush.fonts().width(row.text(), TextStyle.SMALL))
                        .max()
                        .orElse(0);
        return new Bounds(place.x() - width / 2, place.y() + below, width, LINE * rows.size());
    }

    private List<Row> rows(LinkShape link, String count, WireLife life) {
        double room = Math.abs(link.path().end().x() - link.path().start().x()) - 2 * BoxShape.RADIUS;
        List<Row> rows = new ArrayList<>();
        rows(count, life, room).forEach(text -> rows.add(new Row(text, Tone.DETAIL)));
        InboxLife inbox = frame.inboxes().get(link.reference().to());
        if (inbox != null && inbox.level().compareTo(InboxLife.Level.HALF) >= 0) {
            boolean full = inbox.level() == InboxLife.Level.FULL;
            String text = TEXTS.get(full ? "inbox.full" : "inbox.waiting", Figures.count(inbox.depth()));
            if (brush.fonts().width(text, TextStyle.SMALL) <= room) {
                rows.add(new Row(text, full ? Tone.DANGER_TEXT : Tone.DETAIL));
            }
        }
        return rows;
    }

    private List<String> rows(String count, WireLife life, double room) {
        if (life.rate() < LEAST_RATE) {
            return List.of(count);
        }
        String rate = Figures.rate(life.rate());
        String both = count + " · " + rate;
        return brush.fonts().width(both, TextStyle.SMALL) <= room ? List.of(both) : List.of(count, rate);
    }

    private void figure(String text, Point place, Tone tone) {
        double width = brush.fonts().width(text, TextStyle.SMALL);
        Bounds ground = new Bounds(place.x() - width / 2 - 3, place.y() - 10.5, width + 6, 14);
        brush.fill(ground, brush.tones().of(Tone.BACKGROUND, 0.85));
        brush.text(
                text,
                TextStyle.SMALL,
                place.x() - width / 2,
                place.y(),
                brush.tones().of(tone));
    }

    private record Row(String text, Tone tone) {}
}
