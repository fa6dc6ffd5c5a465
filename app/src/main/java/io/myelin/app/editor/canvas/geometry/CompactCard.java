package io.myelin.app.editor.canvas.geometry;

/** The measures of a component that is a line high, in units of the world. */
public final class CompactCard {
    /** How high it is with one box on a side. */
    public static final double HEIGHT = 24;

    /** How far below its top the title has its middle, and the first box of a side: chains run straight. */
    public static final double LINE = 12;

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
    static final double PITCH = 11;

    private static final double BELOW = 9;

    private CompactCard() {}

    /** How high it is with so many boxes on the side that has more. */
    static double height(int boxes) {
        double needed = LINE + (boxes - 1) * PITCH + BELOW;
        return Math.max(HEIGHT, Math.ceil(needed / ShapeMaker.GRID) * ShapeMaker.GRID);
    }

    /** How far below its top the box {@code index} of a side is. */
    static double boxAt(int index) {
        return LINE + index * PITCH;
    }
}
