package io.myelin.app.editor.canvas.gesture;

/**
 * A key that went down or up.
 *
 * @param key which
 * @param down whether it went down
 * @param modifiers the keys held down with it
 */
public record KeyEvent(Key key, boolean down, Modifiers modifiers) {
    /** The keys that the canvas knows; all others belong to the window's actions. */
    public enum Key {
        /** Takes back what is going on. */
        ESCAPE,
        /** Adds a component. */
        TAB,
        /** Opens a component. */
        ENTER,
        /** Pans while held. */
        SPACE,
        /** To the left. */
        LEFT,
        /** To the right. */
        RIGHT,
        /** Upwards. */
        UP,
        /** Downwards. */
        DOWN
    }
}
