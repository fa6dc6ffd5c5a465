package io.myelin.app.picture;

import io.myelin.app.editor.canvas.geometry.TextStyle;
import java.awt.Shape;

/** Draws on a picture, in units of the canvas's world. */
interface Pen {
    void fill(Shape shape, Ink ink);

    /** Draws the outline; {@code dashes} are the lengths of strokes and gaps, none for a line without gaps. */
    void stroke(Shape shape, Ink ink, double width, float... dashes);

    /** Writes a line that begins at {@code x} and stands on {@code baseline}. */
    void text(String text, TextStyle style, double x, double baseline, Ink ink);
}
