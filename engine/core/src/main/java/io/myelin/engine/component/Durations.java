package io.myelin.engine.component;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as graph files write them: a number with a unit, such as {@code 250ms}, {@code 10s}, {@code 5m}, {@code 1h}. */
public final class Durations {
    /** What is allowed, for error messages. */
    public static final String ALLOWED = "a number with a unit, such as 250ms, 10s, 5m or 1h";

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,30}(?:\\.\\d{1,30})?)(ms|s|m|h)");
    private static final Map<String, Long> NANOS =
            Map.of("ms", 1_000_000L, "s", 1_000_000_000L, "m", 60_000_000_000L, "h", 3_600_000_000_000L);

    private Durations() {}

    /** Whether {@code text} is written as a duration is. */
    static boolean isWritten(String text) {
        return WRITTEN.matcher(text).matches();
    }

    /**
     * Reads a duration; decimals are allowed ({@code 1.5s}), down to nanoseconds. Throws IllegalArgumentException, with
     * a sentence for people, for anything else and for what is longer than 292 years.
     */
    public static Duration parse(String text) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not a duration: expected " + ALLOWED);
        }
        BigDecimal nanos = new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(nanosOf(parts.group(2))));
        if (nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new IllegalArgumentException("\"" + text + "\" is too long: at most 292 years are allowed");
        }
        return Duration.ofNanos(nanos.longValue());
    }

    /** Writes a duration (not negative) in the largest unit that needs no decimals; below milliseconds in decimals. */
    public static String format(Duration duration) {
        long nanos = duration.toNanos();
        if (nanos < 0) {
            throw new IllegalArgumentException("a duration is not negative: " + duration);
        }
        if (nanos == 0) {
            return "0s";
        }
        for (String unit : new String[] {"h", "m", "s", "ms"}) {
            if (nanos % nanosOf(unit) == 0) {
                return nanos / nanosOf(unit) + unit;
            }
        }
        return BigDecimal.valueOf(nanos, 6).stripTrailingZeros().toPlainString() + "ms";
    }

    private static long nanosOf(String unit) {
        return NANOS.getOrDefault(unit, 1L);
    }
}
