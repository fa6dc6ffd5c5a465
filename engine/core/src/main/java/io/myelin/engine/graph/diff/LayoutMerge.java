package io.myelin.engine.graph.diff;

import io.myelin.engine.message.DataRecord;
import java.util.List;
import java.util.Optional;

/** Merges where things are drawn. That is never worth a conflict: where both moved one thing, it stands as in ours. */
final class LayoutMerge {
    private LayoutMerge() {}

    static DataRecord layout(Versions<DataRecord> layouts) {
        return ValueMerge.entries(layouts, (_, value) -> group(value));
    }

    private static Optional<Object> group(Versions<Optional<Object>> group) {
        if (group.ours().isEmpty() || group.theirs().isEmpty()) {
            return entry(group);
        }
        if (group.ours().get() instanceof DataRecord ours && group.theirs().get() instanceof DataRecord theirs) {
            return Optional.of(ValueMerge.entries(
                    new Versions<>(DocumentMerge.record(group.base()), ours, theirs), (_, value) -> entry(value)));
        }
        Optional<DataRecord> ours = keyed(group.ours());
        Optional<DataRecord> theirs = keyed(group.theirs());
        if (ours.isPresent() && theirs.isPresent()) {
            DataRecord base = keyed(group.base()).orElse(DataRecord.empty());
            return Optional.of(KeyedList.elements(
                    ValueMerge.entries(new Versions<>(base, ours.get(), theirs.get()), (_, value) -> entry(value))));
        }
        return entry(group);
    }

    private static Optional<DataRecord> keyed(Optional<Object> value) {
        return value.orElse("") instanceof List<?> list ? KeyedList.of(list) : Optional.empty();
    }

    private static Optional<Object> entry(Versions<Optional<Object>> entry) {
        boolean isRemoved = entry.base().isPresent()
                && (entry.ours().isEmpty() || entry.theirs().isEmpty());
        return ValueMerge.plain(entry)
                .orElseGet(() -> isRemoved ? Optional.empty() : entry.ours().or(entry::theirs));
    }
}
