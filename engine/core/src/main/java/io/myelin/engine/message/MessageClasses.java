package io.myelin.engine.message;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which classes of Java records and enums a reader of messages may make. Where bytes come from is what decides: for a
 * child process and one's own recordings the program's own classes, for what comes over a network none. Safe from any
 * thread.
 */
public final class MessageClasses {
    private static final MessageClasses NONE = new MessageClasses(null);
    private static final int LONGEST_NAME = 1000;

    private final @Nullable ClassLoader loader;
    private final Map<String, Class<?>> known = new ConcurrentHashMap<>();

    private MessageClasses(@Nullable ClassLoader loader) {
        this.loader = loader;
    }

    /** No classes: messages of values only. */
    public static MessageClasses none() {
        return NONE;
    }

    /** All records and enums that {@code loader} finds. */
    public static MessageClasses of(ClassLoader loader) {
        return new MessageClasses(loader);
    }

    /** The record or enum of this name; empty where there is none to be had. Initializes nothing. */
    Optional<Class<?>> find(String name) {
        Class<?> found = known.get(name);
        if (found != null || loader == null || name.length() > LONGEST_NAME) {
            return Optional.ofNullable(found);
        }
        try {
            found = Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError missing) {
            return Optional.empty();
        }
        if (!found.isRecord() && !found.isEnum()) {
            return Optional.empty();
        }
        known.put(name, found);
        return Optional.of(found);
    }
}
