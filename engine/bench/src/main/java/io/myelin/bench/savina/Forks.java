package io.myelin.bench.savina;

/** The forks of a round table; each lies between two neighbours. */
final class Forks {
    private final boolean[] taken;

    Forks(int count) {
        taken = new boolean[count];
    }

    /** Takes both forks of this philosopher, or none. */
    boolean take(int philosopher) {
        int right = (philosopher + 1) % taken.length;
        if (taken[philosopher] || taken[right]) {
            return false;
        }
        taken[philosopher] = true;
        taken[right] = true;
        return true;
    }

    /** Puts both back. */
    void putBack(int philosopher) {
        taken[philosopher] = false;
        taken[(philosopher + 1) % taken.length] = false;
    }
}
