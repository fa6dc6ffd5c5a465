package io.myelin.engine.plan;

import io.myelin.engine.component.Durations;
import io.myelin.engine.graph.ParameterType;
import io.myelin.engine.message.JsonNumbers;
import io.myelin.engine.message.LiteralNumber;
import io.myelin.engine.message.MessageText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Values of parameters: from the text given outside, or from a value in a graph file. */
final class ParameterValues {
    private static final int MAX_SCALE_OF_WHOLE = 400;

    private ParameterValues() {}

    /** The value that {@code text} is; throws IllegalArgumentException with a sentence for people. */
    static Object ofText(ParameterType type, String text, Path folder) {
        return switch (type) {
            case INTEGER, NUMBER -> of(type, number(type, text), folder);
            case BOOLEAN ->
                switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw misfit(type, text);
                };
            case TEXT, PATH, DURATION, SECRET -> of(type, text, folder);
        };
    }

    private static Number number(ParameterType type, String text) {
        try {
            return JsonNumbers.parse(text);
        } catch (NumberFormatException unfit) {
            throw misfit(type, text);
        }
    }

    /** The value that {@code value} is, paths made absolute; throws IllegalArgumentException with a sentence. */
    static Object of(ParameterType type, Object value, Path folder) {
        return switch (type) {
            case INTEGER -> whole(value);
            case NUMBER -> {
                if (!(value instanceof Number)) {
                    throw misfit(type, value);
                }
                yield value;
            }
            case BOOLEAN -> {
                if (!(value instanceof Boolean)) {
                    throw misfit(type, value);
                }
                yield value;
            }
            case TEXT, SECRET -> text(type, value);
            case DURATION -> {
                String text = text(type, value);
                Durations.parse(text);
                yield text;
            }
            case PATH -> path(text(type, value), folder);
        };
    }

    private static Object whole(Object value) {
        if (value instanceof Long || value instanceof BigInteger) {
            return value;
        }
        BigDecimal decimal = switch (value) {
            case BigDecimal number -> number;
            case LiteralNumber number -> number.value();
            default -> throw misfit(ParameterType.INTEGER, value);
        };
        if (Math.abs((long) decimal.scale()) > MAX_SCALE_OF_WHOLE
                || decimal.stripTrailingZeros().scale() > 0) {
            throw misfit(ParameterType.INTEGER, value);
        }
        return JsonNumbers.parse(decimal.toBigInteger().toString());
    }

    private static String text(ParameterType type, Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw misfit(type, value);
    }

    private static String path(String text, Path folder) {
        if (text.isEmpty()) {
            throw misfit(ParameterType.PATH, text);
        }
        try {
            return folder.resolve(text).toString();
        } catch (InvalidPathException unfit) {
            throw new IllegalArgumentException("\"" + text + "\" is not a path: " + unfit.getReason(), unfit);
        }
    }

    private static IllegalArgumentException misfit(ParameterType type, Object value) {
        String found = type == ParameterType.SECRET ? Secrets.HIDDEN : MessageText.describe(value);
        return new IllegalArgumentException("found " + found + "; allowed: " + allowed(type));
    }

    private static String allowed(ParameterType type) {
        return switch (type) {
            case TEXT, SECRET -> "a text";
            case INTEGER -> "a whole number";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case PATH -> "the path of a file or folder";
            case DURATION -> "a duration: " + Durations.ALLOWED;
        };
    }
}
