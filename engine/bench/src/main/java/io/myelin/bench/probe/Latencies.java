package io.myelin.bench.probe;

import java.util.Arrays;

/** How long messages took, each from when it was sent outside until it was taken. Written by one thread, then read. */
final class Latencies {
    private static final double NANOS_A_MICRO = 1_000;

    private final long[] nanos;
    private volatile int count;

    Latencies(int capacity) {
        nanos = new long[capacity];
    }

    /** The message sent at {@code sentNanos} is taken now. */
    void taken(Object sentNanos) {
        long now = System.nanoTime();
        int next = count;
        nanos[next] = now - (Long) sentNanos;
        count = next + 1;
    }

    /** How many have been taken. */
    int count() {
        return count;
    }

    /** Microseconds that this share of them took at most, of those behind the first {@code skipped}. */
    double quantile(double share, int skipped) {
        long[] sorted = Arrays.copyOfRange(nanos, skipped, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))] / NANOS_A_MICRO;
    }
}
