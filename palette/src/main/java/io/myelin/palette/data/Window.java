package io.myelin.palette.data;

import io.myelin.engine.component.Durations;
import java.time.Duration;

/** How much of a stream is taken together: a number of messages, or a length of time. */
public sealed interface Window {
    /**
     * So many messages.
     *
     * @param messages 1 and up
     */
    record Count(long messages) implements Window {
        @Override
        public String toString() {
            return Long.toString(messages);
        }
    }

    /**
     * So long a time.
     *
     * @param length more than nothing
     */
    record Time(Duration length) implements Window {
        @Override
        public String toString() {
            return Durations.format(length);
        }
    }

    /** Reads a count ({@code 100}) or a duration ({@code 10s}); throws IllegalArgumentException with a sentence. */
    static Window parse(String text) {
        if (text.matches("[1-9][0-9]{0,17}")) {
            return new Count(Long.parseLong(text));
        }
        Duration length = text.matches("[0-9.]*[a-z]+") ? Durations.parse(text) : Duration.ZERO;
        if (!length.isPositive()) {
            throw new IllegalArgumentException(
                    "a window is a number of messages from 1 up, such as 100, or a duration: " + Durations.ALLOWED);
        }
        return new Time(length);
    }
}
