package io.myelin.app.editor.canvas.geometry;

/** Knows how wide texts are. */
@FunctionalInterface
public interface TextMeasure {
    /** The width of {@code text}, a single line, in units of the world. */
    double width(String text, TextStyle style);

    /** {@code text}, or as much of its beginning as fits into {@code most} with an ellipsis behind it. */
    default String fit(String text, TextStyle style, double most) {
        if (width(text, style) <= most) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (width(text.substring(0, middle) + "…", style) <= most) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return text.substring(0, low).stripTrailing() + "…";
    }
}
