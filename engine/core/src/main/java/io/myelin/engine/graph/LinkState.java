package io.myelin.engine.graph;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a link carries what goes out at its start, as graph files say it. */
enum LinkState {
    /** It does. */
    ON,
    /** It carries nothing. */
    MUTED;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<LinkState> named(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
