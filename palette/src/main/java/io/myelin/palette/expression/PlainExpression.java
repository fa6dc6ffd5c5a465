package io.myelin.palette.expression;

import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonNumbers;
import io.myelin.engine.message.RecordLayout;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The expressions that most graphs are made of (the message itself, a path of fields, literals, comparisons, arithmetic,
 * {@code and} and {@code or}), evaluated without the library. They give exactly what it gives; where they can't be sure of
 * that they say {@link Unsure#NOT_PLAIN}.
 */
sealed interface PlainExpression {
    /** In place of a value: says that the library has to be asked for this message. */
    enum Unsure {
        /** The one. */
        NOT_PLAIN
    }

    /** The value, null for no value, or {@link Unsure#NOT_PLAIN}. */
    @Nullable
    Object evaluate(Object message);

    /** The same as part of a larger expression, where a number that was computed may be left a double. */
    default @Nullable Object operand(Object message) {
        return evaluate(message);
    }

    /** The plain form of {@code text}, which the library has found to be an expression, where it has one. */
    static Optional<PlainExpression> recognise(String text) {
        return new PlainParser(text).parse();
    }

    /** The message itself. */
    enum Itself implements PlainExpression {
        /** The one. */
        MESSAGE;

        @Override
        public Object evaluate(Object message) {
            return message;
        }
    }

    /** A field of the message. */
    final class Field implements PlainExpression {
        private final String name;

        /**
         * Where it was found last. The messages that one component gets are mostly of one layout. Any thread may write it,
         * since what it holds is immutable and right for the layout that it names.
         */
        private @Nullable Place last;

        private record Place(RecordLayout layout, int index) {}

        Field(String name) {
            this.name = name;
        }

        @Override
        public @Nullable Object evaluate(Object message) {
            return message instanceof DataRecord record ? of(record) : field(message, name);
        }

        private @Nullable Object of(DataRecord record) {
            RecordLayout layout = record.layout();
            Place place = last;
            if (place == null || place.layout() != layout) {
                place = new Place(layout, layout.indexOf(name));
                last = place;
            }
            return place.index() < 0 ? null : record.value(place.index());
        }
    }

    private static @Nullable Object field(Object value, String name) {
        return switch (value) {
            case DataRecord record -> record.get(name);
            // The library looks into each element, and makes one list of what it finds.
            case List<?> _ -> Unsure.NOT_PLAIN;
            default -> null;
        };
    }

    /** Fields of fields. */
    record Path(List<String> names) implements PlainExpression {
        @Override
        public @Nullable Object evaluate(Object message) {
            Object value = message;
            for (String name : names) {
                value = field(value, name);
                if (value == null || value == Unsure.NOT_PLAIN) {
                    return value;
                }
            }
            return value;
        }
    }

    /** A value that does not depend on the message. */
    record Literal(Object value) implements PlainExpression {
        @Override
        public Object evaluate(Object message) {
            return value;
        }
    }

    /** {@code and}, {@code or}; the right side is looked at only where the left one does not decide. */
    record Connective(PlainExpression left, boolean isOr, PlainExpression right) implements PlainExpression {
        @Override
        public Object evaluate(Object message) {
            Object first = left.operand(message);
            if (first == Unsure.NOT_PLAIN) {
                return Unsure.NOT_PLAIN;
            }
            if (Truth.of(first) == isOr) {
                return isOr;
            }
            Object second = right.operand(message);
            return second == Unsure.NOT_PLAIN ? Unsure.NOT_PLAIN : (Object) Truth.of(second);
        }
    }

    /** Two values compared. */
    record Comparison(PlainExpression left, PlainComparison operator, PlainExpression right)
            implements PlainExpression {
        @Override
        public @Nullable Object evaluate(Object message) {
            Object one = left.operand(message);
            Object other = right.operand(message);
            if (one == Unsure.NOT_PLAIN || other == Unsure.NOT_PLAIN) {
                return Unsure.NOT_PLAIN;
            }
            return operator.compare(one, other, left instanceof Literal || right instanceof Literal);
        }
    }

    /** Two numbers, as doubles. */
    record Arithmetic(PlainExpression left, char operator, PlainExpression right) implements PlainExpression {
        @Override
        public @Nullable Object evaluate(Object message) {
            Object value = operand(message);
            return value instanceof Double real ? JsonNumbers.ofDouble(real) : value;
        }

        @Override
        public @Nullable Object operand(Object message) {
            Object one = left.operand(message);
            Object other = right.operand(message);
            if (!isNumberOrNone(one) || !isNumberOrNone(other)) {
                // A failure, or the library's to say.
                return Unsure.NOT_PLAIN;
            }
            if (one == null || other == null) {
                return null;
            }
            double result = result(((Number) one).doubleValue(), ((Number) other).doubleValue());
            if (!Double.isFinite(result)) {
                return Unsure.NOT_PLAIN;
            }
            long whole = (long) result;
            return whole == result ? (Object) whole : (Object) result;
        }

        private static boolean isNumberOrNone(@Nullable Object value) {
            return value == null || (value instanceof Number number && Double.isFinite(number.doubleValue()));
        }

        private double result(double one, double other) {
            return switch (operator) {
                case '+' -> one + other;
                case '-' -> one - other;
                case '*' -> one * other;
                case '/' -> one / other;
                case '%' -> one % other;
                default -> throw new IllegalStateException("no operator " + operator);
            };
        }
    }
}
