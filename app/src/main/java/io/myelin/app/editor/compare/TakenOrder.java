package io.myelin.app.editor.compare;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts named parts of two versions into one order. */
final class TakenOrder {
    private TakenOrder() {}

    /**
     * {@code parts} in the order of {@code names}; each that is not among those behind the one that it stands behind in
     * {@code others}, and first or last where there is none. In proportion to the number of parts.
     */
    static <V> Map<String, V> of(Map<String, V> parts, Collection<String> names, Collection<String> others) {
        Set<String> placed = new HashSet<>(names);
        Map<Optional<String>, String> followers = new HashMap<>();
        Optional<String> last = Optional.empty();
        for (String name : others) {
            if (parts.containsKey(name)) {
                if (!placed.contains(name)) {
                    followers.put(last, name);
                }
                last = Optional.of(name);
            }
        }
        Map<String, V> ordered = LinkedHashMap.newLinkedHashMap(parts.size());
        addFollowers(Optional.empty(), followers, parts, ordered);
        for (String name : names) {
            add(name, parts, ordered);
            addFollowers(Optional.of(name), followers, parts, ordered);
        }
        parts.forEach(ordered::putIfAbsent);
        return ordered;
    }

    private static <V> void addFollowers(
            Optional<String> name,
            Map<Optional<String>, String> followers,
            Map<String, V> parts,
            Map<String, V> ordered) {
        Optional<String> next = Optional.ofNullable(followers.get(name));
        while (next.isPresent()) {
            add(next.get(), parts, ordered);
            next = Optional.ofNullable(followers.get(next));
        }
    }

    private static <V> void add(String name, Map<String, V> parts, Map<String, V> ordered) {
        Optional.ofNullable(parts.get(name)).ifPresent(part -> ordered.put(name, part));
    }
}
