package io.myelin.app.command;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Knows the secrets that were handed out and takes them out of whatever is shown. May be used from any thread. */
final class Redaction {
    /** What is shown in a secret's place. */
    static final String SHOWN = io.myelin.engine.plan.Secrets.HIDDEN;

    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    /** From now on {@code secret} is taken out. An empty one is none. */
    void add(String secret) {
        if (!secret.isEmpty()) {
            secrets.add(secret);
        }
    }

    /** {@code text} without secrets, also where they stand in it as JSON writes them, or cut off. */
    String apply(String text) {
        return new io.myelin.engine.plan.Secrets(secrets).redact(text);
    }
}
