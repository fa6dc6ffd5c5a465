package io.myelin.app.editor.family;

import io.myelin.engine.component.ComponentType;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds types of components by what people type: by their names first, then by their family, then by their help. */
public final class ComponentSearch {
    private static final int NONE = Integer.MAX_VALUE;

    private ComponentSearch() {}

    /**
     * The types in which each word of {@code query} is found, best first, and in the order of {@code ties} where two are
     * as good; all of them for an empty query.
     */
    public static List<ComponentType> find(
            Collection<ComponentType> types, String query, Comparator<ComponentType> ties) {
        List<String> words = List.of(query.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return types.stream()
                .map(type -> new Match(type, rank(type, words)))
                .filter(match -> match.rank < NONE)
                .sorted(Comparator.comparingInt(Match::rank).thenComparing(Match::type, ties))
                .map(Match::type)
                .toList();
    }

    /** The rank of the word that fits worst. */
    private static int rank(ComponentType type, List<String> words) {
        return words.stream().mapToInt(word -> rank(type, word)).max().orElse(NONE);
    }

    private static int rank(ComponentType type, String word) {
        String title = type.title().toLowerCase(Locale.ROOT);
        String id = type.id().toLowerCase(Locale.ROOT);
        if (title.startsWith(word)
                || id.startsWith(word)
                || id.substring(id.indexOf('.') + 1).startsWith(word)) {
            return 0;
        }
        if (Arrays.stream(title.split("\\W+")).anyMatch(part -> part.startsWith(word))) {
            return 1;
        }
        if (title.contains(word) || id.contains(word)) {
            return 2;
        }
        if (ComponentFamily.of(type.family()).title().toLowerCase(Locale.ROOT).startsWith(word)) {
            return 3;
        }
        if (type.summary().toLowerCase(Locale.ROOT).contains(word)) {
            return 4;
        }
        return type.help().toLowerCase(Locale.ROOT).contains(word) ? 5 : NONE;
    }

    private record Match(ComponentType type, int rank) {}
}
