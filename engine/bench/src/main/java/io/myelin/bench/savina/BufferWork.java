package io.myelin.bench.savina;

import java.util.Random;

/** The work on an item of the bounded buffer, and how much of it the suite asks for. */
final class BufferWork {
    /** How many items the buffer holds. */
    static final int CAPACITY = 50;

    private static final int COST = 25;
    private static final int STEPS = 100;

    private BufferWork() {}

    /** Some 2,500 random numbers and logarithms. */
    static double process(double item) {
        Random random = new Random(COST);
        double result = item;
        for (int i = 0; i < COST * STEPS; i++) {
            result += Math.log(Math.abs(random.nextDouble()) + 0.01);
        }
        return result;
    }
}
