package io.myelin.engine.message;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable record of named values in their order: a row, a JSON object. It is a {@link Map} that refuses every
 * change, so that libraries which read maps read records. Values are messages themselves and never null (JSON's null is
 * {@link JsonNull#NULL}); two records with the same fields in another order are equal, as maps are.
 */
public final class DataRecord extends AbstractMap<String, Object> {
    private static final DataRecord EMPTY = new DataRecord(new LinkedHashMap<>());

    private final Map<String, Object> fields;

    private DataRecord(LinkedHashMap<String, Object> fields) {
        this.fields = fields;
    }

    /** The record without fields. */
    public static DataRecord empty() {
        return EMPTY;
    }

    /** A record of one field. */
    public static DataRecord of(String name, Object value) {
        return builder().put(name, value).build();
    }

    /** A record of two fields. */
    public static DataRecord of(String name1, Object value1, String name2, Object value2) {
        return builder().put(name1, value1).put(name2, value2).build();
    }

    /** A record with the entries of {@code fields} in their order; throws NullPointerException at a null. */
    public static DataRecord copyOf(Map<String, ?> fields) {
        if (fields instanceof DataRecord record) {
            return record;
        }
        Builder builder = builder();
        fields.forEach(builder::put);
        return builder.build();
    }

    /** Begins a new record. */
    public static Builder builder() {
        return new Builder();
    }

    /** This record with {@code name} set: in its place where it was there, else at the end. */
    public DataRecord with(String name, Object value) {
        LinkedHashMap<String, Object> changed = new LinkedHashMap<>(fields);
        changed.put(Objects.requireNonNull(name), Objects.requireNonNull(value));
        return new DataRecord(changed);
    }

    /** This record without {@code name}; itself where there is none. */
    public DataRecord without(String name) {
        if (!fields.containsKey(name)) {
            return this;
        }
        LinkedHashMap<String, Object> changed = new LinkedHashMap<>(fields);
        changed.remove(name);
        return new DataRecord(changed);
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return fields.get(name);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return fields.containsKey(name);
    }

    @Override
    public int size() {
        return fields.size();
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Object> action) {
        fields.forEach(action);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Object>> iterator() {
                return Collections.unmodifiableMap(fields).entrySet().iterator();
            }

            @Override
            public int size() {
                return fields.size();
            }
        };
    }

    /** Collects the fields of a new record. Not safe to share between threads. */
    public static final class Builder {
        private LinkedHashMap<String, Object> fields = new LinkedHashMap<>();

        private Builder() {}

        /** Sets a field; throws NullPointerException for a null, naming the field. */
        public Builder put(String name, Object value) {
            Objects.requireNonNull(name, "a field's name");
            fields.put(name, Objects.requireNonNull(value, () -> "the value of field '" + name + "'"));
            return this;
        }

        /** The record; the builder starts afresh. */
        public DataRecord build() {
            DataRecord record = fields.isEmpty() ? EMPTY : new DataRecord(fields);
            fields = new LinkedHashMap<>();
            return record;
        }
    }
}
