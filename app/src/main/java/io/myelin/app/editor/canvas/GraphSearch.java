package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentFace;
import io.myelin.app.editor.canvas.geometry.ComponentFaces;
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
        List<String> words = words(query);
        if (words.isEmpty()) {
            return List.of();
        }
        return geometry.components().stream()
                .filter(shape -> isFound(shape, geometry, words))
                .map(ComponentShape::id)
                .toList();
    }

    /** What is found inside the component {@code id}, in which each word of {@code query} is said; none for no word. */
    static List<ComponentFaces.Inside> inside(CanvasGeometry geometry, String id, String query) {
        List<String> words = words(query);
        return words.isEmpty()
                ? List.of()
                : geometry.inside(id).stream()
                        .filter(inner -> isSaid(words, inner))
                        .toList();
    }

    private static List<String> words(String query) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty() ? List.of() : List.of(wanted.split("\\s+"));
    }

    private static boolean isFound(ComponentShape shape, CanvasGeometry geometry, List<String> words) {
        return isSaid(words, shape.id(), shape.component(), shape.face())
                || geometry.inside(shape.id()).stream().anyMatch(inner -> isSaid(words, inner));
    }

    private static boolean isSaid(List<String> words, ComponentFaces.Inside inner) {
        return isSaid(words, inner.id(), inner.component(), inner.face());
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
