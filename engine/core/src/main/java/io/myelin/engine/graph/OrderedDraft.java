package io.myelin.engine.graph;

import io.myelin.engine.graph.GraphEdit.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Named values in their order while they are being changed; putting one into the middle is cheap. */
final class OrderedDraft<V> {
    private final Map<String, V> original;
    private List<String> order = List.of();
    private Map<String, V> values;
    private boolean isChanged;

    OrderedDraft(Map<String, V> original) {
        this.original = original;
        this.values = original;
    }

    private void beforeChange() {
        if (!isChanged) {
            isChanged = true;
            order = new ArrayList<>(original.keySet());
            values = new HashMap<>(original);
        }
    }

    Optional<V> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    boolean contains(String name) {
        return values.containsKey(name);
    }

    /** The names in their order, as they are now: safe to change while they are gone through. */
    Iterable<String> names() {
        return isChanged ? List.copyOf(order) : original.keySet();
    }

    int size() {
        return values.size();
    }

    /** Where {@code name} stands in the order, from 0. */
    private int indexOf(String name) {
        return order.indexOf(name);
    }

    /** Puts a new name at {@code index}, or last where that is beyond the end. */
    void insert(String name, V value, int index) {
        beforeChange();
        order.add(Math.min(index, order.size()), name);
        values.put(name, value);
    }

    void replace(String name, V value) {
        beforeChange();
        values.put(name, value);
    }

    /** Takes {@code name} out; gives what puts it back. */
    Entry<V> remove(String name) {
        beforeChange();
        int index = indexOf(name);
        V value = values.remove(name);
        if (value == null || index < 0) {
            throw new GraphEditException("there is no \"" + name + "\"");
        }
        order.remove(index);
        return new Entry<>(index, name, value);
    }

    /** Takes all of {@code names} that are there out, in one pass; gives what puts them back, in their order. */
    List<Entry<V>> removeAll(Set<String> names) {
        if (names.stream().noneMatch(values::containsKey)) {
            return List.of();
        }
        beforeChange();
        List<Entry<V>> removed = new ArrayList<>(names.size());
        List<String> left = new ArrayList<>(order.size());
        for (int index = 0; index < order.size(); index++) {
            String name = order.get(index);
            V value = names.contains(name) ? values.remove(name) : null;
            if (value == null) {
                left.add(name);
            } else {
                removed.add(new Entry<>(index, name, value));
            }
        }
        order = left;
        return removed;
    }

    /** Puts new names at their places, which rise, in one pass. */
    void insertAll(List<Entry<V>> entries) {
        beforeChange();
        order = Entries.merged(order, entries, Entry::name);
        if (values.isEmpty()) {
            values = HashMap.newHashMap(entries.size());
        }
        for (Entry<V> entry : entries) {
            if (values.put(entry.name(), entry.value()) != null) {
                throw new GraphEditException("there is \"" + entry.name() + "\" already");
            }
        }
    }

    Map<String, V> result() {
        if (!isChanged) {
            return original;
        }
        LinkedHashMap<String, V> ordered = LinkedHashMap.newLinkedHashMap(order.size());
        for (String name : order) {
            V value = values.get(name);
            if (value != null) {
                ordered.put(name, value);
            }
        }
        return OrderedMap.owning(ordered);
    }
}
