package io.myelin.app.picture;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.canvas.geometry.BoxShape.Standing;
import io.myelin.app.editor.canvas.geometry.HiddenEnds;
import io.myelin.app.editor.canvas.geometry.LinkPath;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.TextPlaces;
import io.myelin.app.editor.canvas.geometry.TextStyle;
import io.myelin.app.editor.canvas.paint.Tone;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.function.UnaryOperator;

/** Draws links: their lines, their labels, the ends of hidden ones. */
final class LinkDrawing {
    private static final double WIDTH = 1.75;
    private static final double ARROW = 4.5;
    private static final double PADDING = 5;
    private static final double LABEL_HEIGHT = 17;
    private static final double BASELINE = 12.5;
    private static final float[] WHOLE = {};
    private static final float[] LOOSE = {6, 5};
    private static final float[] MUTED = {2, 6};
    private static final float[] HIDDEN = {4, 4};
    private static final float[] PASSES_THROUGH = {1, 5};

    private final PictureTheme theme;
    private final PictureFonts fonts;
    private final Pen pen;
    private final UnaryOperator<String> titles;
    private final HiddenEnds ends;
    private final TextPlaces places;

    /** {@code titles} gives the title of a component by its id, {@code ends} the places of the ends of hidden links. */
    LinkDrawing(
            PictureTheme theme,
            PictureFonts fonts,
            Pen pen,
            UnaryOperator<String> titles,
            HiddenEnds ends,
            TextPlaces places) {
        this.places = places;
        this.theme = theme;
        this.fonts = fonts;
        this.pen = pen;
        this.titles = titles;
        this.ends = ends;
    }

    private Ink ink(LinkShape link) {
        Ink line = theme.ink(Tone.LINK);
        return link.muted()
                ? line.faded(0.6)
                : line.towards(theme.ink(Tone.of(link.from().declaration().types())), 0.45);
    }

    /** The line of a link, or its two ends where it is hidden. */
    void line(LinkShape link) {
        if (link.hidden()) {
            end(link, Side.OUTLET);
            end(link, Side.INLET);
            return;
        }
        boolean isLoose =
                link.from().standing() == Standing.MISSING || link.to().standing() == Standing.MISSING;
        pen.stroke(outline(link.path()), ink(link), WIDTH, link.muted() ? MUTED : isLoose ? LOOSE : WHOLE);
        if (link.label().isEmpty() && !link.muted()) {
            arrow(link.path(), ink(link));
        }
    }

    /** The way from a box of the graph's own to the one that it stands for. */
    void passage(LinkShape link) {
        pen.stroke(outline(link.path()), ink(link), WIDTH, PASSES_THROUGH);
    }

    private static Shape outline(LinkPath path) {
        List<Point> controls = path.controls();
        Path2D line = new Path2D.Double();
        line.moveTo(controls.getFirst().x(), controls.getFirst().y());
        for (int index = 1; index + 2 < controls.size(); index += 3) {
            Point a = controls.get(index);
            Point b = controls.get(index + 1);
            Point c = controls.get(index + 2);
            line.curveTo(a.x(), a.y(), b.x(), b.y(), c.x(), c.y());
        }
        return line;
    }

    private void arrow(LinkPath path, Ink ink) {
        if (path.length() < 8 * ARROW) {
            return;
        }
        Point tip = path.at(0.5 + ARROW / path.length());
        Point tail = path.at(0.5 - ARROW / path.length());
        double angle = Math.atan2(tip.y() - tail.y(), tip.x() - tail.x());
        double cos = Math.cos(angle) * ARROW;
        double sin = Math.sin(angle) * ARROW;
        Path2D arrow = new Path2D.Double();
        arrow.moveTo(tip.x(), tip.y());
        arrow.lineTo(tail.x() - sin * 0.9, tail.y() + cos * 0.9);
        arrow.lineTo(tail.x() + sin * 0.9, tail.y() - cos * 0.9);
        arrow.closePath();
        pen.fill(arrow, ink);
    }

    /** Where several ends share a row, the first says how many they are. */
    private void end(LinkShape link, Side side) {
        HiddenEnds.End end = ends.of(link, side);
        if (!end.links().getFirst().reference().equals(link.reference())) {
            return;
        }
        Ink ink = ink(link);
        Point at = end.name();
        Path2D line = new Path2D.Double();
        line.moveTo(end.line().getFirst().x(), end.line().getFirst().y());
        end.line().forEach(place -> line.lineTo(place.x(), place.y()));
        pen.stroke(line, ink, WIDTH, HIDDEN);
        BoxShape other = side == Side.OUTLET ? link.to() : link.from();
        String name = end.links().size() > 1
                ? "+" + end.links().size()
                : named(link.label(), titles.apply(other.reference().component()), end.room() - 2 * PADDING);
        double left = side == Side.INLET ? at.x() - width(name, TextStyle.SMALL) : at.x();
        tag(name, left, at.y(), TextStyle.SMALL, ink);
    }

    private String named(String label, String other, double most) {
        return fonts.fit(label.isEmpty() ? other : label + " · " + other, TextStyle.SMALL, most);
    }

    private double width(String text, TextStyle style) {
        return fonts.width(text, style) + 2 * PADDING;
    }

    /** The text on a link, at its middle or where else it covers no card; as under those, not at all without room. */
    void label(LinkShape link) {
        if (!link.label().isEmpty() && !link.hidden()) {
            String text = fonts.fit(link.label(), TextStyle.DETAIL, link.labelRoom());
            double width = width(text, TextStyle.DETAIL);
            places.along(link.path(), link.labelAt(), width, LABEL_HEIGHT, List.of(-LABEL_HEIGHT / 2))
                    .ifPresent(box -> tag(text, box.x(), box.centre().y(), TextStyle.DETAIL, ink(link)));
        }
    }

    private void tag(String text, double left, double middle, TextStyle style, Ink edge) {
        Bounds box = new Bounds(left, middle - LABEL_HEIGHT / 2, width(text, style), LABEL_HEIGHT);
        Shape outline = new RoundRectangle2D.Double(
                box.x(), box.y(), box.width(), box.height(), LABEL_HEIGHT / 2, LABEL_HEIGHT / 2);
        pen.fill(outline, theme.ink(Tone.BACKGROUND));
        pen.stroke(outline, edge, 1);
        pen.text(text, style, box.x() + PADDING, box.y() + BASELINE, theme.ink(Tone.TITLE));
    }
}
