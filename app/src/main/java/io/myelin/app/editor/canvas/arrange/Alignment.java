package io.myelin.app.editor.canvas.arrange;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.text.Texts;
import java.util.Locale;

/** The lines that components can be brought onto. */
public enum Alignment {
    /** All left edges. */
    LEFT,
    /** All middles on one upright line. */
    CENTRE,
    /** All right edges. */
    RIGHT,
    /** All top edges. */
    TOP,
    /** All middles on one level line. */
    MIDDLE,
    /** All bottom edges. */
    BOTTOM;

    private static final Texts TEXTS = Texts.of(Alignment.class);

    /** What it does, for people. */
    public String title() {
        return TEXTS.get("align." + name().toLowerCase(Locale.ROOT));
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
