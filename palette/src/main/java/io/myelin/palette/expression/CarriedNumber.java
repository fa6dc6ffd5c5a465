package io.myelin.palette.expression;

import io.myelin.engine.message.LiteralNumber;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A number that the library's own numbers would not give back to the digit, on its way through an expression: to
 * arithmetic it is a double, passed on it is still the number that came in.
 */
final class CarriedNumber extends Number implements Comparable<CarriedNumber> {
    private static final long serialVersionUID = 1L;

    private final Number original;

    CarriedNumber(Number original) {
        this.original = original;
    }

    /** The number that came in. */
    Number original() {
        return original;
    }

    @Override
    public int intValue() {
        return original.intValue();
    }

    @Override
    public long longValue() {
        return original.longValue();
    }

    @Override
    public float floatValue() {
        return original.floatValue();
    }

    @Override
    public double doubleValue() {
        return original.doubleValue();
    }

    /** By exact value. */
    @Override
    public int compareTo(CarriedNumber other) {
        return exact().compareTo(other.exact());
    }

    private BigDecimal exact() {
        return switch (original) {
            case BigDecimal decimal -> decimal;
            case BigInteger integer -> new BigDecimal(integer);
            case LiteralNumber literal -> literal.value();
            default -> BigDecimal.valueOf(original.longValue());
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CarriedNumber number && compareTo(number) == 0;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(doubleValue());
    }

    /** The text of the number that came in. */
    @Override
    public String toString() {
        return original instanceof BigDecimal decimal && decimal.scale() >= 0
                ? decimal.toPlainString()
                : original.toString();
    }
}
