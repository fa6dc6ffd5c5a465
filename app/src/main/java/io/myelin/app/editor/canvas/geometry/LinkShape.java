package io.myelin.app.editor.canvas.geometry;

import io.myelin.app.editor.document.LinkReference;
import java.util.List;

/**
 * A link as drawn.
 *
 * @param reference which link
 * @param path its line
 * @param from the socket it begins at
 * @param to the socket it ends at
 * @param waypoints the places that it is led through
 * @param label the text on it, or empty
 * @param hidden whether only its two ends are drawn
 * @param muted whether it carries nothing
 * @param labelAt at which part of its length its label is, 0 to 1
 */
public record LinkShape(
        LinkReference reference,
        LinkPath path,
        BoxShape from,
        BoxShape to,
        List<Point> waypoints,
        String label,
        boolean hidden,
        boolean muted,
        double labelAt) {
    /** How long each end of a hidden link is, in units of the world. */
    public static final double STUB = 26;

    private static final double MOST_LABEL = 160;
    private static final double LEAST_LABEL = 24;
    private static final double BESIDE_LABEL = 12;

    /** A link on which nothing is written and that is drawn whole, along {@code path}. */
    LinkShape(LinkReference reference, LinkPath path, BoxShape from, BoxShape to) {
        this(reference, path, from, to, List.of(), "", false, false, 0.5);
    }

    /** Copies {@code waypoints}. */
    public LinkShape {
        waypoints = List.copyOf(waypoints);
    }

    /** This, drawn along another line, with its label at that part of it. */
    LinkShape along(LinkPath line, double labelled) {
        return new LinkShape(reference, line, from, to, waypoints, label, hidden, muted, labelled);
    }

    boolean isLabelled() {
        return !label.isEmpty();
    }

    /** Where the middle of its label is. */
    public Point labelPlace() {
        return path.at(labelAt);
    }

    /** How wide the text on it may be: between cards beside each other it ends before either. */
    public double labelRoom() {
        Point start = path.start();
        Point end = path.end();
        double across = Math.abs(end.x() - start.x()) - 2 * BESIDE_LABEL;
        boolean level = Math.abs(end.y() - start.y()) < LEAST_LABEL;
        return level ? Math.clamp(across, LEAST_LABEL, MOST_LABEL) : MOST_LABEL;
    }

    /** How far {@code point} is from what is drawn of it. */
    public double distance(Point point) {
        return hidden
                ? Math.min(distance(point, path.start(), stubFrom()), distance(point, stubTo(), path.end()))
                : path.distance(point);
    }

    private static double distance(Point point, Point left, Point right) {
        double x = Math.clamp(point.x(), left.x(), right.x());
        return Math.hypot(point.x() - x, point.y() - left.y());
    }

    /** Whether the straight line from {@code a} to {@code b} cuts what is drawn of it. */
    public boolean cutBy(Point a, Point b) {
        return !hidden && path.cutBy(a, b);
    }

    /** Which waypoint a new one at {@code point} would be, from 0 in the direction of the messages. */
    public int waypointAt(Point point) {
        return path.pieceAt(point);
    }

    /** Where the end of a hidden link at its outbox ends. */
    public Point stubFrom() {
        return path.start().plus(STUB, 0);
    }

    /** Where the end of a hidden link at its inbox begins. */
    public Point stubTo() {
        return path.end().plus(-STUB, 0);
    }
}
