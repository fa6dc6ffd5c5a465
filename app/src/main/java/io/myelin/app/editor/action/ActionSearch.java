package io.myelin.app.editor.action;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Finds things by a few letters of their names, the best first. */
public final class ActionSearch {
    private static final int NONE = Integer.MAX_VALUE;

    private ActionSearch() {}

    /** Those of {@code all} whose name has all words of {@code query}, or its letters in order; all for an empty one. */
    public static <T> List<T> find(Collection<T> all, String query, Function<T, String> name) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.copyOf(all);
        }
        return all.stream()
                .map(one -> new Match<>(one, rank(name.apply(one).toLowerCase(Locale.ROOT), wanted)))
                .filter(match -> match.rank() < NONE)
                .sorted(Comparator.comparingInt(Match::rank))
                .map(Match::value)
                .toList();
    }

    /** How well {@code query} describes {@code name}, both in lower case: 0 is best. */
    private static int rank(String name, String query) {
        if (name.startsWith(query)) {
            return 0;
        }
        if (name.contains(" " + query)) {
            return 1;
        }
        if (name.contains(query)) {
            return 2;
        }
        if (List.of(query.split("\\s+")).stream().allMatch(name::contains)) {
            return 3;
        }
        return isSubsequence(query.replace(" ", ""), name) ? 4 : NONE;
    }

    private static boolean isSubsequence(String letters, String name) {
        int found = 0;
        for (int i = 0; i < name.length() && found < letters.length(); i++) {
            if (name.charAt(i) == letters.charAt(found)) {
                found++;
            }
        }
        return found == letters.length();
    }

    private record Match<T>(T value, int rank) {}
}
