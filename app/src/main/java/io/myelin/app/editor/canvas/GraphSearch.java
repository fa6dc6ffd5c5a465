package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds components of a graph by their titles, ids, types and settings, whatever is big or small in them. */
final class GraphSearch {
    private GraphSearch() {}

    /** The ids of the components in which each word of {@code query} is found, in the graph's order; none for no word. */
    static List<String> find(CanvasGeometry geometry, String query) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<String> words = List.of(wanted.split("\\s+"));
        return geometry.components().stream()
                .filter(shape -> {
                    String said = said(shape);
                    return words.stream().allMatch(said::contains);
                })
                .map(ComponentShape::id)
                .toList();
    }

    private static String said(ComponentShape shape) {
        StringBuilder said = new StringBuilder();
        said.append(shape.face().title()).append('\n').append(shape.id()).append('\n');
        said.append(shape.component().type()).append('\n');
        append(said, shape.component().settings());
        return said.toString().toLowerCase(Locale.ROOT);
    }

    /** What people see of a setting, without the signs that only the file has. */
    private static void append(StringBuilder said, Object value) {
        switch (value) {
            case Map<?, ?> fields ->
                fields.forEach((name, field) -> {
                    said.append(name).append(' ');
                    append(said, field);
                });
            case Collection<?> several -> several.forEach(one -> append(said, one));
            default -> said.append(value).append('\n');
        }
    }
}
