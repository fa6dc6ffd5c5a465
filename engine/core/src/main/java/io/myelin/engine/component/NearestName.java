package io.myelin.engine.component;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a misspelt one was meant to be. */
public final class NearestName {
    private static final int MAX_LENGTH = 100;

    private static final int MOST_LISTED = 20;

    private NearestName() {}

    /** The known names, or the first twenty of many, for an error message that says what is allowed. */
    public static String listed(Collection<String> known) {
        String names = String.join(", ", known.stream().limit(MOST_LISTED).toList());
        return known.size() > MOST_LISTED ? names + ", …" : names;
    }

    /**
     * The known name with the fewest letters wrong, missing, too many or swapped; the first of equally near ones. Empty
     * where none is near: more than a third of the letters, but never fewer than one, may differ.
     */
    public static Optional<String> of(String wanted, Collection<String> known) {
        if (wanted.isEmpty() || wanted.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String folded = wanted.toLowerCase(Locale.ROOT);
        int limit = Math.max(1, (wanted.length() + 1) / 3) + 1;
        Optional<String> nearest = Optional.empty();
        for (String candidate : known) {
            if (Math.abs(candidate.length() - wanted.length()) < limit) {
                int distance = distance(folded, candidate.toLowerCase(Locale.ROOT));
                if (distance < limit) {
                    limit = distance;
                    nearest = Optional.of(candidate);
                }
            }
        }
        return nearest;
    }

    /** Edits from one to the other, a swap of neighbours counting as one. */
    private static int distance(String from, String to) {
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        int[] row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            last[column] = column;
        }
        for (int i = 1; i <= from.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int substituted = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(substituted, Math.min(last[j], row[j - 1]) + 1);
                boolean swapped = i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[to.length()];
    }
}
