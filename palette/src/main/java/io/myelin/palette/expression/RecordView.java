package io.myelin.palette.expression;

import io.myelin.engine.message.DataRecord;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A record as the library wants to see it: a map whose values are its own. Made at need, field by field. */
final class RecordView extends AbstractMap<String, Object> {
    private final DataRecord record;

    RecordView(DataRecord record) {
        this.record = record;
    }

    /** The record that is seen through this. */
    DataRecord record() {
        return record;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        Object value = record.get(name);
        return value == null ? null : LibraryValues.toLibrary(value);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return record.containsKey(name);
    }

    @Override
    public int size() {
        return record.size();
    }

    @Override
    public Set<String> keySet() {
        return record.keySet();
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Object>> iterator() {
                Iterator<Entry<String, Object>> fields = record.entrySet().iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return fields.hasNext();
                    }

                    @Override
                    public Entry<String, Object> next() {
                        Entry<String, Object> field = fields.next();
                        return Map.entry(field.getKey(), LibraryValues.toLibrary(field.getValue()));
                    }
                };
            }

            @Override
            public int size() {
                return record.size();
            }
        };
    }
}
