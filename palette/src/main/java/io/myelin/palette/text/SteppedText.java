package io.myelin.palette.text;

import io.myelin.engine.component.ItemException;

/**
 * A text that may be looked at only so many times, so that a pattern's search in it comes to an end. Counting steps
 * rather than time gives the same outcome on every machine and in every replay.
 */
final class SteppedText implements CharSequence {
    private static final long STEPS = 50_000_000;
    private static final long STEPS_A_CHARACTER = 100;

    private final String text;
    private final String pattern;
    private long left;

    SteppedText(String text, String pattern) {
        this.text = text;
        this.pattern = pattern;
        this.left = STEPS + STEPS_A_CHARACTER * text.length();
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw new ItemException(
                    "the pattern " + pattern + " takes too many steps on this text of " + text.length()
                            + " characters: a repetition within a repetition, such as (a+)+, can be tried in too many"
                            + " ways; make the inner one possessive, (a++)+, or simpler",
                    null,
                    text);
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
