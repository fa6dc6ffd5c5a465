package io.myelin.engine.graph;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a component does its work. */
public enum ComponentState {
    /** It does. */
    ON,
    /** It takes in and drops, and sends nothing. */
    MUTED,
    /** What comes in on its inbox goes straight to its outbox. */
    BYPASSED;

    /** The name in graph files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state that graph files call {@code id}. */
    public static Optional<ComponentState> named(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
