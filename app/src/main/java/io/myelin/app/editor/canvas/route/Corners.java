package io.myelin.app.editor.canvas.route;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A line that is level and upright by turns, and begins and ends level.
 *
 * @param places its start, its corners, its end: an even number, two for a line without corners
 */
record Corners(List<Point> places) {
    /** Nearer to the edge of a card than this is on it: sums of the same lengths differ by their order. */
    private static final double EDGE = 1e-3;

    Corners {
        places = List.copyOf(places);
    }

    /** The line through {@code places}, of which only those are kept at which it turns. */
    static Corners through(List<Point> places) {
        List<Point> kept = new ArrayList<>();
        for (Point place : places) {
            int last = kept.size() - 1;
            if (last >= 0 && kept.get(last).equals(place)) {
                continue;
            }
            if (last >= 1 && isStraight(kept.get(last - 1), kept.get(last), place)) {
                kept.removeLast();
            }
            kept.add(place);
        }
        return new Corners(kept);
    }

    private static boolean isStraight(Point a, Point b, Point c) {
        return a.x() == b.x() && b.x() == c.x() || a.y() == b.y() && b.y() == c.y();
    }

    /**
     * This, from another start to another end and so far to the right of whoever goes along it: with the same corners,
     * lines whose starts and ends are in one order lie beside each other and never cross.
     */
    Corners beside(Point start, Point end, double aside) {
        if (places.size() < 4) {
            double middle = (start.x() + end.x()) / 2;
            double turn = start.y() <= end.y() ? middle - aside : middle + aside;
            return through(List.of(start, new Point(turn, start.y()), new Point(turn, end.y()), end));
        }
        List<Point> moved = new ArrayList<>(List.of(start));
        for (int i = 1; i < places.size() - 1; i++) {
            boolean comesLevel = i % 2 == 1;
            double x = comesLevel ? uprightAt(i, aside) : uprightAt(i - 1, aside);
            double y = comesLevel ? levelAt(i - 1, start, end, aside) : levelAt(i, start, end, aside);
            moved.add(new Point(x, y));
        }
        moved.add(end);
        return through(moved);
    }

    /** Where the upright piece from corner {@code first} to the next one is. */
    private double uprightAt(int first, double aside) {
        boolean down = places.get(first + 1).y() > places.get(first).y();
        return places.get(first).x() + (down ? -aside : aside);
    }

    /** Where the level piece from corner {@code first} to the next one is; the first and the last are as their boxes are. */
    private double levelAt(int first, Point start, Point end, double aside) {
        if (first == 0) {
            return start.y();
        }
        if (first == places.size() - 2) {
            return end.y();
        }
        boolean rightwards = places.get(first + 1).x() > places.get(first).x();
        return places.get(first).y() + (rightwards ? aside : -aside);
    }

    /** This with {@code start} in front of it. */
    Corners from(Point start) {
        return through(Stream.concat(Stream.of(start), places.stream()).toList());
    }

    /** This with {@code end} behind it. */
    Corners to(Point end) {
        return through(Stream.concat(places.stream(), Stream.of(end)).toList());
    }

    /** Whether it goes through the inside of {@code card}. */
    boolean crosses(Bounds card) {
        Bounds inside = inside(card);
        for (int i = 1; i < places.size(); i++) {
            if (Bounds.between(places.get(i - 1), places.get(i)).intersects(inside)) {
                return true;
            }
        }
        return false;
    }

    /** {@code card} without its edge. */
    static Bounds inside(Bounds card) {
        return card.grown(-EDGE);
    }

    /** A rectangle around it. */
    Bounds bounds() {
        return Bounds.around(places.stream()
                        .map(place -> new Bounds(place.x(), place.y(), 0, 0))
                        .toList())
                .orElseThrow();
    }
}
