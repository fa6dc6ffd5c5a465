package io.myelin.app.editor.document;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import java.util.Map;

/**
 * About how many bytes of memory an edit holds on to. It need not be exact, only grow with what is held, so that the
 * history can be bounded by what it costs and not by the number of its steps.
 */
final class EditWeight {
    private static final long SMALL = 128;
    private static final long PART = 160;

    private EditWeight() {}

    static long of(GraphEdit edit) {
        return switch (edit) {
            case GraphEdit.AddComponent add -> SMALL + of(add.component());
            case GraphEdit.ChangeComponent change -> SMALL + of(change.component());
            case GraphEdit.MoveComponents move -> SMALL + PART * move.moves().size();
            case GraphEdit.ChangeGraph change -> SMALL + of(change.header());
            case GraphEdit.TakeOut takeOut -> SMALL + of(takeOut.parts());
            case GraphEdit.PutBack putBack -> SMALL + of(putBack.parts());
            case GraphEdit.Several several ->
                SMALL + several.edits().stream().mapToLong(EditWeight::of).sum();
            case GraphEdit.Inside inside -> SMALL + of(inside.edit());
            // What names no more than an id or two.
            default -> SMALL;
        };
    }

    private static long of(GraphEdit.Parts parts) {
        long components = parts.components().stream()
                .mapToLong(entry -> of(entry.value()))
                .sum();
        int others = parts.links().size()
                + parts.positions().size()
                + parts.inboxes().size()
                + parts.outboxes().size();
        return components + PART * others;
    }

    private static long of(GraphComponent component) {
        return PART * (2 + component.settings().size() + component.inboxes().size())
                + component.settings().values().stream()
                        .mapToLong(EditWeight::ofValue)
                        .sum();
    }

    private static long ofValue(Object value) {
        return switch (value) {
            case String text -> 2L * text.length();
            case Map<?, ?> fields ->
                fields.values().stream().mapToLong(EditWeight::ofValue).sum() + PART;
            case Iterable<?> elements -> {
                long sum = PART;
                for (Object element : elements) {
                    sum += ofValue(element);
                }
                yield sum;
            }
            default -> 32;
        };
    }

    /** Of what a header says itself: its components are those of the graph, which the history does not hold alone. */
    private static long of(Graph header) {
        long inner = header.graphs().values().stream()
                .mapToLong(graph -> PART
                        + PART * graph.links().size()
                        + graph.components().values().stream()
                                .mapToLong(EditWeight::of)
                                .sum())
                .sum();
        int entries = header.parameters().size()
                + header.inboxes().size()
                + header.outboxes().size();
        return inner
                + PART * entries
                + 2L * header.title().length()
                + 2L * header.description().length();
    }
}
