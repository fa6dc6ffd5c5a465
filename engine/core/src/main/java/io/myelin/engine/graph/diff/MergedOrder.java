package io.myelin.engine.graph.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which the names of two versions stand when they are merged: as in the version that put them in another
 * order (ours, where both or none did), each name that only the other has behind the one that it stands behind there.
 */
final class MergedOrder {
    private MergedOrder() {}

    /** All names of ours and theirs. */
    static List<String> of(Versions<? extends Collection<String>> names) {
        Set<String> common = new LinkedHashSet<>(names.base());
        common.retainAll(Set.copyOf(names.ours()));
        common.retainAll(Set.copyOf(names.theirs()));
        List<String> base = List.copyOf(common);
        boolean isTheirs = base.equals(both(names.ours(), common)) && !base.equals(both(names.theirs(), common));
        return isTheirs ? woven(names.theirs(), names.ours()) : woven(names.ours(), names.theirs());
    }

    private static List<String> both(Collection<String> names, Set<String> common) {
        return names.stream().filter(common::contains).toList();
    }

    private static List<String> woven(Collection<String> first, Collection<String> second) {
        Set<String> firsts = Set.copyOf(first);
        Map<String, List<String>> behind = new HashMap<>();
        List<String> open = new ArrayList<>();
        List<String> foremost = open;
        for (String name : second) {
            if (firsts.contains(name)) {
                open = behind.computeIfAbsent(name, _ -> new ArrayList<>());
            } else {
                open.add(name);
            }
        }
        List<String> woven = new ArrayList<>(first.size());
        List<String> waiting = foremost;
        for (String name : first) {
            List<String> next = behind.get(name);
            if (next != null) {
                woven.addAll(waiting);
                waiting = next;
            }
            woven.add(name);
        }
        woven.addAll(waiting);
        return woven;
    }
}
