package io.myelin.app.editor.speed;

/**
 * What one thing came to.
 *
 * @param title what was measured
 * @param unit what {@code ours} and {@code reference} are in, less being better
 * @param ours what the editor took
 * @param against what it is compared with, or empty where its own figure counts
 * @param reference what that took
 * @param bound how the two are compared
 * @param must what has to be reached
 * @param aim what is aimed at
 */
record Figure(
        String title,
        String unit,
        double ours,
        String against,
        double reference,
        Bound bound,
        double must,
        double aim) {

    /** How a figure is held to what it must be. */
    enum Bound {
        /** So many times as fast as the reference, at least. */
        AT_LEAST,
        /** So many times what the reference takes, at most. */
        AT_MOST,
        /** So much by itself, at most. */
        ALONE
    }

    static Figure atLeast(
            String title, String unit, double ours, String against, double reference, double must, double aim) {
        return new Figure(title, unit, ours, against, reference, Bound.AT_LEAST, must, aim);
    }

    static Figure atMost(
            String title, String unit, double ours, String against, double reference, double must, double aim) {
        return new Figure(title, unit, ours, against, reference, Bound.AT_MOST, must, aim);
    }

    static Figure alone(String title, String unit, double ours, double must, double aim) {
        return new Figure(title, unit, ours, "", Double.NaN, Bound.ALONE, must, aim);
    }

    /** What is held against the bounds. */
    double ratio() {
        return switch (bound) {
            case AT_LEAST -> reference / ours;
            case AT_MOST -> ours / reference;
            case ALONE -> ours;
        };
    }

    /** What is reached, in a word. */
    String reached() {
        boolean more = bound == Bound.AT_LEAST;
        double ratio = ratio();
        if (more ? ratio >= aim : ratio <= aim) {
            return "aim";
        }
        return (more ? ratio >= must : ratio <= must) ? "must" : "MISSED";
    }
}
