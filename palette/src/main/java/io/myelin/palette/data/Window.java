package io.myelin.palette.data;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much of a stream is taken together: a number of messages, or a length of time. */
public sealed interface Window {
    /**
     * So many messages.
     *
     * @param messages 1 and up
     */
    record Count(long messages) implements Window {
        @Override
        public String toString() {
            return Long.toString(messages);
        }
    }

    /**
     * So long a time.
     *
     * @param length more than nothing
     */
    record Time(Duration length) implements Window {
        @Override
        public String toString() {
            return length.toMillis() + "ms";
        }
    }

    /** Reads a count ({@code 100}) or a duration ({@code 10s}); throws IllegalArgumentException with a sentence. */
    static Window parse(String text) {
        Matcher matcher = Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,9})?)\\s*(ms|s|m|h|)")
                .matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "a window is a number of messages, such as 100, or a duration, such as 250ms, 10s, 5m or 1h");
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        if (number.signum() == 0 || (matcher.group(2).isEmpty() && number.scale() > 0)) {
            throw new IllegalArgumentException("a window is at least one message, or some time");
        }
        return matcher.group(2).isEmpty()
                ? new Count(number.longValueExact())
                : new Time(duration(number, matcher.group(2)));
    }

    private static Duration duration(BigDecimal number, String unit) {
        long millis = switch (unit.toLowerCase(Locale.ROOT)) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "m" -> 60_000;
            default -> 3_600_000;
        };
        Duration length = Duration.ofNanos(number.multiply(BigDecimal.valueOf(millis * 1_000_000))
                .min(BigDecimal.valueOf(Long.MAX_VALUE))
                .longValue());
        if (length.isZero()) {
            throw new IllegalArgumentException("a window of time is at least a nanosecond");
        }
        return length;
    }
}
