package io.myelin.app.editor.canvas.gesture;

/** How the pointer looks, which says what it would do. */
public enum PointerShape {
    /** The arrow: select. */
    ARROW,
    /** An open hand: pan. */
    OPEN_HAND,
    /** A closed hand: panning. */
    CLOSED_HAND,
    /** Four arrows: moving. */
    MOVE,
    /** A cross: draw a link, or a slice. */
    CROSS,
    /** A pointing hand: something that opens when clicked. */
    POINTING,
    /** Two arrows: resize. */
    RESIZE
}
