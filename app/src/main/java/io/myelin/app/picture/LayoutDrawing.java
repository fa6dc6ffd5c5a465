package io.myelin.app.picture;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.canvas.geometry.GroupShape;
import io.myelin.app.editor.canvas.geometry.NoteShape;
import io.myelin.app.editor.canvas.geometry.TextStyle;
import io.myelin.app.editor.canvas.paint.Hue;
import io.myelin.app.editor.canvas.paint.Tone;
import io.myelin.app.text.Texts;
import java.awt.Shape;
import java.awt.geom.RoundRectangle2D;
import java.util.function.Consumer;

/** Draws groups and notes. */
final class LayoutDrawing {
    private static final Texts TEXTS = Texts.of(LayoutDrawing.class);
    private static final double RADIUS = 8;
    private static final double INSET = 12;
    private static final double BEHIND = 3;
    private static final double NOTE_INSET = 10;

    private final PictureTheme theme;
    private final PictureFonts fonts;
    private final Pen pen;

    LayoutDrawing(PictureTheme theme, PictureFonts fonts, Pen pen) {
        this.theme = theme;
        this.fonts = fonts;
        this.pen = pen;
    }

    private static Ink hue(String color, Hue usual) {
        return Ink.of(Hue.named(color).orElse(usual).hexadecimal());
    }

    private static Shape round(Bounds bounds, double radius) {
        return new RoundRectangle2D.Double(
                bounds.x(), bounds.y(), bounds.width(), bounds.height(), 2 * radius, 2 * radius);
    }

    /** The frame of a group that is not folded. */
    void frame(GroupShape group) {
        Ink hue = hue(group.group().color(), Hue.GROUP);
        Bounds bounds = group.bounds();
        pen.fill(round(bounds, RADIUS), hue.faded(0.09));
        pen.fill(round(group.title(), RADIUS), hue.faded(0.18));
        pen.stroke(round(bounds, RADIUS), hue.faded(0.65), 1);
        title(group, bounds.y() + 19);
    }

    private void title(GroupShape group, double baseline) {
        String title =
                fonts.fit(group.group().title(), TextStyle.TITLE, group.bounds().width() - 2 * INSET);
        pen.text(title, TextStyle.TITLE, group.bounds().x() + INSET, baseline, theme.ink(Tone.TITLE));
    }

    /** The card of a folded group; {@code sockets} draws its boxes. */
    void card(GroupShape group, Consumer<BoxShape> sockets) {
        Ink hue = hue(group.group().color(), Hue.GROUP);
        Bounds bounds = group.bounds();
        for (int behind = 2; behind >= 0; behind--) {
            Shape edge = round(bounds.moved(BEHIND * behind, BEHIND * behind), RADIUS);
            pen.fill(edge, theme.ink(Tone.CARD));
            pen.stroke(edge, hue.faded(0.45), 1);
        }
        pen.fill(round(bounds, RADIUS), hue.faded(0.18));
        title(group, bounds.y() + 21);
        String count = TEXTS.get("folded", group.group().members().size());
        pen.text(count, TextStyle.DETAIL, bounds.x() + INSET, bounds.y() + 37, theme.ink(Tone.DETAIL));
        for (GroupShape.Port port : group.ports()) {
            sockets.accept(port.box());
            String label = fonts.fit(port.label(), TextStyle.SMALL, bounds.width() / 2 - INSET);
            double x = port.box().side() == Side.INLET
                    ? bounds.x() + INSET
                    : bounds.right() - INSET - fonts.width(label, TextStyle.SMALL);
            pen.text(label, TextStyle.SMALL, x, port.box().centre().y() + 3.5, theme.ink(Tone.DETAIL));
        }
    }

    /** A note with as much of its text as it has room for. */
    void note(NoteShape note) {
        Ink hue = hue(note.note().color(), Hue.NOTE);
        Bounds bounds = note.bounds();
        pen.fill(round(bounds, 4), theme.ink(Tone.CARD));
        pen.fill(round(bounds, 4), hue.faded(0.20));
        pen.stroke(round(bounds, 4), hue.faded(0.75), 1);
        double room = bounds.width() - 2 * NOTE_INSET;
        for (NoteText.Line line : NoteText.lines(note.note().text(), room, fonts)) {
            double baseline = bounds.y() + NOTE_INSET + line.baseline();
            if (baseline <= bounds.bottom() - NOTE_INSET / 2) {
                pen.text(
                        line.text(),
                        line.style(),
                        bounds.x() + NOTE_INSET + line.indent(),
                        baseline,
                        theme.ink(Tone.TITLE));
            }
        }
    }
}
