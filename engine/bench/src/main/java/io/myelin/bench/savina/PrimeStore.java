package io.myelin.bench.savina;

/** The primes that one part of the sieve keeps. */
final class PrimeStore {
    /** How many one part keeps. */
    static final int CAPACITY = 1_000;

    private final long[] primes = new long[CAPACITY];
    private int count;

    /** What becomes of a candidate. */
    enum Answer {
        /** A prime kept here divides it. */
        DIVIDED,
        /** It is a prime and was kept. */
        KEPT,
        /** No prime kept here divides it, and there is no room for it. */
        PASSED
    }

    /** Looks at one. */
    Answer look(long candidate) {
        for (int i = 0; i < count; i++) {
            if (candidate % primes[i] == 0) {
                return Answer.DIVIDED;
            }
        }
        if (count == CAPACITY) {
            return Answer.PASSED;
        }
        primes[count++] = candidate;
        return Answer.KEPT;
    }

    /** How many it has kept. */
    long count() {
        return count;
    }

    /** How many primes there are below {@code limit}, by another way. */
    static long primesBelow(int limit) {
        boolean[] composite = new boolean[Math.max(limit, 2)];
        long found = 0;
        for (int number = 2; number < limit; number++) {
            if (!composite[number]) {
                found++;
                for (long multiple = (long) number * number; multiple < limit; multiple += number) {
                    composite[(int) multiple] = true;
                }
            }
        }
        return found;
    }
}
