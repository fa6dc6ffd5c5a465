package io.myelin.app.editor.canvas.live;

/**
 * How full an inbox is.
 *
 * @param depth messages waiting
 * @param capacity messages that it may hold, 0 and up
 */
public record InboxLife(int depth, int capacity) {
    private static final double HALF = 0.5;
    private static final double HIGH = 0.75;

    /** How full it is, 0 to 1. One that holds nothing is full with one message. */
    public double fill() {
        return Math.clamp((double) depth / Math.max(1, capacity), 0, 1);
    }

    /** How full it is, in steps. */
    public Level level() {
        double fill = fill();
        return depth == 0
                ? Level.EMPTY
                : fill >= 1 ? Level.FULL : fill >= HIGH ? Level.HIGH : fill >= HALF ? Level.HALF : Level.SOME;
    }

    /** How full an inbox is, in steps. */
    public enum Level {
        /** Nothing waits. */
        EMPTY,
        /** Less than half. */
        SOME,
        /** Half of it. */
        HALF,
        /** Three quarters of it. */
        HIGH,
        /** Nothing more goes in. */
        FULL
    }
}
