package io.myelin.app.editor.canvas.geometry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The line of a link: one smooth curve from left to right, or a loop under (or between) the components where the link
 * leads back. Made of cubic curves; points are found by the length along it. Immutable; for one thread, since what is
 * measured is kept.
 */
public final class LinkPath {
    private static final double REACH = 28;
    private static final double CORNER = 14;
    private static final double CLEARANCE = 28;
    private static final int STEPS = 16;

    private final List<Point> controls;
    private final boolean back;
    private final Bounds bounds;
    private @Nullable Measured measured;

    private LinkPath(List<Point> controls, boolean back) {
        this.controls = List.copyOf(controls);
        this.back = back;
        this.bounds = Bounds.around(controls.stream()
                        .map(point -> new Bounds(point.x(), point.y(), 0, 0))
                        .toList())
                .orElseThrow();
    }

    /** The line from an outlet of the component at {@code source} to an inlet of the one at {@code target}. */
    public static LinkPath between(Point from, Point to, Bounds source, Bounds target) {
        return to.x() >= from.x() ? curve(from, to) : loop(from, to, source, target);
    }

    /** A plain curve, as the one that follows the pointer. */
    public static LinkPath curve(Point from, Point to) {
        double pull = Math.clamp(Math.abs(to.x() - from.x()) / 2, 24, 160);
        return new LinkPath(List.of(from, from.plus(pull, 0), to.plus(-pull, 0), to), false);
    }

    private static LinkPath loop(Point from, Point to, Bounds source, Bounds target) {
        double level = Math.max(source.bottom(), target.bottom()) + CLEARANCE;
        if (target.y() - source.bottom() >= 2 * CORNER) {
            level = (target.y() + source.bottom()) / 2;
        } else if (source.y() - target.bottom() >= 2 * CORNER) {
            level = (source.y() + target.bottom()) / 2;
        }
        double right = from.x() + REACH;
        double left = to.x() - REACH;
        List<Point> corners = List.of(
                from,
                new Point(right, from.y()),
                new Point(right, level),
                new Point(left, level),
                new Point(left, to.y()),
                to);
        List<Point> controls = new ArrayList<>(List.of(from));
        for (int i = 1; i < corners.size() - 1; i++) {
            Point corner = corners.get(i);
            Point before = towards(corner, corners.get(i - 1));
            Point after = towards(corner, corners.get(i + 1));
            straight(controls, before);
            controls.add(between(before, corner, 0.55));
            controls.add(between(after, corner, 0.55));
            controls.add(after);
        }
        straight(controls, to);
        return new LinkPath(controls, true);
    }

    private static Point towards(Point corner, Point other) {
        double distance = corner.distance(other);
        return distance == 0 ? corner : between(corner, other, Math.min(CORNER, distance / 2) / distance);
    }

    private static Point between(Point a, Point b, double part) {
        return new Point(a.x() + (b.x() - a.x()) * part, a.y() + (b.y() - a.y()) * part);
    }

    private static void straight(List<Point> controls, Point to) {
        Point from = controls.getLast();
        controls.add(between(from, to, 1.0 / 3));
        controls.add(between(from, to, 2.0 / 3));
        controls.add(to);
    }

    /** The start, then two control points and an end for each cubic curve. */
    public List<Point> controls() {
        return controls;
    }

    /** Whether it leads back, as a loop. */
    public boolean leadsBack() {
        return back;
    }

    /** A rectangle around all of it. */
    public Bounds bounds() {
        return bounds;
    }

    /** Where it begins. */
    public Point start() {
        return controls.getFirst();
    }

    /** Where it ends. */
    public Point end() {
        return controls.getLast();
    }

    /** How long it is. */
    public double length() {
        double[] lengths = measured().lengths;
        return lengths[lengths.length - 1];
    }

    /** The point at {@code part} of its length, 0 to 1. */
    public Point at(double part) {
        Measured line = measured();
        double wanted = Math.clamp(part, 0, 1) * length();
        int low = 0;
        int high = line.lengths.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (line.lengths[middle] <= wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double step = line.lengths[high] - line.lengths[low];
        return between(
                line.points.get(low), line.points.get(high), step == 0 ? 0 : (wanted - line.lengths[low]) / step);
    }

    /** How far {@code point} is from it. */
    public double distance(Point point) {
        List<Point> points = measured().points;
        double least = Double.MAX_VALUE;
        for (int i = 1; i < points.size(); i++) {
            least = Math.min(least, distance(point, points.get(i - 1), points.get(i)));
        }
        return least;
    }

    /** Whether the straight line from {@code a} to {@code b} cuts it. */
    public boolean cutBy(Point a, Point b) {
        if (!bounds.intersects(Bounds.between(a, b))) {
            return false;
        }
        List<Point> points = measured().points;
        for (int i = 1; i < points.size(); i++) {
            if (cross(a, b, points.get(i - 1), points.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether any of it is inside {@code area}. */
    public boolean touches(Bounds area) {
        if (!bounds.intersects(area)) {
            return false;
        }
        return measured().points.stream().anyMatch(area::contains)
                || cutBy(new Point(area.x(), area.y()), new Point(area.right(), area.bottom()))
                || cutBy(new Point(area.right(), area.y()), new Point(area.x(), area.bottom()));
    }

    private static double distance(Point point, Point a, Point b) {
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double square = dx * dx + dy * dy;
        double part =
                square == 0 ? 0 : Math.clamp(((point.x() - a.x()) * dx + (point.y() - a.y()) * dy) / square, 0, 1);
        return Math.hypot(point.x() - a.x() - part * dx, point.y() - a.y() - part * dy);
    }

    private static boolean cross(Point a, Point b, Point c, Point d) {
        return side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b);
    }

    private static boolean side(Point a, Point b, Point c) {
        return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x()) > 0;
    }

    private Measured measured() {
        Measured known = measured;
        if (known == null) {
            known = measure();
            measured = known;
        }
        return known;
    }

    private Measured measure() {
        List<Point> points = new ArrayList<>(List.of(start()));
        for (int i = 0; i + 3 < controls.size(); i += 3) {
            for (int step = 1; step <= STEPS; step++) {
                points.add(onCubic(i, (double) step / STEPS));
            }
        }
        double[] lengths = new double[points.size()];
        for (int i = 1; i < lengths.length; i++) {
            lengths[i] = lengths[i - 1] + points.get(i).distance(points.get(i - 1));
        }
        return new Measured(List.copyOf(points), lengths);
    }

    private Point onCubic(int first, double part) {
        double rest = 1 - part;
        double a = rest * rest * rest;
        double b = 3 * rest * rest * part;
        double c = 3 * rest * part * part;
        double d = part * part * part;
        Point p = controls.get(first);
        Point q = controls.get(first + 1);
        Point r = controls.get(first + 2);
        Point s = controls.get(first + 3);
        return new Point(a * p.x() + b * q.x() + c * r.x() + d * s.x(), a * p.y() + b * q.y() + c * r.y() + d * s.y());
    }

    private record Measured(List<Point> points, double[] lengths) {}
}
