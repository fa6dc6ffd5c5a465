package io.myelin.engine.graph;

import io.myelin.engine.component.Execution;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.MessageText;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a graph as text: keys in the order of the format, one component, one link, one entry of the layout a line, two
 * blanks a level. What is at its default is left out.
 */
final class GraphWriter {
    private final StringBuilder out = new StringBuilder();

    /** A part of the text that knows how to write itself at an indentation. */
    @FunctionalInterface
    private interface Part {
        void write(int indentation);
    }

    String write(Graph graph) {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put(GraphKeys.FORMAT, inline("myelin-graph/" + GraphFile.VERSION));
        parts.putAll(graph(graph));
        lines('{', '}', parts, 0);
        return out.append('\n').toString();
    }

    private Map<String, Part> graph(Graph graph) {
        Map<String, Part> parts = new LinkedHashMap<>();
        if (!graph.title().isEmpty()) {
            parts.put(GraphKeys.TITLE, inline(graph.title()));
        }
        if (!graph.description().isEmpty()) {
            parts.put(GraphKeys.DESCRIPTION, inline(graph.description()));
        }
        if (!graph.parameters().isEmpty()) {
            parts.put(GraphKeys.PARAMETERS, entries(graph.parameters(), parameter -> inline(record(parameter))));
        }
        parts.put(GraphKeys.COMPONENTS, entries(graph.components(), component -> inline(record(component))));
        parts.put(
                GraphKeys.LINKS,
                elements(graph.links().stream().map(GraphWriter::record).toList()));
        if (!graph.inboxes().isEmpty()) {
            parts.put(GraphKeys.INBOXES, entries(graph.inboxes(), box -> inline(box.toString())));
        }
        if (!graph.outboxes().isEmpty()) {
            parts.put(GraphKeys.OUTBOXES, entries(graph.outboxes(), box -> inline(box.toString())));
        }
        if (!graph.graphs().isEmpty()) {
            parts.put(GraphKeys.GRAPHS, entries(graph.graphs(), inner -> at -> lines('{', '}', graph(inner), at)));
        }
        if (!graph.layout().equals(GraphLayout.EMPTY)) {
            Map<String, Part> layout = layout(graph.layout());
            parts.put(GraphKeys.LAYOUT, at -> lines('{', '}', layout, at));
        }
        graph.unknown().forEach((key, value) -> parts.put(key, inline(value)));
        return parts;
    }

    private Map<String, Part> layout(GraphLayout layout) {
        Map<String, Part> parts = new LinkedHashMap<>();
        if (!layout.components().isEmpty()) {
            parts.put(
                    GraphKeys.COMPONENTS, entries(layout.components(), position -> inline(LayoutRecords.of(position))));
        }
        if (!layout.links().isEmpty()) {
            parts.put(
                    GraphKeys.LINKS,
                    elements(layout.links().stream().map(LayoutRecords::of).toList()));
        }
        if (!layout.groups().isEmpty()) {
            parts.put(GraphKeys.GROUPS, entries(layout.groups(), group -> inline(LayoutRecords.of(group))));
        }
        if (!layout.notes().isEmpty()) {
            parts.put(GraphKeys.NOTES, entries(layout.notes(), note -> inline(LayoutRecords.of(note))));
        }
        layout.others()
                .forEach((key, value) -> parts.put(
                        key,
                        switch (value) {
                            case DataRecord entries -> entries(entries, this::inline);
                            case List<?> elements -> elements(elements);
                            default -> inline(value);
                        }));
        return parts;
    }

    private <V> Part entries(Map<String, V> entries, java.util.function.Function<V, Part> part) {
        return indentation -> {
            Map<String, Part> parts = new LinkedHashMap<>();
            entries.forEach((name, value) -> parts.put(name, part.apply(value)));
            lines('{', '}', parts, indentation);
        };
    }

    private Part elements(Collection<?> elements) {
        return indentation -> {
            if (elements.isEmpty()) {
                out.append("[]");
                return;
            }
            out.append('[');
            Iterator<?> rest = elements.iterator();
            while (rest.hasNext()) {
                newLine(indentation + 1);
                appendInline(rest.next());
                out.append(rest.hasNext() ? "," : "");
            }
            newLine(indentation);
            out.append(']');
        };
    }

    private void lines(char open, char close, Map<String, Part> parts, int indentation) {
        out.append(open);
        Iterator<Map.Entry<String, Part>> rest = parts.entrySet().iterator();
        while (rest.hasNext()) {
            Map.Entry<String, Part> part = rest.next();
            newLine(indentation + 1);
            out.append(MessageText.json(part.getKey())).append(": ");
            part.getValue().write(indentation + 1);
            out.append(rest.hasNext() ? "," : "");
        }
        if (!parts.isEmpty()) {
            newLine(indentation);
        }
        out.append(close);
    }

    private void newLine(int indentation) {
        out.append('\n').repeat("  ", indentation);
    }

    private Part inline(Object value) {
        return indentation -> appendInline(value);
    }

    private void appendInline(Object value) {
        switch (value) {
            case DataRecord object when object.isEmpty() -> out.append("{}");
            case DataRecord object -> {
                String separator = "{ ";
                for (Map.Entry<String, Object> field : object.entrySet()) {
                    out.append(separator)
                            .append(MessageText.json(field.getKey()))
                            .append(": ");
                    appendInline(field.getValue());
                    separator = ", ";
                }
                out.append(" }");
            }
            case List<?> elements -> {
                String separator = "[";
                for (Object element : elements) {
                    out.append(separator);
                    appendInline(element);
                    separator = ", ";
                }
                out.append(elements.isEmpty() ? "[]" : "]");
            }
            default -> out.append(MessageText.json(value));
        }
    }

    static DataRecord record(GraphParameter parameter) {
        DataRecord.Builder fields = DataRecord.builder();
        fields.put(GraphKeys.TYPE, parameter.type().id());
        parameter.defaultValue().ifPresent(value -> fields.put(GraphKeys.DEFAULT, value));
        putText(fields, GraphKeys.DESCRIPTION, parameter.description());
        return withUnknown(fields, parameter.unknown());
    }

    static DataRecord record(GraphComponent component) {
        DataRecord.Builder fields = DataRecord.builder();
        fields.put(GraphKeys.TYPE, component.type());
        putText(fields, GraphKeys.TITLE, component.title());
        if (!component.settings().isEmpty()) {
            fields.put(GraphKeys.SETTINGS, component.settings());
        }
        component.execution().map(Execution::id).ifPresent(id -> fields.put(GraphKeys.EXECUTION, id));
        putText(fields, GraphKeys.PLACE, component.place());
        if (component.state() != ComponentState.ON) {
            fields.put(GraphKeys.STATE, component.state().id());
        }
        component.onError().ifPresent(onError -> fields.put(GraphKeys.ON_ERROR, record(onError)));
        if (!component.inboxes().isEmpty()) {
            DataRecord.Builder limits = DataRecord.builder();
            component.inboxes().forEach((name, limit) -> limits.put(name, record(limit)));
            fields.put(GraphKeys.INBOXES, limits.build());
        }
        return withUnknown(fields, component.unknown());
    }

    private static DataRecord record(OnError onError) {
        DataRecord.Builder fields = DataRecord.builder();
        onError.policy().ifPresent(policy -> fields.put(GraphKeys.POLICY, policy.id()));
        onError.retries().ifPresent(retries -> fields.put(GraphKeys.RETRIES, (long) retries));
        onError.within().ifPresent(within -> fields.put(GraphKeys.WITHIN, within));
        onError.backoff().ifPresent(backoff -> fields.put(GraphKeys.BACKOFF, backoff));
        onError.group().ifPresent(group -> fields.put(GraphKeys.GROUP, group.id()));
        return withUnknown(fields, onError.unknown());
    }

    private static DataRecord record(InboxLimit limit) {
        DataRecord.Builder fields = DataRecord.builder();
        limit.capacity()
                .ifPresent(capacity -> fields.put(
                        GraphKeys.CAPACITY,
                        capacity == InboxLimit.UNBOUNDED ? GraphKeys.UNBOUNDED : (Object) (long) capacity));
        limit.overflow().ifPresent(overflow -> fields.put(GraphKeys.OVERFLOW, overflow.id()));
        return withUnknown(fields, limit.unknown());
    }

    private static DataRecord record(GraphLink link) {
        DataRecord.Builder fields = DataRecord.builder();
        fields.put(GraphKeys.FROM, link.from().toString());
        fields.put(GraphKeys.TO, link.to().toString());
        if (link.muted()) {
            fields.put(GraphKeys.STATE, LinkState.MUTED.id());
        }
        return withUnknown(fields, link.unknown());
    }

    static void putText(DataRecord.Builder fields, String key, String text) {
        if (!text.isEmpty()) {
            fields.put(key, text);
        }
    }

    static DataRecord withUnknown(DataRecord.Builder fields, DataRecord unknown) {
        unknown.forEach(fields::put);
        return fields.build();
    }
}
