package io.myelin.app.editor.canvas.arrange;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.Point;

/** The lines that components can be brought onto. */
public enum Alignment {
    /** All left edges. */
    LEFT("Left Edges"),
    /** All middles on one upright line. */
    CENTRE("Centres"),
    /** All right edges. */
    RIGHT("Right Edges"),
    /** All top edges. */
    TOP("Top Edges"),
    /** All middles on one level line. */
    MIDDLE("Middles"),
    /** All bottom edges. */
    BOTTOM("Bottom Edges");

    private final String title;

    Alignment(String title) {
        this.title = title;
    }

    /** What is brought onto the line, for people. */
    public String title() {
        return title;
    }

    /** The top left corner that brings {@code one} onto the line of {@code all}. */
    Point place(Bounds one, Bounds all) {
        return switch (this) {
            case LEFT -> new Point(all.x(), one.y());
            case CENTRE -> new Point(all.centre().x() - one.width() / 2, one.y());
            case RIGHT -> new Point(all.right() - one.width(), one.y());
            case TOP -> new Point(one.x(), all.y());
            case MIDDLE -> new Point(one.x(), all.centre().y() - one.height() / 2);
            case BOTTOM -> new Point(one.x(), all.bottom() - one.height());
        };
    }
}
