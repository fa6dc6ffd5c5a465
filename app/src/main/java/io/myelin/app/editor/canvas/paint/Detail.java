package io.myelin.app.editor.canvas.paint;

/** How much of each thing is painted, which depends on how large it is on the screen. */
public enum Detail {
    /** A coloured block a component, a straight line a link. */
    BLOCKS,
    /** Titles and sockets, no small text. */
    TITLES,
    /** Everything. */
    EVERYTHING;

    private static final double TITLES_FROM = 0.4;
    private static final double EVERYTHING_FROM = 0.6;

    /** What is painted at {@code zoom}. */
    public static Detail at(double zoom) {
        return zoom >= EVERYTHING_FROM ? EVERYTHING : zoom >= TITLES_FROM ? TITLES : BLOCKS;
    }

    /** Whether this shows at least as much as {@code other}. */
    public boolean shows(Detail other) {
        return compareTo(other) >= 0;
    }
}
