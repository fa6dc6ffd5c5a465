package io.myelin.engine.run;

import java.util.Collection;
import java.util.Date;
import java.util.Map;

/** What strict mode looks for in a message that is about to be sent: that nobody can change it afterwards. */
@FunctionalInterface
interface MessageCheck {
    /** Throws IllegalArgumentException, naming class and box, for a message that can be changed. */
    void check(WiredOutbox outbox, Object message);

    /** The check that {@code options} ask for. */
    static MessageCheck with(RunOptions options) {
        return options.strict() || Boolean.getBoolean("myelin.strict") ? MessageCheck::refuseMutable : (box, any) -> {};
    }

    private static void refuseMutable(WiredOutbox outbox, Object message) {
        if (isMutable(message)) {
            throw new IllegalArgumentException("A message of the class "
                    + message.getClass().getName() + " was sent to the outbox " + outbox
                    + ". It can be changed after it has been sent; send an immutable value instead.");
        }
    }

    private static boolean isMutable(Object message) {
        Class<?> type = message.getClass();
        boolean ofCollections = type.getName().startsWith("java.util.ImmutableCollections")
                || type.getName().startsWith("java.util.Collections$");
        return type.isArray()
                || message instanceof StringBuilder
                || message instanceof StringBuffer
                || message instanceof Date
                || ((message instanceof Collection || message instanceof Map)
                        && !ofCollections
                        && !type.getName().startsWith("io.myelin.engine.message."));
    }
}
