package io.myelin.app.editor.live.view;

import java.text.DecimalFormat;
import java.text.NumberFormat;

/**
 * Where an axis of numbers begins and ends, and how far apart its ticks are: 1, 2 or 5 times a power of ten.
 *
 * @param lower a multiple of {@code unit}, at most the least number
 * @param upper a multiple of {@code unit}, at least the greatest number
 * @param unit above 0
 */
record NumberTicks(double lower, double upper, double unit) {
    /** Beyond that, numbers are as good as infinite: their differences still are numbers. */
    private static final double MOST = 1e300;

    /** Where a plain number would have more digits than people can read. */
    private static final double TOO_LARGE = 1e9;

    private static final int MOST_DIGITS = 6;

    /** How many times the smallest step of a number at least lie between two ticks. */
    private static final int STEPS = 16;

    /**
     * The finest for numbers from {@code least} to {@code most} in which there are no more than {@code intervals} (at
     * least 2) between ticks. What is no number counts as 0.
     */
    static NumberTicks of(double least, double most, int intervals) {
        double from = tame(Math.min(least, most));
        double to = tame(Math.max(least, most));
        if (from == to) {
            double around = from == 0 ? 1 : Math.abs(from) * 0.05;
            from -= around;
            to += around;
        }
        int count = Math.max(2, intervals);
        double finest = Math.ulp(Math.max(Math.abs(from), Math.abs(to))) * STEPS;
        double unit = rounded(Math.max((to - from) / count, finest));
        NumberTicks ticks = around(from, to, unit);
        while (Math.rint((ticks.upper - ticks.lower) / unit) > count) {
            unit = rounded(unit * 1.5);
            ticks = around(from, to, unit);
        }
        return ticks;
    }

    private static double tame(double number) {
        return Double.isNaN(number) ? 0 : Math.clamp(number, -MOST, MOST);
    }

    private static NumberTicks around(double from, double to, double unit) {
        // Adding 0 makes nothing of the sign of a negative zero, which would be written.
        return new NumberTicks(Math.floor(from / unit) * unit + 0.0, Math.ceil(to / unit) * unit + 0.0, unit);
    }

    /** The next of 1, 2 and 5 times a power of ten that is no less than {@code unit}. */
    private static double rounded(double unit) {
        double power = Math.pow(10, Math.floor(Math.log10(unit)));
        for (int times : new int[] {1, 2, 5}) {
            // A little less is as good: what has been multiplied is seldom quite what it was.
            if (times * power >= unit * (1 - 1e-9)) {
                return times * power;
            }
        }
        return 10 * power;
    }

    /** Writes numbers with as many digits as tell one tick from the next, as people of the country do. */
    NumberFormat format() {
        int digits = (int) Math.max(0, -Math.floor(Math.log10(unit) + 1e-9));
        if (Math.max(Math.abs(lower), Math.abs(upper)) >= TOO_LARGE || digits > MOST_DIGITS) {
            return new DecimalFormat("0.###E0");
        }
        NumberFormat plain = NumberFormat.getNumberInstance();
        plain.setMaximumFractionDigits(digits);
        return plain;
    }
}
