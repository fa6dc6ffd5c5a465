package io.myelin.bench.savina;

/** What a chameneo looks like. */
enum Colour {
    YELLOW,
    BLUE,
    RED,
    FADED;

    private static final int COLOURS = 3;

    /** The colour of the one with this number to begin with. */
    static Colour of(int number) {
        return values()[number % COLOURS];
    }

    /** What it turns to when it meets {@code other}: the same stay as they are, two that differ take the third. */
    Colour meeting(Colour other) {
        return this == other ? this : values()[COLOURS - ordinal() - other.ordinal()];
    }
}
