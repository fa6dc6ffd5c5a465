package io.myelin.engine.graph;

import io.myelin.engine.graph.GraphEdit.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Puts many entries into a list at once: one by one, each would move all that stands behind it. */
final class Entries {
    private Entries() {}

    /** Whether each of {@code entries} stands behind the one before. */
    static boolean rise(List<? extends Entry<?>> entries) {
        for (int at = 1; at < entries.size(); at++) {
            if (entries.get(at).index() <= entries.get(at - 1).index()) {
                return false;
            }
        }
        return true;
    }

    /** {@code list} with each of {@code entries}, whose places rise, at its place, or last where that is beyond the end. */
    static <V, T> List<T> merged(List<T> list, List<Entry<V>> entries, Function<Entry<V>, T> item) {
        List<T> merged = new ArrayList<>(list.size() + entries.size());
        int next = 0;
        for (Entry<V> entry : entries) {
            while (next < list.size() && merged.size() < entry.index()) {
                merged.add(list.get(next++));
            }
            merged.add(item.apply(entry));
        }
        merged.addAll(list.subList(next, list.size()));
        return merged;
    }
}
