package io.myelin.engine.component;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a component is run; the mechanism is a setting, the component the same. */
public enum Execution {
    /** Cooperative: a bounded batch of messages at a time on one of a few workers. Must never block. */
    MICROPROCESS,
    /** A virtual thread of its own: may block on boxes and on input and output. */
    TASKLET,
    /** A platform thread of its own: for native code and long computing. */
    THREAD,
    /**
     * A Java machine of its own, with its own heap and working folder: what it does, runs out of or dies of is no harm
     * to the others. Messages are copied through a pipe, so they must be of what {@link
     * io.myelin.engine.message.MessageWriter} can write; what the component prints on its standard output goes to the log.
     */
    PROCESS;

    /** The name in graph files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The execution that graph files call {@code id}. */
    public static Optional<Execution> named(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
