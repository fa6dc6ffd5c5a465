package io.myelin.engine.graph;

import io.myelin.engine.message.DataRecord;

/**
 * A text that stands beside the components.
 *
 * @param text Markdown
 * @param x of its left edge, in canvas units, finite
 * @param y of its top edge, in canvas units, finite
 * @param width in canvas units, more than 0
 * @param height in canvas units, more than 0
 * @param color the name of its colour, such as {@code yellow}; empty for the editor's choice
 * @param unknown keys that this version does not know
 */
public record Note(String text, double x, double y, double width, double height, String color, DataRecord unknown) {
    /** The size of a note that gives none, in canvas units. */
    public static final double DEFAULT_WIDTH = 240;

    /** The size of a note that gives none, in canvas units. */
    public static final double DEFAULT_HEIGHT = 120;

    /** A note of the usual size and colour. */
    public static Note at(double x, double y, String text) {
        return new Note(text, x, y, DEFAULT_WIDTH, DEFAULT_HEIGHT, "", DataRecord.empty());
    }

    /** This with another text. */
    public Note withText(String changed) {
        return new Note(changed, x, y, width, height, color, unknown);
    }

    /** This at another place. */
    public Note movedTo(double newX, double newY) {
        return new Note(text, newX, newY, width, height, color, unknown);
    }

    /** This in another size. */
    public Note resizedTo(double newWidth, double newHeight) {
        return new Note(text, x, y, newWidth, newHeight, color, unknown);
    }

    /** This in another colour. */
    public Note withColor(String changed) {
        return new Note(text, x, y, width, height, changed, unknown);
    }
}
