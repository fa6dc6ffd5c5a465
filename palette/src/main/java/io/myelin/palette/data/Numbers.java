package io.myelin.palette.data;

import io.myelin.engine.message.LiteralNumber;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** Exact values of the numbers in messages. */
final class Numbers {
    private Numbers() {}

    /** The exact value of {@code number}. */
    static BigDecimal exact(Number number) {
        return switch (number) {
            case Long whole -> BigDecimal.valueOf(whole);
            case BigInteger whole -> new BigDecimal(whole);
            case BigDecimal decimal -> decimal;
            case LiteralNumber literal -> literal.value();
            default -> new BigDecimal(number.toString());
        };
    }

    /** By exact value. */
    static int compare(Number left, Number right) {
        return left instanceof Long one && right instanceof Long other
                ? Long.compare(one, other)
                : exact(left).compareTo(exact(right));
    }

    /** {@code sum} over {@code count} (1 and up) to 34 digits without zeros at the end; whole ones as integers. */
    static Number mean(Number sum, long count) {
        BigDecimal mean = exact(sum)
                .divide(BigDecimal.valueOf(count), MathContext.DECIMAL128)
                .stripTrailingZeros();
        if (mean.scale() > 0) {
            return mean;
        }
        BigInteger whole = mean.toBigInteger();
        return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
    }
}
