package io.myelin.engine.message;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The names of a record's fields in their order, each one once. Immutable: the rows of a table and the objects of a
 * stream share one, so that a record of them is no more than its values.
 */
public final class RecordLayout {
    static final RecordLayout EMPTY = new RecordLayout(new String[0]);

    /** Up to here looking at all of them is faster than a table of their hashes. */
    static final int FEW = 8;

    private final String[] names;
    private final int[] hashes;

    /** Where each name stands; made when a layout of many is first asked, by each thread that finds none. */
    private @Nullable Places places;

    /** Its field is final, so that a thread that comes upon it without synchronisation sees all that is in it. */
    private record Places(Map<String, Integer> byName) {}

    /** Of {@code names}, which are each there once and are this layout's own from now on. */
    RecordLayout(String[] names) {
        this.names = names;
        hashes = new int[names.length];
        for (int index = 0; index < names.length; index++) {
            hashes[index] = names[index].hashCode();
        }
    }

    /** The layout of {@code names}; throws IllegalArgumentException where one stands twice. */
    public static RecordLayout of(List<String> names) {
        RecordLayout layout = new RecordLayout(names.toArray(String[]::new));
        for (int index = 0; index < layout.size(); index++) {
            if (layout.indexOf(layout.name(index)) != index) {
                throw new IllegalArgumentException("the field '" + layout.name(index) + "' stands twice");
            }
        }
        return layout;
    }

    /** How many fields there are. */
    public int size() {
        return names.length;
    }

    /** The name of field {@code index}, from 0. */
    public String name(int index) {
        return names[index];
    }

    /** Where {@code name} stands, from 0; below 0 where it doesn't. */
    public int indexOf(@Nullable Object name) {
        if (!(name instanceof String text)) {
            return -1;
        }
        return names.length <= FEW ? indexAmongFew(text) : indexAmongMany(text);
    }

    private int indexAmongFew(String name) {
        int hash = name.hashCode();
        for (int index = 0; index < hashes.length; index++) {
            if (hashes[index] == hash && names[index].equals(name)) {
                return index;
            }
        }
        return -1;
    }

    private int indexAmongMany(String name) {
        Places known = places;
        if (known == null) {
            Map<String, Integer> byName = HashMap.newHashMap(names.length);
            for (int index = 0; index < names.length; index++) {
                byName.putIfAbsent(names[index], index);
            }
            known = new Places(byName);
            places = known;
        }
        return Objects.requireNonNullElse(known.byName().get(name), -1);
    }

    String[] firstNames(int count) {
        return Arrays.copyOf(names, count);
    }

    /** The names in their order. */
    @Override
    public String toString() {
        return Arrays.toString(names);
    }
}
