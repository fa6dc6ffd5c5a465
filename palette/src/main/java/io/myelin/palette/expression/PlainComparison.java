package io.myelin.palette.expression;

import io.myelin.palette.expression.PlainExpression.Unsure;
import org.jspecify.annotations.Nullable;

/** How two values are compared: as the library does it, or not at all. */
enum PlainComparison {
    EQUAL("="),
    UNEQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private static final double EXACT_WHOLE = 0x1p53;

    private final String written;

    PlainComparison(String written) {
        this.written = written;
    }

    /** How it is written. */
    String written() {
        return written;
    }

    /**
     * True, false, null for no value, or {@link Unsure#NOT_PLAIN}.
     *
     * @param withLiteral whether one of the two stands in the expression
     */
    @Nullable
    Object compare(@Nullable Object left, @Nullable Object right, boolean withLiteral) {
        return this == EQUAL || this == UNEQUAL ? equality(left, right) : order(left, right, withLiteral);
    }

    private Object equality(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return false;
        }
        if (left instanceof Number one && right instanceof Number other) {
            return accepts(Double.compare(one.doubleValue(), other.doubleValue()));
        }
        return isScalar(left) && isScalar(right) ? (Object) accepts(left.equals(right) ? 0 : 1) : Unsure.NOT_PLAIN;
    }

    private static boolean isScalar(Object value) {
        return value instanceof Number || value instanceof String || value instanceof Boolean;
    }

    private @Nullable Object order(@Nullable Object left, @Nullable Object right, boolean withLiteral) {
        if (left instanceof Number one && right instanceof Number other) {
            return order(one, other, withLiteral);
        }
        if (left instanceof String one && right instanceof String other) {
            return accepts(one.compareTo(other));
        }
        // A value that can't be compared is a failure even where the other is none.
        return isComparableOrNone(left) && isComparableOrNone(right) && (left == null || right == null)
                ? null
                : Unsure.NOT_PLAIN;
    }

    private static boolean isComparableOrNone(@Nullable Object value) {
        return value == null || value instanceof Number || value instanceof String;
    }

    /**
     * The library compares numbers as doubles, unless both are of the same one of its classes: then exactly. Either way
     * comes to the same where the doubles differ. Whole numbers up to 2^53 or so are never of one class with others.
     */
    private Object order(Number left, Number right, boolean withLiteral) {
        double one = left.doubleValue();
        double other = right.doubleValue();
        if (one < other || one > other || withLiteral) {
            return accepts(Double.compare(one, other));
        }
        boolean leftWhole = isWhole(left);
        boolean rightWhole = isWhole(right);
        if (leftWhole && rightWhole) {
            return accepts(Long.compare(left.longValue(), right.longValue()));
        }
        return leftWhole && !(right instanceof Long) || rightWhole && !(left instanceof Long)
                ? (Object) accepts(Double.compare(one, other))
                : Unsure.NOT_PLAIN;
    }

    private static boolean isWhole(Number number) {
        return number instanceof Long whole && Math.abs(whole.doubleValue()) <= EXACT_WHOLE;
    }

    private boolean accepts(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case UNEQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }
}
