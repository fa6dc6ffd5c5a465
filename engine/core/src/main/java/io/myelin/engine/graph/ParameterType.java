package io.myelin.engine.graph;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What values a graph's parameter takes. */
public enum ParameterType {
    /** Any text. */
    TEXT,
    /** A whole number. */
    INTEGER,
    /** A number. */
    NUMBER,
    /** True or false. */
    BOOLEAN,
    /** A file or folder. */
    PATH,
    /** A number with a unit of time. */
    DURATION,
    /** A text that is never shown. */
    SECRET;

    /** The name in graph files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type that graph files call {@code id}. */
    public static Optional<ParameterType> named(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
