package io.myelin.app.editor.canvas.geometry;

/** The measures of a component that is a line high, in units of the world. */
public final class CompactCard {
    /** How high it is with one box on a side, or two. */
    public static final double HEIGHT = 24;

    /** The size of the icon. */
    public static final double ICON = 14;

    /** Where the middle of the icon is, from the left. */
    public static final double ICON_AT = 16;

    /** Where the title begins. */
    public static final double TEXT_LEFT = 28;

    static final double TEXT_RIGHT = 14;
    static final double NARROWEST = 72;
    static final double WIDEST = 200;
    /** How far boxes on a side are apart. */
    static final double PITCH = 12;

    private CompactCard() {}

    /** How high it is with so many boxes on the side that has more. */
    static double height(int boxes) {
        return Math.max(HEIGHT, Math.ceil(boxes * PITCH / ShapeMaker.GRID) * ShapeMaker.GRID);
    }

    /** How far below its top the box {@code index} of {@code count} on a side is. */
    static double boxAt(int index, int count, double height) {
        return height / 2 + (index - (count - 1) / 2.0) * PITCH;
    }
}
