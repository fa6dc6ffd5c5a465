package io.myelin.engine.message;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
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
    private static final DataRecord EMPTY = new DataRecord(RecordLayout.EMPTY, new Object[0], null);

    private final RecordLayout layout;

    /**
     * The values. Where there is a source, null stands for those that nobody has asked for yet; any thread may put them in
     * then, since they have final fields only and are equal whoever makes them.
     */
    private final @Nullable Object[] fields;

    private final @Nullable FieldSource source;

    private DataRecord(RecordLayout layout, @Nullable Object[] fields, @Nullable FieldSource source) {
        this.layout = layout;
        this.fields = fields;
        this.source = source;
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

    /**
     * A record with the fields of {@code layout}, in its order. Throws IllegalArgumentException where there are more
     * values or fewer than fields, NullPointerException for a null among them.
     */
    public static DataRecord of(RecordLayout layout, Object... values) {
        if (values.length != layout.size()) {
            throw new IllegalArgumentException(values.length + " values for the fields " + layout);
        }
        Object[] own = values.clone();
        for (int index = 0; index < own.length; index++) {
            if (own[index] == null) {
                throw new NullPointerException("the value of field '" + layout.name(index) + "'");
            }
        }
        return own.length == 0 ? EMPTY : new DataRecord(layout, own, null);
    }

    /** A record with the fields of {@code layout}, whose values {@code source} makes as they are asked for. */
    public static DataRecord of(RecordLayout layout, FieldSource source) {
        return new DataRecord(layout, new @Nullable Object[layout.size()], Objects.requireNonNull(source));
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
        return new Builder(null);
    }

    /** Begins a new record, which is perhaps like one that {@code memory} has seen; its like goes there. */
    static Builder builder(LayoutMemory memory) {
        return new Builder(memory);
    }

    /** This record with {@code name} set: in its place where it was there, else at the end. */
    public DataRecord with(String name, Object value) {
        int index = layout.indexOf(Objects.requireNonNull(name));
        if (index >= 0) {
            @Nullable Object[] changed = fields.clone();
            changed[index] = Objects.requireNonNull(value);
            return new DataRecord(layout, changed, source);
        }
        Builder extended = builder();
        forEach(extended::put);
        return extended.put(name, value).build();
    }

    /** This record without {@code name}; itself where there is none. */
    public DataRecord without(String name) {
        if (!containsKey(name)) {
            return this;
        }
        Builder rest = builder();
        forEach((other, value) -> {
            if (!other.equals(name)) {
                rest.put(other, value);
            }
        });
        return rest.build();
    }

    /** The names of its fields. */
    public RecordLayout layout() {
        return layout;
    }

    /** The value of field {@code index} of its {@linkplain #layout() layout}. */
    public Object value(int index) {
        Object value = fields[index];
        return value == null ? made(index) : value;
    }

    private Object made(int index) {
        Object value = Objects.requireNonNull(source).value(index);
        fields[index] = value;
        return value;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        int index = layout.indexOf(name);
        return index < 0 ? null : value(index);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return layout.indexOf(name) >= 0;
    }

    @Override
    public int size() {
        return fields.length;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Object> action) {
        for (int index = 0; index < fields.length; index++) {
            action.accept(layout.name(index), value(index));
        }
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Object>> iterator() {
                return new Entries();
            }

            @Override
            public int size() {
                return fields.length;
            }
        };
    }

    private final class Entries implements Iterator<Entry<String, Object>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < fields.length;
        }

        @Override
        public Entry<String, Object> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int index = next++;
            return Map.entry(layout.name(index), value(index));
        }
    }

    /**
     * Collects the fields of a new record. Not safe to share between threads.
     *
     * <p>As long as its fields come as those of {@code like} did, they need no names of their own: {@code names} is null.
     */
    public static final class Builder {
        private static final int FIRST_SIZE = 8;

        private final @Nullable LayoutMemory memory;
        private RecordLayout like = RecordLayout.EMPTY;
        private String @Nullable [] names;
        private @Nullable Map<String, Integer> places;
        private Object[] values = new Object[FIRST_SIZE];
        private int size;

        private Builder(@Nullable LayoutMemory memory) {
            this.memory = memory;
        }

        /** Sets a field; throws NullPointerException for a null, naming the field. */
        public Builder put(String name, Object value) {
            Objects.requireNonNull(name, "a field's name");
            if (value == null) {
                throw new NullPointerException("the value of field '" + name + "'");
            }
            int index = begin(name);
            values[index < 0 ? -1 - index : index] = value;
            return this;
        }

        /** Whether there is a field of that name already. */
        boolean has(String name) {
            return !isNextAsBefore(name) && find(name) >= 0;
        }

        /** Where the value of {@code name} goes: that of a field that is there already; of one just added, below 0. */
        private int begin(String name) {
            if (size == 0 && memory != null) {
                like = memory.beginningWith(name);
            }
            if (!isNextAsBefore(name)) {
                int index = find(name);
                if (index >= 0) {
                    return index;
                }
                addName(name);
            }
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            return -1 - size++;
        }

        private boolean isNextAsBefore(String name) {
            return names == null && size < like.size() && like.name(size).equals(name);
        }

        private int find(String name) {
            String[] own = names;
            if (own == null) {
                int index = like.indexOf(name);
                return index < size ? index : -1;
            }
            if (size > RecordLayout.FEW) {
                return findAmongMany(name, own);
            }
            for (int index = 0; index < size; index++) {
                if (own[index].equals(name)) {
                    return index;
                }
            }
            return -1;
        }

        private int findAmongMany(String name, String[] own) {
            Map<String, Integer> known = places;
            if (known == null) {
                known = new HashMap<>();
                for (int index = 0; index < size; index++) {
                    known.put(own[index], index);
                }
                places = known;
            }
            return Objects.requireNonNullElse(known.get(name), -1);
        }

        private void addName(String name) {
            String[] own = names;
            if (own == null) {
                own = Arrays.copyOf(like.firstNames(size), Math.max(FIRST_SIZE, size * 2));
            } else if (size == own.length) {
                own = Arrays.copyOf(own, size * 2);
            }
            names = own;
            own[size] = name;
            if (places != null) {
                places.put(name, size);
            }
        }

        /** The record; the builder starts afresh. */
        public DataRecord build() {
            if (size == 0) {
                return EMPTY;
            }
            RecordLayout layout = layout();
            DataRecord record = new DataRecord(layout, Arrays.copyOf(values, size), null);
            if (memory != null && layout != like) {
                memory.remember(layout);
            }
            Arrays.fill(values, 0, size, null);
            like = layout;
            names = null;
            places = null;
            size = 0;
            return record;
        }

        private RecordLayout layout() {
            String[] own = names;
            if (own != null) {
                return new RecordLayout(Arrays.copyOf(own, size));
            }
            return size == like.size() ? like : new RecordLayout(like.firstNames(size));
        }
    }
}
