package io.myelin.app.editor.speed;

import java.util.Arrays;

/** Several measurements of the same thing. */
final class Rounds {
    static final int COUNT = Integer.getInteger("myelin.speed.rounds", 3);

    private Rounds() {}

    /** The middle one. */
    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
