package io.myelin.app.editor.canvas.geometry;

/** The kinds of text on a component. */
public enum TextStyle {
    /** Its title. */
    TITLE(13, true),
    /** The line under the title. */
    DETAIL(11, false),
    /** The name of a box, and what is said about a run. */
    SMALL(10.5, false);

    private final double size;
    private final boolean strong;

    TextStyle(double size, boolean strong) {
        this.size = size;
        this.strong = strong;
    }

    /** The height of its letters in units of the world. */
    public double size() {
        return size;
    }

    /** Whether it is semibold. */
    public boolean isStrong() {
        return strong;
    }
}
