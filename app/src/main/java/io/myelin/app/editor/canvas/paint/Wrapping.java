package io.myelin.app.editor.canvas.paint;

import io.myelin.app.editor.canvas.geometry.TextMeasure;
import io.myelin.app.editor.canvas.geometry.TextStyle;
import java.util.ArrayList;
import java.util.List;

/** Breaks small texts into lines. */
final class Wrapping {
    private Wrapping() {}

    /** The words of {@code text} in at most so many lines of at most so much width, the last one cut if need be. */
    static List<String> wrap(String text, double width, int most, TextMeasure measure) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            boolean full = measure.width(longer, TextStyle.SMALL) > width;
            if (full && !line.isEmpty() && lines.size() < most - 1) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines.stream()
                .map(one -> measure.fit(one, TextStyle.SMALL, width))
                .toList();
    }
}
