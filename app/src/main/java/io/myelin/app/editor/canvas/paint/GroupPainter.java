package io.myelin.app.editor.canvas.paint;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.GroupShape;
import io.myelin.app.editor.canvas.geometry.Hit;
import io.myelin.app.editor.canvas.geometry.TextStyle;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.Problem;
import java.util.List;
import javafx.scene.paint.Color;

/** Paints groups: a tinted frame with a bar for its title under all else, or a card among components. */
final class GroupPainter {
    private static final double RADIUS = 8;
    private static final double INSET = 12;
    private static final double BASELINE = 19;
    private static final double CARD_TITLE = 21;
    private static final double CARD_DETAIL = 37;
    private static final double BEHIND = 3;

    /** How far the edges behind a card reach below it. */
    static final double EDGES = 2 * BEHIND;

    private static final Texts TEXTS = Texts.of(GroupPainter.class);

    private final Brush brush;
    private final PaintState state;

    GroupPainter(Brush brush, PaintState state) {
        this.brush = brush;
        this.state = state;
    }

    /** The frames of those that are not folded. */
    void frames(List<GroupShape> groups) {
        groups.stream().filter(group -> !group.isFolded()).forEach(this::frame);
    }

    /** The cards of those that are folded. */
    void cards(List<GroupShape> groups) {
        groups.stream().filter(GroupShape::isFolded).forEach(this::card);
    }

    private boolean isPointed(GroupShape shape) {
        return isJoined(shape)
                || state.feedback().hover() instanceof Hit.OnGroup(GroupShape hovered)
                        && hovered.name().equals(shape.name());
    }

    /** Whether what is dragged would join it. */
    private boolean isJoined(GroupShape shape) {
        return state.feedback().group().filter(shape.name()::equals).isPresent();
    }

    private static Hue hue(GroupShape shape) {
        return Hue.named(shape.group().color()).orElse(Hue.GROUP);
    }

    private void card(GroupShape shape) {
        Hue hue = hue(shape);
        Bounds bounds = shape.bounds();
        CanvasTones tones = brush.tones();
        boolean selected = shape.group().members().stream().anyMatch(state.components()::contains);
        // Two edges behind it tell that it stands for several.
        for (int behind = 2; behind >= 1 && brush.detail() == Detail.EVERYTHING; behind--) {
            Bounds edge = bounds.moved(BEHIND * behind, BEHIND * behind);
            brush.fillRound(edge, RADIUS, tones.of(Tone.CARD));
            brush.strokeRound(edge, RADIUS, hue.at(0.45), 1);
        }
        brush.fillRound(bounds, RADIUS, tones.of(Tone.CARD));
        brush.fillRound(bounds, RADIUS, hue.at(isPointed(shape) ? 0.30 : 0.18));
        List<Problem> problems = FoldedMembers.problems(shape, state.problems());
        Color border = selected ? tones.of(Tone.ACCENT) : hue.at(isPointed(shape) ? 1 : 0.65);
        if (!selected && problems.stream().anyMatch(Problem::isError)) {
            border = tones.of(Tone.DANGER);
        }
        double strong = selected || isJoined(shape) ? 2 : 1;
        brush.strokeRound(bounds, RADIUS, border, Math.max(strong, brush.pixels(strong)));
        if (brush.detail().shows(Detail.TITLES)) {
            words(shape);
        }
        if (brush.detail() == Detail.EVERYTHING) {
            ProblemBadge.paint(brush, bounds, problems, true);
        }
    }

    private void words(GroupShape shape) {
        Bounds bounds = shape.bounds();
        CanvasTones tones = brush.tones();
        double room = bounds.width() - 2 * INSET;
        String title = brush.fonts().fit(shape.group().title(), TextStyle.TITLE, room);
        brush.text(title, TextStyle.TITLE, bounds.x() + INSET, bounds.y() + CARD_TITLE, tones.of(Tone.TITLE));
        for (GroupShape.Port port : shape.ports()) {
            SocketPainter.paint(brush, port.box(), 1, 1);
        }
        if (brush.detail() != Detail.EVERYTHING) {
            return;
        }
        int count = shape.group().members().size();
        String detail = TEXTS.get("folded", count);
        brush.text(detail, TextStyle.DETAIL, bounds.x() + INSET, bounds.y() + CARD_DETAIL, tones.of(Tone.DETAIL));
        for (GroupShape.Port port : shape.ports()) {
            String label = brush.fonts().fit(port.label(), TextStyle.SMALL, room / 2);
            double baseline = port.box().centre().y() + 3.5;
            if (port.box().side() == BoxShape.Side.INLET) {
                brush.text(label, TextStyle.SMALL, bounds.x() + INSET, baseline, tones.of(Tone.DETAIL));
            } else {
                brush.textBefore(label, TextStyle.SMALL, bounds.right() - INSET, baseline, tones.of(Tone.DETAIL));
            }
        }
    }

    private void frame(GroupShape shape) {
        Hue hue = hue(shape);
        boolean pointed = isPointed(shape);
        Bounds bounds = shape.bounds();
        brush.fillRound(bounds, RADIUS, hue.at(isJoined(shape) ? 0.20 : 0.09));
        brush.fillRound(shape.title(), RADIUS, hue.at(pointed ? 0.30 : 0.18));
        brush.strokeRound(bounds, RADIUS, hue.at(pointed ? 1 : 0.65), brush.pixels(isJoined(shape) ? 3 : 1));
        if (brush.detail().shows(Detail.TITLES) && !shape.group().title().isEmpty()) {
            String title = brush.fonts().fit(shape.group().title(), TextStyle.TITLE, bounds.width() - 2 * INSET);
            brush.text(
                    title,
                    TextStyle.TITLE,
                    bounds.x() + INSET,
                    bounds.y() + BASELINE,
                    brush.tones().of(Tone.TITLE));
        }
    }
}
