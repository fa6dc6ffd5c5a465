package io.myelin.engine.message;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A number that keeps the text it came as, for the few whose text no Java number gives back ({@code 1E5}, {@code -0}).
 * It equals another with the same text only; compare values through {@link #value()}.
 */
public final class LiteralNumber extends Number {
    private static final long serialVersionUID = 1L;

    private final String text;
    private final BigDecimal value;

    /** A number written as {@code text}; throws NumberFormatException where that is no decimal number. */
    public LiteralNumber(String text) {
        this.text = Objects.requireNonNull(text);
        this.value = new BigDecimal(text);
    }

    /** The exact value. Its scale may be huge: never expand it to plain digits unchecked. */
    public BigDecimal value() {
        return value;
    }

    @Override
    public int intValue() {
        return value.intValue();
    }

    @Override
    public long longValue() {
        return value.longValue();
    }

    @Override
    public float floatValue() {
        return value.floatValue();
    }

    @Override
    public double doubleValue() {
        return value.doubleValue();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LiteralNumber number && number.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The text it came as. */
    @Override
    public String toString() {
        return text;
    }
}
