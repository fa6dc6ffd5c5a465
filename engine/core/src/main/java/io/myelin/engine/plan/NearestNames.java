package io.myelin.engine.plan;

import io.myelin.engine.component.NearestName;
import java.util.Collection;
import java.util.Optional;

/** Finds nearest names for error messages, up to a bound on the work, so that a file full of errors costs little. */
final class NearestNames {
    private static final int MOST_COMPARISONS = 1_000_000;

    private int comparisons;

    /** As {@link NearestName#of}; empty too once enough has been looked for. */
    Optional<String> of(String wanted, Collection<String> known) {
        comparisons = Math.min(MOST_COMPARISONS, comparisons + known.size());
        return comparisons < MOST_COMPARISONS ? NearestName.of(wanted, known) : Optional.empty();
    }
}
