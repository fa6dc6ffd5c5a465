package io.myelin.engine.graph;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a full inbox does with the next message. */
public enum OverflowPolicy {
    /** The sender waits. */
    BLOCK,
    /** The oldest waiting message is dropped and counted. */
    DROP_OLDEST,
    /** The new message is dropped and counted. */
    DROP_NEWEST,
    /** The sender fails. */
    FAIL;

    /** The name in graph files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The policy that graph files call {@code id}. */
    public static Optional<OverflowPolicy> named(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
