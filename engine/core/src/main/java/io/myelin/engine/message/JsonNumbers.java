package io.myelin.engine.message;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalLong;

/** Numbers and their texts, without loss either way. */
public final class JsonNumbers {
    /** The most characters that a number may have. */
    public static final int MAX_LENGTH = 10_000;

    private static final int DIGITS_OF_ANY_LONG = 18;
    private static final int MAX_PLAIN_SCALE = MAX_LENGTH;
    private static final double EXACT_WHOLE = 1L << 53;

    private JsonNumbers() {}

    /**
     * The number written as {@code text} by JSON's rules: a Long (BigInteger beyond), a BigDecimal, or a LiteralNumber
     * where neither gives the same text back. Throws NumberFormatException, with a sentence for people, for anything
     * else.
     */
    public static Number parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new NumberFormatException("a number of " + text.length() + " characters; at most 10,000 are allowed");
        }
        if (!isNumber(text)) {
            throw new NumberFormatException("'" + text + "' is not a number");
        }
        if (text.indexOf('e') >= 0 || text.indexOf('E') >= 0 || isNegativeZero(text)) {
            return literal(text);
        }
        if (text.indexOf('.') >= 0) {
            return new BigDecimal(text);
        }
        if (text.length() <= DIGITS_OF_ANY_LONG) {
            return Long.parseLong(text);
        }
        BigInteger whole = new BigInteger(text);
        return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
    }

    /**
     * The number that the characters of {@code text} from {@code from} to {@code to} are, as {@link #parse} gives it. They
     * have been found to be digits with at most one point among them and perhaps a minus before, by JSON's rules, and no
     * negative zero.
     */
    public static Number ofPlain(CharSequence text, int from, int to) {
        if (to - from > DIGITS_OF_ANY_LONG) {
            return parse(text.subSequence(from, to).toString());
        }
        boolean negative = text.charAt(from) == '-';
        int point = to;
        long digits = 0;
        for (int at = negative ? from + 1 : from; at < to; at++) {
            char character = text.charAt(at);
            if (character == '.') {
                point = at;
            } else {
                digits = digits * 10 + (character - '0');
            }
        }
        long signed = negative ? -digits : digits;
        return point == to ? (Number) signed : BigDecimal.valueOf(signed, to - point - 1);
    }

    /** Whether {@code text} is a number by JSON's rules: no plus sign, no leading zeros, digits around the point. */
    public static boolean isNumber(String text) {
        int at = text.startsWith("-") ? 1 : 0;
        int whole = skipDigits(text, at);
        if (whole == at || (text.charAt(at) == '0' && whole > at + 1)) {
            return false;
        }
        at = whole;
        if (at < text.length() && text.charAt(at) == '.') {
            int fraction = skipDigits(text, at + 1);
            if (fraction == at + 1) {
                return false;
            }
            at = fraction;
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            int exponent = skipDigits(text, at);
            if (exponent == at) {
                return false;
            }
            at = exponent;
        }
        return at == text.length();
    }

    /**
     * The text of {@code number}: that which it came as, decimals in plain digits with their scale. Numbers of absurd
     * scale are written with an exponent; what is no number at all ({@code NaN}) by its name.
     */
    public static String text(Number number) {
        return switch (number) {
            case BigDecimal decimal -> plain(decimal);
            case Double real -> real(real);
            case Float real -> real(Double.parseDouble(real.toString()));
            default -> number.toString();
        };
    }

    /** A number out of double-precision arithmetic as a message: a Long where it is whole, else a BigDecimal. */
    public static Number ofDouble(double real) {
        if (Math.rint(real) == real && Math.abs(real) <= EXACT_WHOLE) {
            return (long) real;
        }
        return new BigDecimal(Double.toString(real));
    }

    /** The whole number that {@code value} is, also written as {@code 5.0} or {@code 1E3}; empty beyond a long. */
    public static OptionalLong whole(Object value) {
        BigDecimal decimal = switch (value) {
            case Long whole -> BigDecimal.valueOf(whole);
            case Integer whole -> BigDecimal.valueOf(whole);
            case BigDecimal number -> number;
            case LiteralNumber number -> number.value();
            default -> null;
        };
        if (decimal == null || Math.abs((long) decimal.scale()) > MAX_PLAIN_SCALE) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(decimal.longValueExact());
        } catch (ArithmeticException notWhole) {
            return OptionalLong.empty();
        }
    }

    private static String real(double real) {
        return Double.isFinite(real) ? text(ofDouble(real)) : Double.toString(real);
    }

    private static String plain(BigDecimal decimal) {
        return Math.abs((long) decimal.scale()) > MAX_PLAIN_SCALE ? decimal.toString() : decimal.toPlainString();
    }

    private static LiteralNumber literal(String text) {
        try {
            return new LiteralNumber(text);
        } catch (NumberFormatException beyond) {
            throw new NumberFormatException("'" + text + "' has an exponent beyond all bounds");
        }
    }

    private static boolean isNegativeZero(String text) {
        if (text.charAt(0) != '-') {
            return false;
        }
        return text.chars().skip(1).allMatch(digit -> digit == '0' || digit == '.');
    }

    private static int skipDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
