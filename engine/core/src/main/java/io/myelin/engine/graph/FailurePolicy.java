package io.myelin.engine.graph;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the failure of a component does. */
public enum FailurePolicy {
    /** Everything is shut down in order. */
    STOP_GRAPH,
    /** This component ends, the others go on. */
    STOP,
    /** The message is dropped and counted, the component goes on. */
    SKIP,
    /** A new instance takes over the inboxes and is given the message again. */
    RESTART;

    /** The name in graph files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The policy that graph files call {@code id}. */
    public static Optional<FailurePolicy> named(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
