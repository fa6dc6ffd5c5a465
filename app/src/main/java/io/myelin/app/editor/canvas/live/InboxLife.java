package io.myelin.app.editor.canvas.live;

/**
 * How full an inbox is.
 *
 * @param depth messages waiting
 * @param capacity messages that it may hold, 0 and up
 */
public record InboxLife(int depth, int capacity) {
    /** How full it is, 0 to 1. One that holds nothing is full with one message. */
    public double fill() {
        return Math.clamp((double) depth / Math.max(1, capacity), 0, 1);
    }
}
