package io.myelin.app.editor.canvas.geometry;

/**
 * The part of the world that the screen shows. Immutable.
 *
 * @param x the world's x at the left edge of the screen
 * @param y the world's y at the top edge of the screen
 * @param zoom screen pixels for a unit of the world, from {@link #MIN_ZOOM} to {@link #MAX_ZOOM}
 * @param width of the screen, in pixels
 * @param height of the screen, in pixels
 */
public record Viewport(double x, double y, double zoom, double width, double height) {
    /** The smallest zoom: 2 %, at which 20,000 components are on the screen at once. */
    public static final double MIN_ZOOM = 0.02;

    /** The largest zoom: 400 %. */
    public static final double MAX_ZOOM = 4;

    /** The world's origin at the top left of a screen without size, at 100 %. */
    public static final Viewport START = new Viewport(0, 0, 1, 0, 0);

    /** Keeps the zoom in its range. */
    public Viewport {
        zoom = Math.clamp(zoom, MIN_ZOOM, MAX_ZOOM);
    }

    /** Where a point of the screen is in the world. */
    public Point toWorld(Point screen) {
        return new Point(x + screen.x() / zoom, y + screen.y() / zoom);
    }

    /** Where a point of the world is on the screen. */
    public Point toScreen(Point world) {
        return new Point((world.x() - x) * zoom, (world.y() - y) * zoom);
    }

    /** Where a rectangle of the world is on the screen. */
    public Bounds toScreen(Bounds world) {
        return new Bounds((world.x() - x) * zoom, (world.y() - y) * zoom, world.width() * zoom, world.height() * zoom);
    }

    /** The part of the world that is seen. */
    public Bounds visible() {
        return new Bounds(x, y, width / zoom, height / zoom);
    }

    /** The viewport after the world was moved on the screen by so many pixels. */
    public Viewport panned(double dx, double dy) {
        return new Viewport(x - dx / zoom, y - dy / zoom, zoom, width, height);
    }

    /** The viewport with another zoom, the world under {@code screen} staying there. */
    public Viewport zoomedTo(double changed, Point screen) {
        Point fixed = toWorld(screen);
        double zoomed = Math.clamp(changed, MIN_ZOOM, MAX_ZOOM);
        return new Viewport(fixed.x() - screen.x() / zoomed, fixed.y() - screen.y() / zoomed, zoomed, width, height);
    }

    /** The viewport with another zoom about the middle of the screen. */
    public Viewport zoomedTo(double changed) {
        return zoomedTo(changed, new Point(width / 2, height / 2));
    }

    /** The viewport with {@code world} in its middle. */
    public Viewport centredOn(Point world) {
        return new Viewport(world.x() - width / zoom / 2, world.y() - height / zoom / 2, zoom, width, height);
    }

    /** The viewport that shows all of {@code world} with {@code margin} pixels around it, at {@code most} at largest. */
    public Viewport fitting(Bounds world, double margin, double most) {
        double across = Math.max(1, width - 2 * margin) / Math.max(1, world.width());
        double down = Math.max(1, height - 2 * margin) / Math.max(1, world.height());
        double fitted = Math.min(most, Math.min(across, down));
        return new Viewport(x, y, fitted, width, height).centredOn(world.centre());
    }

    /** The viewport on a screen of another size, its top left staying. */
    public Viewport resized(double changedWidth, double changedHeight) {
        return new Viewport(x, y, zoom, changedWidth, changedHeight);
    }
}
