package io.myelin.bench.load;

/** The cargo as texts of 64 characters, for ways on which messages become bytes. */
public final class Parcel {
    /** How long one is. */
    public static final int LENGTH = 64;

    private static final int DIGITS = 4;
    private static final String REST = "-".repeat(LENGTH - DIGITS);

    private Parcel() {}

    /** A text that holds the message with this number. */
    public static String of(long number) {
        return "%04d".formatted(Cargo.value(number)) + REST;
    }

    /** The message that {@code text} holds. */
    public static Long open(Object text) {
        String parcel = (String) text;
        long value = 0;
        for (int i = 0; i < DIGITS; i++) {
            value = value * 10 + (parcel.charAt(i) - '0');
        }
        if (parcel.length() != LENGTH) {
            throw new IllegalStateException("a text of " + parcel.length() + " characters arrived: " + parcel);
        }
        return Cargo.message(value);
    }
}
