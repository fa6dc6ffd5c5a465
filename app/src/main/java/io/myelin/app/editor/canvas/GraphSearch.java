package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentFace;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.engine.graph.GraphComponent;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds components of a graph by their titles, ids, types and settings, whatever is big or small in them; one that stands
 * for a graph by what is inside as well.
 */
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
                .filter(shape -> isFound(shape, geometry, words))
                .map(ComponentShape::id)
                .toList();
    }

    private static boolean isFound(ComponentShape shape, CanvasGeometry geometry, List<String> words) {
        return isSaid(words, shape.id(), shape.component(), shape.face())
                || geometry.inside(shape.id()).stream()
                        .anyMatch(inner -> isSaid(words, inner.id(), inner.component(), inner.face()));
    }

    private static boolean isSaid(List<String> words, String id, GraphComponent component, ComponentFace face) {
        StringBuilder all = new StringBuilder();
        all.append(face.title()).append('\n').append(id).append('\n');
        all.append(component.type()).append('\n');
        append(all, component.settings());
        String said = all.toString().toLowerCase(Locale.ROOT);
        return words.stream().allMatch(said::contains);
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
