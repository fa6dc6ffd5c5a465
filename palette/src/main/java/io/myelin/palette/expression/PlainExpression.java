package io.myelin.palette.expression;

import io.myelin.engine.message.DataRecord;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The expressions that most graphs are made of (the message itself, a path of fields, a literal, a field compared with a
 * literal), evaluated without the library. They give exactly what it gives; where they can't be sure of that they say
 * {@link Unsure#NOT_PLAIN}.
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

    /** The plain form of {@code text}, where it has one. */
    static Optional<PlainExpression> recognise(String text) {
        String stripped = text.strip();
        Matcher literal = Forms.LITERAL.matcher(stripped);
        if (literal.matches()) {
            return Optional.of(new Literal(literalValue(stripped)));
        }
        if (Forms.PATH.matcher(stripped).matches()) {
            return Optional.of(path(stripped));
        }
        Matcher comparison = Forms.COMPARISON.matcher(stripped);
        if (comparison.matches()) {
            return Optional.of(new Comparison(
                    path(comparison.group(1)),
                    Operator.written(comparison.group(2)),
                    literalValue(comparison.group(3))));
        }
        return Optional.empty();
    }

    private static PlainExpression path(String text) {
        if (text.equals("$")) {
            return Itself.MESSAGE;
        }
        return text.indexOf('.') < 0 ? new Field(text) : new Path(List.of(text.split("\\.")));
    }

    private static Object literalValue(String text) {
        return switch (text.charAt(0)) {
            case '"', '\'' -> text.substring(1, text.length() - 1);
            case 't' -> true;
            case 'f' -> false;
            default -> Long.valueOf(text);
        };
    }

    /** The texts that are plain. */
    final class Forms {
        // Names that the library reads otherwise: operators and values.
        private static final String NAME = "(?!(?:and|or|in|true|false|null|function)\\b)[A-Za-z_][A-Za-z0-9_]*";
        private static final String PATH_TEXT = "\\$|" + NAME + "(?:\\." + NAME + ")*";
        // Numbers short enough to be exact in an int, as the library reads them.
        private static final String LITERAL_TEXT = "\"[^\"\\\\]*\"|'[^'\\\\]*'|true|false|0|[1-9][0-9]{0,8}";
        private static final Pattern PATH = Pattern.compile(PATH_TEXT);
        private static final Pattern LITERAL = Pattern.compile(LITERAL_TEXT);
        private static final Pattern COMPARISON =
                Pattern.compile("(" + PATH_TEXT + ")\\s*(=|!=|<=|<|>=|>)\\s*(" + LITERAL_TEXT + ")");

        private Forms() {}
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
    record Field(String name) implements PlainExpression {
        @Override
        public @Nullable Object evaluate(Object message) {
            return field(message, name);
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

    /** A path compared with a literal. */
    record Comparison(PlainExpression path, Operator operator, Object literal) implements PlainExpression {
        @Override
        public @Nullable Object evaluate(Object message) {
            Object value = path.evaluate(message);
            if (value == Unsure.NOT_PLAIN) {
                return Unsure.NOT_PLAIN;
            }
            if (value == null) {
                // Without a value, unless the literal is one that can't be compared: the library says so.
                return operator.isEquality() ? Boolean.FALSE : literal instanceof Boolean ? Unsure.NOT_PLAIN : null;
            }
            if (value instanceof Number left && literal instanceof Number right) {
                return operator.accepts(Double.compare(left.doubleValue(), right.doubleValue()));
            }
            if (value instanceof String left && literal instanceof String right) {
                return operator.accepts(left.compareTo(right));
            }
            return operator.isEquality() && isScalar(value)
                    ? operator.accepts(value.equals(literal) ? 0 : 1)
                    : Unsure.NOT_PLAIN;
        }

        private static boolean isScalar(Object value) {
            return value instanceof Number || value instanceof String || value instanceof Boolean;
        }
    }

    /** How two values are compared. */
    enum Operator {
        EQUAL("="),
        UNEQUAL("!="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">=");

        private final String written;

        Operator(String written) {
            this.written = written;
        }

        private static Operator written(String text) {
            for (Operator operator : values()) {
                if (operator.written.equals(text)) {
                    return operator;
                }
            }
            throw new IllegalArgumentException("no operator " + text);
        }

        private boolean isEquality() {
            return this == EQUAL || this == UNEQUAL;
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
}
