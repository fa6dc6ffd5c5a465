package io.myelin.bench.savina;

/** The work on one message in the two fork-join programs of the suite. */
final class ForkJoin {
    private ForkJoin() {}

    /** A sine, and a use of it that the compiler can't leave out. */
    static double compute(double theta) {
        double sine = Math.sin(theta);
        return sine * sine;
    }
}
