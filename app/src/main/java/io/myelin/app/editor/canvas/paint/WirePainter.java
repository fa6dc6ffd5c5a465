package io.myelin.app.editor.canvas.paint;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.canvas.geometry.HiddenEnds;
import io.myelin.app.editor.canvas.geometry.LinkPath;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.TextPlaces;
import io.myelin.app.editor.canvas.geometry.TextStyle;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Paints what belongs to the line of a link: the gap in lines under it, its waypoints, its label, its hidden ends. */
final class WirePainter {
    // How far from its ends a line begins to cut those under it: those that share a box stay joined there.
    private static final double UNCUT = 30;
    private static final double REACH = 4;
    private static final double GAP = 2.5;
    private static final double WAYPOINT = 4;
    private static final double PADDING = 5;
    private static final double LABEL_HEIGHT = 17;
    private static final double BASELINE = 12.5;

    private final Brush brush;
    private final TextPlaces places;

    WirePainter(Brush brush, TextPlaces places) {
        this.brush = brush;
        this.places = places;
    }

    /** Cuts gaps into the lines {@code below}, painted before, where {@code path} crosses them. */
    void gaps(LinkPath path, double width, Collection<LinkPath> below) {
        double length = path.length();
        Color ground = brush.tones().of(Tone.BACKGROUND);
        for (LinkPath other : below) {
            for (double crossing : path.crossings(other)) {
                if (crossing > UNCUT && crossing < length - UNCUT) {
                    Point before = path.at((crossing - REACH) / length);
                    Point after = path.at((crossing + REACH) / length);
                    brush.line(before, after, ground, width + 2 * GAP);
                }
            }
        }
    }

    /** The places that a link is led through. */
    void waypoints(LinkShape link, Color color) {
        double radius = Math.max(WAYPOINT, brush.pixels(WAYPOINT));
        GraphicsContext context = brush.context();
        for (Point place : link.waypoints()) {
            context.setFill(brush.tones().of(Tone.BACKGROUND));
            context.fillOval(place.x() - radius, place.y() - radius, 2 * radius, 2 * radius);
            context.setStroke(color);
            context.setLineWidth(brush.pixels(1.5));
            context.strokeOval(place.x() - radius, place.y() - radius, 2 * radius, 2 * radius);
        }
    }

    /** The text on a link, at its middle or where else it covers no card; without room, only on a {@code strong} one. */
    void label(LinkShape link, Color edge, boolean strong) {
        if (link.label().isEmpty() || link.hidden() || brush.detail() != Detail.EVERYTHING) {
            return;
        }
        String text = brush.fonts().fit(link.label(), TextStyle.DETAIL, link.labelRoom());
        double width = brush.fonts().width(text, TextStyle.DETAIL) + 2 * PADDING;
        Optional<Bounds> free =
                places.along(link.path(), link.labelAt(), width, LABEL_HEIGHT, List.of(-LABEL_HEIGHT / 2));
        if (free.isEmpty() && !strong) {
            return;
        }
        Point middle = link.labelPlace();
        Bounds box = free.orElseGet(
                () -> new Bounds(middle.x() - width / 2, middle.y() - LABEL_HEIGHT / 2, width, LABEL_HEIGHT));
        brush.fillRound(box, LABEL_HEIGHT / 2, brush.tones().of(Tone.BACKGROUND));
        brush.strokeRound(box, LABEL_HEIGHT / 2, edge, 1);
        brush.textCentred(
                text,
                TextStyle.DETAIL,
                box.centre().x(),
                box.y() + BASELINE,
                brush.tones().of(Tone.TITLE));
    }

    /** The end of a hidden link with what {@code name} says of it. */
    void end(HiddenEnds.End end, String name, Color color, double width) {
        brush.dashes(4, 4);
        List<Point> line = end.line();
        for (int i = 1; i < line.size(); i++) {
            brush.line(line.get(i - 1), line.get(i), color, width);
        }
        brush.dashes();
        if (brush.detail() == Detail.EVERYTHING) {
            double most = end.room() - 2 * PADDING;
            flag(brush.fonts().fit(name, TextStyle.SMALL, most), end.name(), end.side() == Side.INLET, color);
        }
    }

    /** From one end of a hidden link to the other, for as long as people want to see what it joins. */
    void between(LinkShape link, Color color) {
        brush.dashes(2, 6);
        brush.stroke(LinkPath.curve(link.path().start(), link.path().end()), color.deriveColor(0, 1, 1, 0.6), 1);
        brush.dashes();
    }

    private void flag(String text, Point at, boolean leftwards, Color color) {
        double width = brush.fonts().width(text, TextStyle.SMALL) + 2 * PADDING;
        Bounds box = new Bounds(leftwards ? at.x() - width : at.x(), at.y() - LABEL_HEIGHT / 2, width, LABEL_HEIGHT);
        brush.fillRound(box, 4, brush.tones().of(Tone.BACKGROUND));
        brush.strokeRound(box, 4, color, 1);
        brush.text(
                text,
                TextStyle.SMALL,
                box.x() + PADDING,
                box.y() + BASELINE - 0.5,
                brush.tones().of(Tone.DETAIL));
    }
}
