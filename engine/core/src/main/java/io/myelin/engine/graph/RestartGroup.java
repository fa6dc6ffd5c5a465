package io.myelin.engine.graph;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who is restarted together in a subgraph that restarts: the restart strategies of an OTP supervisor. */
public enum RestartGroup {
    /** Only what failed ({@code one_for_one}). */
    ONE,
    /** What failed and all behind it in the subgraph's order ({@code rest_for_one}). */
    REST,
    /** The whole subgraph ({@code one_for_all}). */
    ALL;

    /** The name in graph files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The group that graph files call {@code id}. */
    public static Optional<RestartGroup> named(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
