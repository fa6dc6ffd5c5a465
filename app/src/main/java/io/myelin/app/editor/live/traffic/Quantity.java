package io.myelin.app.editor.live.traffic;

import io.myelin.app.text.Texts;
import java.time.Duration;
import java.util.Locale;

/** Counts, sizes and times for people. */
public final class Quantity {
    private static final Texts TEXTS = Texts.of(Quantity.class);

    private static final String[] BYTE_UNITS = {"bytes", "kB", "MB", "GB", "TB", "PB", "EB"};

    private Quantity() {}

    /** A count with its thousands apart: {@code 1,234,567}. */
    public static String count(long count) {
        return String.format(Locale.getDefault(), "%,d", count);
    }

    /** A count of messages: {@code 1 message}, {@code 1,234 messages}. */
    public static String messages(long count) {
        return TEXTS.get("messages", count);
    }

    /** A size, 0 and up: {@code 512 bytes}, {@code 12.3 MB}. */
    public static String bytes(long bytes) {
        double left = bytes;
        int unit = 0;
        while (left >= 999.5 && unit < BYTE_UNITS.length - 1) {
            left /= 1000;
            unit++;
        }
        return String.format(
                Locale.getDefault(),
                unit == 0 || left >= 99.95 ? "%.0f %s" : "%.1f %s",
                left,
                unit == 0 ? TEXTS.get("unit.bytes") : BYTE_UNITS[unit]);
    }

    /** A time: {@code 0.84 s}, {@code 12.3 s}, {@code 3:07}, {@code 1:02:03}. */
    public static String time(Duration time) {
        if (time.toSeconds() < 60) {
            double seconds = time.toMillis() / 1000.0;
            return String.format(Locale.getDefault(), seconds < 10 ? "%.2f s" : "%.1f s", seconds);
        }
        return time.toHours() == 0
                ? String.format(Locale.getDefault(), "%d:%02d", time.toMinutes(), time.toSecondsPart())
                : String.format(
                        Locale.getDefault(),
                        "%d:%02d:%02d",
                        time.toHours(),
                        time.toMinutesPart(),
                        time.toSecondsPart());
    }

    /** A time that goes on, in whole seconds so that what shows it changes once in each: {@code 12 s}, {@code 3:07}. */
    public static String seconds(Duration time) {
        long seconds = time.toSeconds();
        return seconds < 60 ? seconds + " s" : time(time);
    }
}
