package io.myelin.engine.watch.recording;

import java.util.function.Consumer;

/**
 * How to record.
 *
 * @param product the program and its version, for those who replay with another one
 * @param mode what happens when the file has come to its limit
 * @param limit the most bytes that the file may have, at least {@link #LEAST_LIMIT}
 * @param notices is told, on any thread, in a sentence for people, when something is not recorded that should be
 */
public record RecordingOptions(String product, Mode mode, long limit, Consumer<String> notices) {
    /** The least that a recording can be limited to. */
    public static final long LEAST_LIMIT = 1L << 20;

    /** Refuses a limit that is too small. */
    public RecordingOptions {
        if (limit < LEAST_LIMIT) {
            throw new IllegalArgumentException("a recording needs a limit of at least 1 MB");
        }
    }

    /** What happens at the limit. */
    public enum Mode {
        /** The recording ends there, whole from the beginning; the run goes on. */
        WHOLE,
        /** The oldest is given up for the newest: it can be listed, and replayed only while nothing was given up. */
        RING
    }
}
