package io.myelin.engine.graph.diff;

import io.myelin.engine.message.DataRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A list of records that have a name each, as links have by their two ends, so that it merges entry by entry. */
final class KeyedList {
    private KeyedList() {}

    /** The elements by their names; empty where one of them has none. */
    static Optional<DataRecord> of(List<?> elements) {
        DataRecord.Builder named = DataRecord.builder();
        Map<String, Integer> counts = new HashMap<>();
        for (Object element : elements) {
            Optional<String> name = name(element);
            if (name.isEmpty()) {
                return Optional.empty();
            }
            // Twice the same, which only a file that cannot run has.
            int count = counts.merge(name.get(), 1, Integer::sum);
            named.put(count == 1 ? name.get() : name.get() + " (" + count + ")", element);
        }
        return Optional.of(named.build());
    }

    /** The elements of what {@link #of} made. */
    static List<Object> elements(DataRecord named) {
        return List.copyOf(named.values());
    }

    private static Optional<String> name(Object element) {
        if (!(element instanceof DataRecord fields)) {
            return Optional.empty();
        }
        if (fields.get("from") instanceof String from && fields.get("to") instanceof String to) {
            return Optional.of(from + " -> " + to);
        }
        return fields.get("id") instanceof String id ? Optional.of(id) : Optional.empty();
    }
}
