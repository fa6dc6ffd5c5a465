package io.myelin.app.editor.canvas.gesture;

/**
 * What a hand does between pressing a button and letting it go. It changes the document only when it is
 * {@linkplain #released finished}, so that nothing is left of one that is {@linkplain #cancelled given up}.
 */
interface Gesture {
    /** The pointer moved, a key was pressed on the way, or the world moved under the pointer. */
    void dragged(PointerEvent event);

    /** The button was let go: do it. */
    void released(PointerEvent event);

    /** Given up: everything is as it was before. */
    default void cancelled() {}

    /** What is to be seen meanwhile. */
    Feedback feedback();

    /** Whether the world is moved while the pointer is held at the border of the canvas. */
    default boolean scrollsAtBorder() {
        return true;
    }
}
