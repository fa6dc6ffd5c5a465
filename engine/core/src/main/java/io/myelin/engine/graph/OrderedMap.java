package io.myelin.engine.graph;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** An immutable map that keeps the order of its names, and that costs nothing to copy. */
final class OrderedMap<V> extends AbstractMap<String, V> {
    private final Map<String, V> entries;

    private OrderedMap(LinkedHashMap<String, V> entries) {
        this.entries = Collections.unmodifiableMap(entries);
    }

    /** The entries of {@code map} in their order; {@code map} itself where it is such a map. */
    static <V> Map<String, V> copyOf(Map<String, V> map) {
        return map instanceof OrderedMap<V> ? map : new OrderedMap<>(new LinkedHashMap<>(map));
    }

    /** The entries of {@code map}, which nobody else may have or change. */
    static <V> Map<String, V> owning(LinkedHashMap<String, V> map) {
        return new OrderedMap<>(map);
    }

    @Override
    public @Nullable V get(@Nullable Object name) {
        return entries.get(name);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return entries.containsKey(name);
    }

    @Override
    public int size() {
        return entries.size();
    }

    // Those that the class above makes of the entries would wrap each of them first.

    @Override
    public Set<String> keySet() {
        return entries.keySet();
    }

    @Override
    public Collection<V> values() {
        return entries.values();
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super V> action) {
        entries.forEach(action);
    }

    @Override
    public Set<Entry<String, V>> entrySet() {
        return entries.entrySet();
    }
}
