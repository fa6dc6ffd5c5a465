package io.myelin.app.editor.canvas.geometry;

import java.util.Collection;
import java.util.Optional;

/**
 * An upright rectangle.
 *
 * @param x of its left edge
 * @param y of its top edge
 * @param width 0 and up
 * @param height 0 and up
 */
public record Bounds(double x, double y, double width, double height) {
    /** The rectangle that has {@code a} and {@code b} as opposite corners. */
    public static Bounds between(Point a, Point b) {
        return new Bounds(
                Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y()));
    }

    /** The smallest rectangle around all of {@code several}; empty for none. */
    public static Optional<Bounds> around(Collection<Bounds> several) {
        return several.stream().reduce(Bounds::union);
    }

    /** The x of the right edge. */
    public double right() {
        return x + width;
    }

    /** The y of the bottom edge. */
    public double bottom() {
        return y + height;
    }

    /** The middle. */
    public Point centre() {
        return new Point(x + width / 2, y + height / 2);
    }

    /** Whether {@code point} is inside or on the edge. */
    public boolean contains(Point point) {
        return point.x() >= x && point.x() <= right() && point.y() >= y && point.y() <= bottom();
    }

    /** Whether all of {@code other} is inside. */
    public boolean contains(Bounds other) {
        return other.x >= x && other.right() <= right() && other.y >= y && other.bottom() <= bottom();
    }

    /** Whether the two share a point. */
    public boolean intersects(Bounds other) {
        return other.x <= right() && other.right() >= x && other.y <= bottom() && other.bottom() >= y;
    }

    /** The smallest rectangle around both. */
    public Bounds union(Bounds other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Bounds(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    /** This, larger by {@code by} on every side. */
    public Bounds grown(double by) {
        return new Bounds(x - by, y - by, width + 2 * by, height + 2 * by);
    }

    /** This, moved. */
    public Bounds moved(double dx, double dy) {
        return new Bounds(x + dx, y + dy, width, height);
    }
}
