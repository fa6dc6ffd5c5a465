package io.myelin.palette.data;

import io.myelin.palette.expression.Expression;
import java.util.Optional;

/**
 * One figure of a group, as a setting: {@code count}, or {@code sum:}, {@code min:}, {@code max:}, {@code mean:} with an
 * expression behind.
 *
 * @param kind which figure
 * @param of what it is of; empty for a count
 */
public record Aggregation(Kind kind, Optional<Expression> of) {
    /** The figures there are. */
    public enum Kind {
        /** How many messages. */
        COUNT,
        /** All numbers added up. */
        SUM,
        /** The least. */
        MIN,
        /** The greatest. */
        MAX,
        /** The average. */
        MEAN
    }

    private static final String ALLOWED =
            "count, or sum:, min:, max: or mean: with an expression behind it, such as sum:amount";

    /** Reads one; throws IllegalArgumentException with a sentence for people. */
    public static Aggregation parse(String text) {
        String stripped = text.strip();
        if (stripped.equals("count")) {
            return new Aggregation(Kind.COUNT, Optional.empty());
        }
        int colon = stripped.indexOf(':');
        Kind kind = switch (colon < 0 ? "" : stripped.substring(0, colon).strip()) {
            case "sum" -> Kind.SUM;
            case "min" -> Kind.MIN;
            case "max" -> Kind.MAX;
            case "mean" -> Kind.MEAN;
            default -> throw new IllegalArgumentException("it must be " + ALLOWED);
        };
        String expression = stripped.substring(colon + 1);
        if (expression.isBlank()) {
            throw new IllegalArgumentException(
                    "the expression behind " + stripped + " is missing: it must be " + ALLOWED);
        }
        return new Aggregation(kind, Optional.of(Expression.parse(expression.strip())));
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return of.map(expression -> kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + expression)
                .orElse("count");
    }
}
