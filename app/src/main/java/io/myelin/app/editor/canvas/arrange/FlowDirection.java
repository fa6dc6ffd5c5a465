package io.myelin.app.editor.canvas.arrange;

/** Which way the messages of a tidied graph go on the canvas. */
public enum FlowDirection {
    /** From left to right. */
    RIGHT,
    /** From top to bottom. */
    DOWN
}
