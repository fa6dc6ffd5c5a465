package io.myelin.app.editor.canvas.paint;

import java.util.Locale;

/** Writes numbers short enough for a wire. */
public final class Figures {
    private Figures() {}

    /** A count: {@code 999}, {@code 12.3k}, {@code 4.1M}. */
    public static String count(long count) {
        return count < 10_000 ? Long.toString(count) : scaled(count);
    }

    /** A rate: {@code 0.5/s}, {@code 12/s}, {@code 3.4k/s}. */
    public static String rate(double rate) {
        if (rate < 10) {
            long tenths = Math.round(rate * 10);
            return (tenths % 10 == 0 ? Long.toString(tenths / 10) : tenth(rate)) + "/s";
        }
        return (rate < 1000 ? Long.toString(Math.round(rate)) : scaled(rate)) + "/s";
    }

    private static String scaled(double number) {
        String[] units = {"", "k", "M", "G", "T", "P", "E"};
        int unit = 0;
        double scaled = number;
        while (scaled >= 999.5 && unit < units.length - 1) {
            scaled /= 1000;
            unit++;
        }
        String text = scaled < 99.95 ? tenth(scaled) : Long.toString(Math.round(scaled));
        return text + units[unit];
    }

    /** With one place behind the point, or the comma, of the language. */
    private static String tenth(double number) {
        return String.format(Locale.getDefault(), "%.1f", number);
    }
}
