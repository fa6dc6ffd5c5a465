package io.myelin.app.editor.canvas.geometry;

import java.util.ArrayList;
import java.util.Collections;
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
    // How far a curve keeps its direction at a waypoint, as a part of the way to the next.
    private static final double ROUNDING = 0.3;
    private static final int STEPS = 16;
    private static final int CORNER_STEPS = 6;
    private static final double STRAIGHT = 1e-6;

    private final List<Point> controls;
    private final boolean back;
    /** The number of the leg, between two waypoints, that each curve is of; empty where each curve is a leg. */
    private final List<Integer> legs;

    private final Bounds bounds;
    private @Nullable Measured measured;

    private LinkPath(List<Point> controls, boolean back) {
        this(controls, back, List.of());
    }

    private LinkPath(List<Point> controls, boolean back, List<Integer> legs) {
        this.controls = List.copyOf(controls);
        this.back = back;
        this.legs = List.copyOf(legs);
        this.bounds = Bounds.around(controls.stream()
                        .map(point -> new Bounds(point.x(), point.y(), 0, 0))
                        .toList())
                .orElseThrow();
    }

    /** The line from an outlet of the component at {@code source} to an inlet of the one at {@code target}. */
    public static LinkPath between(Point from, Point to, Bounds source, Bounds target) {
        return to.x() >= from.x() ? curve(from, to) : rounded(loop(from, to, source, target, 0), CORNER);
    }

    /** A smooth curve that goes through {@code waypoints} on its way; there is at least one. */
    static LinkPath through(Point from, List<Point> waypoints, Point to) {
        List<Point> places = new ArrayList<>(List.of(from));
        places.addAll(waypoints);
        places.add(to);
        List<Point> controls = new ArrayList<>(List.of(from));
        Point leaving = from.plus(pull(from, waypoints.getFirst()), 0);
        for (int i = 1; i < places.size() - 1; i++) {
            Point place = places.get(i);
            Point before = places.get(i - 1);
            Point after = places.get(i + 1);
            double across = before.distance(after);
            Point along = across == 0 ? new Point(1, 0) : after.minus(before);
            double unit = across == 0 ? ROUNDING : ROUNDING / across;
            double arriving = -unit * place.distance(before);
            controls.add(leaving);
            controls.add(place.plus(along.x() * arriving, along.y() * arriving));
            controls.add(place);
            double going = unit * place.distance(after);
            leaving = place.plus(along.x() * going, along.y() * going);
        }
        controls.add(leaving);
        controls.add(to.plus(-pull(waypoints.getLast(), to), 0));
        controls.add(to);
        return new LinkPath(controls, to.x() < from.x());
    }

    /** One cubic curve. */
    public static LinkPath cubic(Point from, Point leaving, Point arriving, Point to) {
        return new LinkPath(List.of(from, leaving, arriving, to), to.x() < from.x());
    }

    /** The curves of this, each as a line of its own: of a line through waypoints, its legs. */
    public List<LinkPath> curves() {
        List<LinkPath> curves = new ArrayList<>();
        for (int i = 0; i + 3 < controls.size(); i += 3) {
            curves.add(new LinkPath(
                    controls.subList(i, i + 4),
                    controls.get(i + 3).x() < controls.get(i).x()));
        }
        return curves;
    }

    /** The line that goes along {@code legs}, each of which begins where the one before ends. */
    public static LinkPath joined(List<LinkPath> legs) {
        List<Point> controls = new ArrayList<>(List.of(legs.getFirst().start()));
        List<Integer> numbers = new ArrayList<>();
        for (int leg = 0; leg < legs.size(); leg++) {
            List<Point> own = legs.get(leg).controls;
            controls.addAll(own.subList(1, own.size()));
            numbers.addAll(Collections.nCopies((own.size() - 1) / 3, leg));
        }
        return new LinkPath(
                controls, legs.getLast().end().x() < legs.getFirst().start().x(), numbers);
    }

    private static double pull(Point from, Point to) {
        return Math.clamp(from.distance(to) / 2, 16, 80);
    }

    /** A plain curve, as the one that follows the pointer. */
    public static LinkPath curve(Point from, Point to) {
        double pull = Math.clamp(Math.abs(to.x() - from.x()) / 2, 24, 160);
        return new LinkPath(List.of(from, from.plus(pull, 0), to.plus(-pull, 0), to), false);
    }

    /**
     * The corners of a line that leads back: out to the right, between the two components or under both, and in from the
     * left. Around it there is room of so much as {@code half} on either side for others beside it.
     */
    public static List<Point> loop(Point from, Point to, Bounds source, Bounds target, double half) {
        double level = Math.max(source.bottom(), target.bottom()) + CLEARANCE + half;
        if (target.y() - source.bottom() >= 2 * CORNER) {
            level = (target.y() + source.bottom()) / 2;
        } else if (source.y() - target.bottom() >= 2 * CORNER) {
            level = (source.y() + target.bottom()) / 2;
        }
        double right = from.x() + REACH + half;
        double left = to.x() - REACH - half;
        return List.of(
                from,
                new Point(right, from.y()),
                new Point(right, level),
                new Point(left, level),
                new Point(left, to.y()),
                to);
    }

    /** A line through {@code corners}, of which there are at least two, each rounded by {@code radius} at most. */
    public static LinkPath rounded(List<Point> corners, double radius) {
        List<Point> controls = new ArrayList<>(List.of(corners.getFirst()));
        for (int i = 1; i < corners.size() - 1; i++) {
            Point corner = corners.get(i);
            Point before = towards(corner, corners.get(i - 1), radius);
            Point after = towards(corner, corners.get(i + 1), radius);
            straight(controls, before);
            controls.add(between(before, corner, 0.55));
            controls.add(between(after, corner, 0.55));
            controls.add(after);
        }
        straight(controls, corners.getLast());
        return new LinkPath(controls, corners.getLast().x() < corners.getFirst().x());
    }

    private static Point towards(Point corner, Point other, double radius) {
        double distance = corner.distance(other);
        return distance == 0 ? corner : between(corner, other, Math.min(radius, distance / 2) / distance);
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

    /** The number of the leg, from 0, to which {@code point} is nearest. */
    int pieceAt(Point point) {
        Measured line = measured();
        List<Point> points = line.points;
        int nearest = 0;
        double least = Double.MAX_VALUE;
        for (int i = 1; i < points.size(); i++) {
            double distance = distance(point, points.get(i - 1), points.get(i));
            if (distance < least) {
                least = distance;
                nearest = line.pieces[i];
            }
        }
        return legs.isEmpty() ? nearest : legs.get(nearest);
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

    /** Where it crosses {@code other}: the lengths along it, from its start. */
    public List<Double> crossings(LinkPath other) {
        if (!bounds.intersects(other.bounds)) {
            return List.of();
        }
        List<Double> crossings = new ArrayList<>();
        Measured line = measured();
        for (int i = 1; i < line.points.size(); i++) {
            Point a = line.points.get(i - 1);
            Point b = line.points.get(i);
            if (other.bounds.intersects(Bounds.between(a, b))) {
                double length = line.lengths[i] - line.lengths[i - 1];
                for (double part : other.partsAt(a, b)) {
                    crossings.add(line.lengths[i - 1] + part * length);
                }
            }
        }
        return crossings;
    }

    /** Where this cuts the straight line from {@code a} to {@code b}, as parts of that. */
    private List<Double> partsAt(Point a, Point b) {
        List<Double> parts = new ArrayList<>(1);
        List<Point> points = measured().points;
        for (int i = 1; i < points.size(); i++) {
            Point c = points.get(i - 1);
            Point d = points.get(i);
            if (cross(a, b, c, d)) {
                double across = product(b.minus(a), d.minus(c));
                parts.add(across == 0 ? 0.5 : product(c.minus(a), d.minus(c)) / across);
            }
        }
        return parts;
    }

    private static double product(Point a, Point b) {
        return a.x() * b.y() - a.y() * b.x();
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
        int[] pieces = new int[1 + controls.size() / 3 * STEPS];
        for (int i = 0; i + 3 < controls.size(); i += 3) {
            int steps = steps(i);
            for (int step = 1; step <= steps; step++) {
                pieces[points.size()] = i / 3;
                points.add(onCubic(i, (double) step / steps));
            }
        }
        double[] lengths = new double[points.size()];
        for (int i = 1; i < lengths.length; i++) {
            lengths[i] = lengths[i - 1] + points.get(i).distance(points.get(i - 1));
        }
        return new Measured(List.copyOf(points), lengths, pieces);
    }

    /** In how many straight lines a curve is measured: a long line of many corners has to stay cheap. */
    private int steps(int first) {
        Point p = controls.get(first);
        Point s = controls.get(first + 3);
        boolean straight = Math.abs(product(controls.get(first + 1).minus(p), s.minus(p))) < STRAIGHT
                && Math.abs(product(controls.get(first + 2).minus(p), s.minus(p))) < STRAIGHT
                && controls.get(first + 1).distance(s) <= p.distance(s)
                && controls.get(first + 2).distance(p) <= p.distance(s);
        if (straight) {
            return 1;
        }
        return p.distance(s) <= 2 * CORNER ? CORNER_STEPS : STEPS;
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

    /**
     * The line as short straight ones.
     *
     * @param pieces the number of the curve of which the line that ends at a point is, by the number of that point
     */
    private record Measured(List<Point> points, double[] lengths, int[] pieces) {}
}
