package io.myelin.app.command;

import java.time.Duration;
import java.util.Locale;

/** Counts, sizes and times in few characters, for people. */
final class Quantities {
    private static final String[] PREFIXES = {"", " k", " M", " G", " T", " P"};

    private Quantities() {}

    /** A count (0 and up) with at most three digits before a decimal prefix: {@code 950}, {@code 1.2 M}. */
    static String count(double count) {
        return scaled(count, "");
    }

    /** A size in bytes: {@code 104.9 MB}. */
    static String bytes(long bytes) {
        return bytes < 1000 ? bytes + " bytes" : scaled(bytes, "B");
    }

    /** A time: {@code 4.2 s}, {@code 3:07}, {@code 1:02:03}. */
    static String time(Duration time) {
        if (time.toMinutes() == 0) {
            return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
        }
        if (time.toHours() == 0) {
            return String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
        }
        return String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    private static String scaled(double amount, String unit) {
        double left = amount;
        int prefix = 0;
        while (left >= 999.5 && prefix < PREFIXES.length - 1) {
            left /= 1000;
            prefix++;
        }
        String digits = String.format(Locale.ROOT, prefix == 0 || left >= 99.95 ? "%.0f" : "%.1f", left);
        return digits + PREFIXES[prefix] + unit;
    }
}
