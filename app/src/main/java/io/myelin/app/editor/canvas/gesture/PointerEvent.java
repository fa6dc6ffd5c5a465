package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.Point;

/**
 * Something the pointer did.
 *
 * @param kind what
 * @param screen where, in pixels from the top left of the canvas
 * @param button the button that went down or up, or that is held while it moves
 * @param clicks 1 for a click, 2 for a double click
 * @param modifiers the keys held down
 */
public record PointerEvent(Kind kind, Point screen, Button button, int clicks, Modifiers modifiers) {
    /** What a pointer does. */
    public enum Kind {
        /** It moved with no button held. */
        MOVED,
        /** A button went down. */
        PRESSED,
        /** It moved with a button held. */
        DRAGGED,
        /** A button went up. */
        RELEASED,
        /** It left the canvas. */
        LEFT
    }

    /** The buttons of a pointer. */
    public enum Button {
        /** None. */
        NONE,
        /** The left one, or the one that stands for it. */
        PRIMARY,
        /** The wheel. */
        MIDDLE,
        /** The right one. */
        SECONDARY
    }
}
