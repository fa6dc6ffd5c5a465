package io.myelin.app.editor.canvas.gesture;

/**
 * The keys held down with another.
 *
 * @param shift whether Shift is
 * @param control whether Ctrl is, or Command on a Mac
 * @param alt whether Alt is
 */
public record Modifiers(boolean shift, boolean control, boolean alt) {
    /** None. */
    public static final Modifiers NONE = new Modifiers(false, false, false);

    /** Whether what is selected is to be added to what was. */
    public boolean adds() {
        return shift || control;
    }
}
