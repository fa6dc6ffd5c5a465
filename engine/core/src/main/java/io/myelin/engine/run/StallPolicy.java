package io.myelin.engine.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a run does about components that wait for each other for ever because an inbox is full. */
public enum StallPolicy {
    /**
     * The smallest of the full inboxes may hold twice as much, up to 64 times what it was given; that is said in a
     * notice. Where none may grow further, as {@link #REPORT}.
     */
    RESOLVE,
    /** It is said in a notice; what else moves goes on. A run in which nothing else moves ends as stalled. */
    REPORT,
    /** The run ends as stalled at once, whatever else moves. */
    STOP;

    /** The name on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The policy that the command line calls {@code id}. */
    public static Optional<StallPolicy> named(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
