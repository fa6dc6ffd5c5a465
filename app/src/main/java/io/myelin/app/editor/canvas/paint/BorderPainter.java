package io.myelin.app.editor.canvas.paint;

import io.myelin.app.editor.canvas.geometry.BorderBox;
import io.myelin.app.editor.canvas.geometry.BorderShapes;
import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.BoxShape.Standing;
import io.myelin.app.editor.canvas.geometry.Hit;
import io.myelin.app.editor.canvas.geometry.TextStyle;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.PublicBox.Kind;
import javafx.scene.paint.Color;

/** Paints the border of a graph: a strip on either side, with the boxes of the graph's own on it. */
final class BorderPainter {
    private static final Texts TEXTS = Texts.of(BorderPainter.class);
    private static final double RADIUS = 8;
    private static final double TITLE_BASELINE = 22;
    private static final double TEXT_INSET = 10;

    private final Brush brush;
    private final PaintState state;

    BorderPainter(Brush brush, PaintState state) {
        this.brush = brush;
        this.state = state;
    }

    void paint(BorderShapes border) {
        for (Kind kind : Kind.values()) {
            border.strip(kind).ifPresent(strip -> strip(kind, strip));
        }
        border.boxes().forEach(this::box);
    }

    private void strip(Kind kind, Bounds strip) {
        boolean isTarget = state.feedback().draft().stream()
                .anyMatch(draft -> BorderShapes.kindFor(draft.fixed().side()) == kind);
        brush.fillRound(strip, RADIUS, brush.tones().of(Tone.CARD_BORDER, 0.22));
        brush.strokeRound(
                strip,
                RADIUS,
                isTarget ? brush.tones().of(Tone.ACCENT) : brush.tones().of(Tone.CARD_BORDER),
                isTarget ? 1.5 : 1);
        if (brush.detail() == Detail.EVERYTHING) {
            String title = TEXTS.get(kind == Kind.INBOX ? "border.inboxes" : "border.outboxes");
            brush.textCentred(
                    title,
                    TextStyle.SMALL,
                    strip.centre().x(),
                    strip.y() + TITLE_BASELINE,
                    brush.tones().of(Tone.DETAIL));
        }
    }

    private void box(BorderBox box) {
        Bounds tag = box.tag();
        BoxShape socket = box.socket();
        boolean isSelected = state.links().stream()
                .anyMatch(link -> link.publicBox().filter(box.box()::equals).isPresent());
        boolean isHovered = state.feedback().hover() instanceof Hit.OnBorder(BorderBox hovered)
                && hovered.box().equals(box.box());
        brush.fillRound(tag, RADIUS, brush.tones().of(Tone.CARD));
        Color edge = brush.tones().of(isSelected || isHovered ? Tone.ACCENT : Tone.CARD_BORDER);
        brush.strokeRound(tag, RADIUS, edge, isSelected ? 2 : 1);
        if (brush.detail() != Detail.BLOCKS) {
            boolean isMissing = socket.standing() == Standing.MISSING;
            String name = brush.fonts().fit(box.box().name(), TextStyle.DETAIL, tag.width() - 2 * TEXT_INSET);
            Color color = brush.tones().of(isMissing ? Tone.DANGER : Tone.TITLE);
            brush.textCentred(
                    name, TextStyle.DETAIL, tag.centre().x(), tag.centre().y() + 4, color);
            SocketPainter.paint(brush, socket, 1, 1);
        }
    }
}
