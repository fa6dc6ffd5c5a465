package io.myelin.app.editor.canvas.route;

import io.myelin.app.editor.canvas.geometry.Point;

/** Where a way goes, in the order of a turn to the right. */
enum Heading {
    RIGHT(1, 0),
    DOWN(0, 1),
    LEFT(-1, 0),
    UP(0, -1);

    private final int across;
    private final int down;

    Heading(int across, int down) {
        this.across = across;
        this.down = down;
    }

    /** The one that {@code way} goes most. */
    static Heading of(Point way) {
        if (Math.abs(way.x()) >= Math.abs(way.y())) {
            return way.x() < 0 ? LEFT : RIGHT;
        }
        return way.y() < 0 ? UP : DOWN;
    }

    /** So far from {@code place} in this direction. */
    Point from(Point place, double distance) {
        return place.plus(across * distance, down * distance);
    }
}
