package io.myelin.engine.graph.diff;

import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonPointers;
import io.myelin.engine.message.MessageText;
import java.util.List;
import java.util.Optional;

/** Merges values of graph files. One that is not there is empty. */
final class ValueMerge {
    private static final int SHOWN_VALUE = 80;

    private final List<MergeConflict> conflicts;

    ValueMerge(List<MergeConflict> conflicts) {
        this.conflicts = conflicts;
    }

    /** Merges what stands under one name. */
    @FunctionalInterface
    interface Entry {
        Optional<Object> merge(String name, Versions<Optional<Object>> versions);
    }

    /** What only one version changed, as it changed it; of records, each field so; otherwise a conflict, and ours. */
    Optional<Object> value(Versions<Optional<Object>> versions, String pointer) {
        Optional<Optional<Object>> plain = plain(versions);
        if (plain.isPresent()) {
            return plain.get();
        }
        if (versions.base().orElse("") instanceof DataRecord base
                && versions.ours().orElse("") instanceof DataRecord ours
                && versions.theirs().orElse("") instanceof DataRecord theirs) {
            return Optional.of(fields(new Versions<>(base, ours, theirs), pointer));
        }
        conflict(pointer, "ours " + says(versions.ours()) + ", theirs " + says(versions.theirs()));
        return versions.ours();
    }

    /** Merges each field. */
    DataRecord fields(Versions<DataRecord> versions, String pointer) {
        return entries(versions, (name, each) -> value(each, JsonPointers.child(pointer, name)));
    }

    /** Where at most one of the versions has changed it, or both alike, the value; otherwise empty. */
    static Optional<Optional<Object>> plain(Versions<Optional<Object>> versions) {
        if (versions.ours().equals(versions.base())) {
            return Optional.of(versions.theirs());
        }
        boolean isOurs =
                versions.theirs().equals(versions.base()) || versions.theirs().equals(versions.ours());
        return isOurs ? Optional.of(versions.ours()) : Optional.empty();
    }

    /** Merges what stands under each name, in the order of {@link MergedOrder}. */
    static DataRecord entries(Versions<DataRecord> versions, Entry entry) {
        DataRecord.Builder merged = DataRecord.builder();
        for (String name : MergedOrder.of(versions.map(DataRecord::keySet))) {
            entry.merge(name, versions.map(record -> Optional.ofNullable(record.get(name))))
                    .ifPresent(value -> merged.put(name, value));
        }
        return merged.build();
    }

    void conflict(String pointer, String message) {
        conflicts.add(new MergeConflict(pointer, message));
    }

    private static String says(Optional<Object> value) {
        return value.map(each -> "says " + MessageText.shorten(MessageText.json(each), SHOWN_VALUE))
                .orElse("removed it");
    }
}
