package io.myelin.palette.expression;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of one evaluation. The library calls back around each step; its own bounds lose count of the depth where a
 * constructor has several parts, so these count for themselves. Used by one thread at a time.
 */
final class EvaluationBounds {
    /** What is said of an expression that is too deep for the bound, or for the thread's stack. */
    static final String TOO_DEEP = "calls itself too deeply: check for endless recursion";

    private static final Duration TIME = Duration.ofSeconds(1);
    private static final int DEPTH = 1_000;
    private static final int SIZE = 32 * 1024 * 1024;
    // Reading the clock costs as much as a small step.
    private static final int STEPS_BETWEEN_CLOCK_READINGS = 16;

    private int depth;
    private int steps;
    private long started;
    private long timeOfDay;
    private @Nullable String broken;

    /** Holds all that {@code library} evaluates to these bounds. */
    void applyTo(Jsonata library) {
        library.assign("__evaluate_entry", (Jsonata.EntryCallback) (expression, input, frame) -> enter());
        library.assign("__evaluate_exit", (Jsonata.ExitCallback) (expression, input, frame, result) -> exit(result));
    }

    /** A new evaluation begins now. */
    void start() {
        depth = 0;
        steps = 0;
        broken = null;
        timeOfDay = 0;
        started = System.nanoTime();
    }

    /** What bound was broken, as the end of a sentence. */
    Optional<String> broken() {
        return Optional.ofNullable(broken);
    }

    /** Milliseconds since 1970, the same throughout one evaluation. */
    long timeOfDay() {
        if (timeOfDay == 0) {
            timeOfDay = System.currentTimeMillis();
        }
        return timeOfDay;
    }

    /** Fails where the time is over. */
    void check() {
        if (System.nanoTime() - started > TIME.toNanos()) {
            fail("took longer than " + TIME.toSeconds() + " s: check for an endless loop");
        }
    }

    /** Fails where {@code value} is too large to go on with. */
    void checkSize(@Nullable Object value) {
        if (value instanceof CharSequence text && text.length() > SIZE
                || value instanceof Collection<?> list && list.size() > SIZE) {
            fail("makes a value of more than " + SIZE + " characters or elements");
        }
    }

    /** {@code number} as a size, negative or not; fails where it is too large. */
    int size(Number number) {
        if (Math.abs(number.doubleValue()) > SIZE) {
            fail("makes a value of more than " + SIZE + " characters or elements");
        }
        return number.intValue();
    }

    private void enter() {
        if (++depth > DEPTH) {
            fail(TOO_DEEP);
        }
        if (++steps % STEPS_BETWEEN_CLOCK_READINGS == 0) {
            check();
        }
    }

    private void exit(@Nullable Object result) {
        depth--;
        checkSize(result);
    }

    private void fail(String bound) {
        broken = bound;
        throw new JException(bound);
    }
}
