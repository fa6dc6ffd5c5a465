package io.myelin.palette.data;

import io.myelin.engine.component.ItemException;
import io.myelin.engine.message.LiteralNumber;
import java.math.BigDecimal;
import java.math.BigInteger;

/** An exact sum: of integers an integer of any size, of decimals a decimal with all their digits. */
final class Sum {
    private static final int MAX_SCALE = 10_000;

    private long small;
    private BigInteger large = BigInteger.ZERO;
    private BigDecimal decimals = BigDecimal.ZERO;
    private boolean hasDecimals;

    /** Throws ItemException for a number so large or so small that its digits would fill pages. */
    static void check(Number number) {
        if (!(number instanceof Long) && Math.abs((long) Numbers.exact(number).scale()) > MAX_SCALE) {
            throw new ItemException("the number " + number + " has too large an exponent to be added up exactly");
        }
    }

    /** Adds a number that has been checked. */
    void add(Number number) {
        switch (number) {
            case Long whole -> addSmall(whole);
            case BigInteger whole -> large = large.add(whole);
            case BigDecimal decimal -> addDecimal(decimal);
            case LiteralNumber literal -> addDecimal(literal.value());
            default -> addDecimal(new BigDecimal(number.toString()));
        }
    }

    private void addSmall(long whole) {
        long sum = small + whole;
        // Overflow: both had the other sign than the sum.
        if (((small ^ sum) & (whole ^ sum)) < 0) {
            large = large.add(BigInteger.valueOf(small));
            small = whole;
        } else {
            small = sum;
        }
    }

    private void addDecimal(BigDecimal decimal) {
        decimals = decimals.add(decimal);
        hasDecimals = true;
    }

    /** The sum so far. */
    Number value() {
        if (hasDecimals) {
            return decimals.add(new BigDecimal(whole()));
        }
        BigInteger whole = whole();
        return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
    }

    private BigInteger whole() {
        return large.add(BigInteger.valueOf(small));
    }
}
