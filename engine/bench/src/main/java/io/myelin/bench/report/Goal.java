package io.myelin.bench.report;

import java.util.Optional;

/**
 * What one entry of a row is held to.
 *
 * @param subject the entry
 * @param peer the entry it is compared with; empty: its own figure counts
 * @param kind what is compared
 * @param must the figure that has to be reached
 * @param aim the figure that is aimed at
 */
public record Goal(String subject, Optional<String> peer, Kind kind, double must, double aim) {

    /** What a goal compares. */
    public enum Kind {
        /** How many times the subject's figure goes into the peer's, at least. */
        TIMES_BETTER,
        /** How many times the peer's figure the subject's is, at most. */
        TIMES_AT_MOST,
        /** The subject's own figure, at most. */
        AT_MOST,
        /** Compared and not held to anything. */
        SHOWN
    }

    /** {@code subject} is at least {@code must} times better than {@code peer}, where less is better. */
    public static Goal better(String subject, String peer, double must, double aim) {
        return new Goal(subject, Optional.of(peer), Kind.TIMES_BETTER, must, aim);
    }

    /** {@code subject} takes at most {@code must} times what {@code peer} takes. */
    public static Goal atMost(String subject, String peer, double must, double aim) {
        return new Goal(subject, Optional.of(peer), Kind.TIMES_AT_MOST, must, aim);
    }

    /** {@code subject} takes at most {@code must}. */
    public static Goal atMost(String subject, double must, double aim) {
        return new Goal(subject, Optional.empty(), Kind.AT_MOST, must, aim);
    }

    /** Shows how many times better {@code subject} is than {@code peer}. */
    public static Goal shown(String subject, String peer) {
        return new Goal(subject, Optional.of(peer), Kind.SHOWN, Double.NaN, Double.NaN);
    }

    /** The figure that is held against {@link #must}; {@code peerValue} is passed over where there is no peer. */
    double figure(double subjectValue, double peerValue) {
        return switch (kind) {
            case TIMES_BETTER, SHOWN -> peerValue / subjectValue;
            case TIMES_AT_MOST -> subjectValue / peerValue;
            case AT_MOST -> subjectValue;
        };
    }

    /** How {@code figure} stands. */
    Standing standing(double figure) {
        return switch (kind) {
            case SHOWN -> Standing.SHOWN;
            case TIMES_BETTER -> figure >= aim ? Standing.AIM : figure >= must ? Standing.MUST : Standing.MISSED;
            case TIMES_AT_MOST, AT_MOST ->
                figure <= aim ? Standing.AIM : figure <= must ? Standing.MUST : Standing.MISSED;
        };
    }

    /** How a figure stands against its goal. */
    enum Standing {
        /** The aim is reached. */
        AIM("aim"),
        /** What must be is reached. */
        MUST("must"),
        /** It is not. */
        MISSED("MISSED"),
        /** There is no goal. */
        SHOWN("");

        private final String word;

        Standing(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
