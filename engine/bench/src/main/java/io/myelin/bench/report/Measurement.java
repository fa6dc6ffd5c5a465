package io.myelin.bench.report;

import java.util.Arrays;

/**
 * What was measured.
 *
 * @param value the median
 * @param low the lowest
 * @param high the highest
 * @param samples how many there were
 */
public record Measurement(double value, double low, double high, int samples) {
    /** Of at least one sample. */
    public static Measurement of(double... samples) {
        if (samples.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Measurement(median, sorted[0], sorted[sorted.length - 1], sorted.length);
    }
}
