package io.myelin.app.editor.canvas;

import io.myelin.engine.component.ComponentType;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Finds types of component by what people type: the beginning of a name first, then any of its words, then its help. */
final class TypeSearch {
    private static final int NOT_FOUND = Integer.MAX_VALUE;

    private TypeSearch() {}

    static List<ComponentType> find(Collection<ComponentType> types, Predicate<ComponentType> wanted, String query) {
        List<String> words = List.of(query.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return types.stream()
                .filter(wanted)
                .filter(type -> rank(type, words) != NOT_FOUND)
                .sorted(Comparator.<ComponentType>comparingInt(type -> rank(type, words))
                        .thenComparing(ComponentType::title))
                .toList();
    }

    private static int rank(ComponentType type, List<String> words) {
        int worst = 0;
        for (String word : words) {
            int rank = rank(type, word);
            if (rank == NOT_FOUND) {
                return NOT_FOUND;
            }
            worst = Math.max(worst, rank);
        }
        return worst;
    }

    private static int rank(ComponentType type, String word) {
        String title = type.title().toLowerCase(Locale.ROOT);
        String id = type.id().toLowerCase(Locale.ROOT);
        if (title.startsWith(word)
                || id.startsWith(word)
                || id.substring(id.indexOf('.') + 1).startsWith(word)) {
            return 0;
        }
        if ((" " + title).contains(" " + word)) {
            return 1;
        }
        if (title.contains(word) || id.contains(word)) {
            return 2;
        }
        return type.summary().toLowerCase(Locale.ROOT).contains(word) ? 3 : NOT_FOUND;
    }
}
