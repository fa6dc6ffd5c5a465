package io.myelin.app.editor.canvas.paint;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.canvas.geometry.CardStyle;
import io.myelin.app.editor.canvas.geometry.CompactCard;
import io.myelin.app.editor.canvas.geometry.ComponentFace;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.Hit;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.TextStyle;
import io.myelin.app.editor.canvas.gesture.LinkDraft;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.ComponentState;
import io.myelin.engine.graph.Problem;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Paints components: a card with an icon, a title and a line of detail, sockets on its borders. */
final class ComponentPainter {
    private static final Texts TEXTS = Texts.of(ComponentPainter.class);

    private static final double RADIUS = 8;
    private static final double SOFT_FROM = 0.85;
    private static final double TILE = 32;
    private static final double INSET = 8;
    private static final double NAME_INSET = 12;
    private static final double FADED = 0.45;
    private static final double TITLE_BELOW = 4.5;
    private static final double WORD_BELOW = 12;

    private final Brush brush;
    private final PaintState state;

    ComponentPainter(Brush brush, PaintState state) {
        this.brush = brush;
        this.state = state;
    }

    /** What is seen of a component at {@code detail}, besides its boxes: of two that have the same, one looks as the other. */
    static Object seen(ComponentShape shape, Detail detail) {
        if (detail == Detail.BLOCKS) {
            return FamilyLook.of(shape.face().family()).tone();
        }
        List<Object> seen = List.of(
                shape.face().kind(),
                tone(shape),
                icon(shape),
                shape.title(),
                shape.component().state());
        return detail == Detail.TITLES ? seen : List.of(seen, detail(shape));
    }

    void paint(ComponentShape shape) {
        boolean selected = state.components().contains(shape.id());
        boolean faded = shape.component().state() != ComponentState.ON;
        card(shape, selected, faded);
        if (shape.style() == CardStyle.COMPACT) {
            line(shape, faded);
        } else {
            head(shape, faded);
        }
        shape.body().ifPresent(this::well);
        shape.boxes().forEach(this::socket);
        if (brush.detail() == Detail.EVERYTHING) {
            if (state.problems().isToFillIn(shape.id())) {
                ProblemBadge.toFillIn(brush, shape.bounds());
            } else {
                ProblemBadge.paint(brush, shape.bounds(), state.problems().of(shape.id()));
            }
        }
    }

    private void card(ComponentShape shape, boolean selected, boolean faded) {
        Bounds bounds = shape.bounds();
        CanvasTones tones = brush.tones();
        boolean ghost = shape.face().kind() == ComponentFace.Kind.UNKNOWN;
        if (!ghost && brush.detail() == Detail.EVERYTHING) {
            if (brush.toPixels(1) >= SOFT_FROM) {
                brush.fillRound(bounds.moved(0, 2).grown(1.5), RADIUS + 1.5, tones.of(Tone.SHADOW));
            }
            brush.fillRound(bounds.moved(0, 1), RADIUS, tones.of(Tone.SHADOW));
        }
        if (selected) {
            brush.strokeRound(bounds.grown(2), RADIUS + 2, tones.of(Tone.ACCENT, 0.25), 4);
        }
        brush.fillRound(bounds, RADIUS, ghost ? tones.of(Tone.CARD, 0.5) : tones.of(Tone.CARD));
        if (ghost || faded) {
            brush.dashes(5, 4);
        }
        brush.strokeRound(bounds.grown(-0.5), RADIUS - 0.5, border(shape, selected), selected ? 1.5 : 1);
        brush.dashes();
        if (shape.face().kind() == ComponentFace.Kind.SUBGRAPH) {
            Bounds inner = bounds.grown(-3);
            brush.strokeRound(inner, RADIUS - 3, tones.of(Tone.CARD_BORDER, 0.7), 1);
        }
    }

    private Color border(ComponentShape shape, boolean selected) {
        if (selected) {
            return brush.tones().of(Tone.ACCENT);
        }
        if (errors(shape)) {
            return brush.tones().of(Tone.DANGER);
        }
        Color border = brush.tones().of(Tone.CARD_BORDER);
        return isHovered(shape) ? border.interpolate(brush.tones().of(Tone.DETAIL), 0.6) : border;
    }

    private boolean isHovered(ComponentShape shape) {
        return state.feedback().hover() instanceof Hit.OnComponent(ComponentShape hovered)
                && hovered.id().equals(shape.id());
    }

    private boolean errors(ComponentShape shape) {
        return !state.problems().isToFillIn(shape.id())
                && state.problems().of(shape.id()).stream().anyMatch(Problem::isError);
    }

    private void head(ComponentShape shape, boolean faded) {
        Bounds bounds = shape.bounds();
        CanvasTones tones = brush.tones();
        double opacity = faded ? FADED : 1;
        Tone tone = tone(shape);
        Bounds tile = new Bounds(bounds.x() + INSET, bounds.y() + INSET, TILE, TILE);
        brush.fillRound(tile, 6, tones.of(tone, (tones.isDark() ? 0.22 : 0.12) * opacity));
        brush.icon(icon(shape), tile.centre(), tones.of(tone, opacity));
        double x = tile.right() + INSET;
        boolean everything = brush.detail() == Detail.EVERYTHING;
        brush.text(
                shape.title(),
                TextStyle.TITLE,
                x,
                bounds.y() + (everything ? 21 : 29),
                tones.of(faded ? Tone.FADED : Tone.TITLE));
        if (everything) {
            brush.text(detail(shape), TextStyle.DETAIL, x, bounds.y() + 37, tones.of(Tone.DETAIL));
        }
    }

    private static Tone tone(ComponentShape shape) {
        return shape.face().kind() == ComponentFace.Kind.UNKNOWN
                ? Tone.TYPE_ANY
                : FamilyLook.of(shape.face().family()).tone();
    }

    private static String icon(ComponentShape shape) {
        return shape.face().kind() == ComponentFace.Kind.UNKNOWN
                ? FamilyLook.UNKNOWN_ICON
                : shape.face().icon().isEmpty()
                        ? FamilyLook.of(shape.face().family()).icon()
                        : shape.face().icon();
    }

    /** The head of a compact card; what is muted or bypassed says so below it. */
    private void line(ComponentShape shape, boolean faded) {
        Bounds head = shape.head();
        CanvasTones tones = brush.tones();
        Point icon = new Point(head.x() + CompactCard.ICON_AT, head.y() + CompactCard.LINE);
        brush.icon(icon(shape), icon, tones.of(tone(shape), faded ? FADED : 1), CompactCard.ICON);
        brush.text(
                shape.title(),
                TextStyle.TITLE,
                head.x() + CompactCard.TEXT_LEFT,
                head.y() + CompactCard.LINE + TITLE_BELOW,
                tones.of(faded ? Tone.FADED : Tone.TITLE));
        if (faded && brush.detail() == Detail.EVERYTHING) {
            brush.text(
                    detail(shape),
                    TextStyle.SMALL,
                    head.x() + CompactCard.TEXT_LEFT,
                    shape.bounds().bottom() + WORD_BELOW,
                    tones.of(Tone.DETAIL));
        }
    }

    private static String detail(ComponentShape shape) {
        return switch (shape.component().state()) {
            case ON -> shape.detail();
            case MUTED -> TEXTS.get("muted");
            case BYPASSED -> TEXTS.get("bypassed");
        };
    }

    private void well(Bounds body) {
        brush.fillRound(body, 4, brush.tones().of(Tone.WELL));
        if (brush.detail() == Detail.EVERYTHING && state.live().components().isEmpty()) {
            Point middle = body.centre();
            brush.textCentred(
                    TEXTS.get("view.empty"),
                    TextStyle.SMALL,
                    middle.x(),
                    middle.y() + 4,
                    brush.tones().of(Tone.DETAIL));
        }
        double x = body.right() - 1;
        double y = body.bottom() - 1;
        for (int i = 1; i <= 2; i++) {
            Point from = new Point(x + 6 - 4 * i, y + 5);
            brush.line(from, new Point(x + 6, y + 5 - 4 * i + 1), brush.tones().of(Tone.CARD_BORDER), 1);
        }
    }

    private void socket(BoxShape box) {
        Optional<LinkDraft> draft = state.feedback().draft();
        double opacity = 1;
        double scale = brush.detail() == Detail.EVERYTHING ? 1 : 0.9;
        if (draft.isPresent()) {
            boolean own = draft.get().fixed().reference().equals(box.reference())
                    && draft.get().fixed().side() == box.side();
            boolean valid = state.joinable().test(draft.get().fixed(), box);
            opacity = own || valid ? 1 : 0.25;
            if (valid) {
                glow(box);
            }
        } else if (isHovered(box)) {
            glow(box);
        }
        SocketPainter.paint(brush, box, scale, opacity);
        if (box.named() && brush.detail() == Detail.EVERYTHING) {
            name(box, opacity);
        }
    }

    private boolean isHovered(BoxShape box) {
        return state.feedback().hover() instanceof Hit.OnBox(BoxShape hovered)
                && hovered.reference().equals(box.reference())
                && hovered.side() == box.side();
    }

    private void glow(BoxShape box) {
        double radius = BoxShape.RADIUS + 4;
        Point centre = box.centre();
        GraphicsContext context = brush.context();
        context.setFill(brush.tones().of(SocketPainter.tone(box.declaration().types()), 0.28));
        context.fillOval(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
    }

    private void name(BoxShape box, double opacity) {
        String name = box.reference().box();
        Color color =
                brush.tones().of(box.standing() == BoxShape.Standing.MISSING ? Tone.DANGER_TEXT : Tone.DETAIL, opacity);
        double baseline = box.centre().y() + 3.5;
        if (box.side() == Side.INLET) {
            brush.text(name, TextStyle.SMALL, box.centre().x() + NAME_INSET, baseline, color);
        } else {
            brush.textBefore(name, TextStyle.SMALL, box.centre().x() - NAME_INSET, baseline, color);
        }
    }
}
