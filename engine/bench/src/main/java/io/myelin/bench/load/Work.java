package io.myelin.bench.load;

/** Work on a message that takes the processor a while and nothing else: steps of a generator of random numbers. */
public final class Work {
    /** About 200 ns on a 3 GHz core: six shifts and exclusive ors a step, each waiting for the one before. */
    public static final int STEPS_OF_200_NANOS = 95;

    private Work() {}

    /**
     * Does {@code steps} from {@code seed}, which is not 0; use the result, or nothing is done. Shifts, since a chain of
     * multiplications and additions is worked out by the compiler beforehand.
     */
    public static long spend(int steps, long seed) {
        long value = seed;
        for (int i = 0; i < steps; i++) {
            value ^= value << 13;
            value ^= value >>> 7;
            value ^= value << 17;
        }
        return value;
    }
}
