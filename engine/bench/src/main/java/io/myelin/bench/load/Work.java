package io.myelin.bench.load;

/** Work on a message that takes the processor a while and nothing else: a chain of multiplications. */
public final class Work {
    /** About 200 ns on a 3 GHz core: 150 multiplications and additions, each waiting for the one before. */
    public static final int ROUNDS_OF_200_NANOS = 150;

    private Work() {}

    /** Does {@code rounds} steps from {@code seed}; use the result, or nothing is done. */
    public static long spend(int rounds, long seed) {
        long value = seed;
        for (int i = 0; i < rounds; i++) {
            value = value * 6364136223846793005L + 1442695040888963407L;
        }
        return value;
    }
}
