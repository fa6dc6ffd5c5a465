package io.myelin.app.editor.speed;

/**
 * How long frames took, in milliseconds.
 *
 * @param mean the mean
 * @param worst the longest
 */
record FrameTimes(double mean, double worst) {
    static FrameTimes of(long[] nanos) {
        long sum = 0;
        long worst = 0;
        for (long each : nanos) {
            sum += each;
            worst = Math.max(worst, each);
        }
        return new FrameTimes(sum / 1e6 / nanos.length, worst / 1e6);
    }
}
