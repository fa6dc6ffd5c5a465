package io.myelin.app.editor.canvas.geometry;

/** How much of itself a component shows. */
public enum CardStyle {
    /** An icon, a title, a line of detail, and the names of its boxes. */
    FULL,
    /** A line with a small icon and a title; its boxes stand on the borders without their names. */
    COMPACT;

    /** The compact style where {@code wanted}, else the full one. */
    public static CardStyle compact(boolean wanted) {
        return wanted ? COMPACT : FULL;
    }
}
