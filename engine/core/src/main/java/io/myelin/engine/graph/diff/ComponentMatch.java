package io.myelin.engine.graph.diff;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which component of one version is which of another: each at most one. */
final class ComponentMatch {
    private final Map<String, String> forward = new HashMap<>();
    private final Map<String, String> backward = new HashMap<>();

    void put(String before, String after) {
        forward.put(before, after);
        backward.put(after, before);
    }

    Optional<String> after(String before) {
        return Optional.ofNullable(forward.get(before));
    }

    Optional<String> before(String after) {
        return Optional.ofNullable(backward.get(after));
    }

    /** The id of {@code before} now, or its own where it is gone. */
    String now(String before) {
        return forward.getOrDefault(before, before);
    }
}
