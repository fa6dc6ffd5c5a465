package io.myelin.app.editor.canvas.geometry;

/**
 * A point, of the world or of the screen as its user says.
 *
 * @param x to the right
 * @param y downwards
 */
public record Point(double x, double y) {
    /** This point moved. */
    public Point plus(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }

    /** The vector from {@code other} to this. */
    public Point minus(Point other) {
        return new Point(x - other.x, y - other.y);
    }

    /** How far {@code other} is. */
    public double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
