package io.myelin.app.command;

import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Knows the secrets that were handed out and takes them out of whatever is shown. May be used from any thread. */
final class Redaction {
    /** What is shown in a secret's place. */
    static final String SHOWN = "***";

    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    /** From now on {@code secret} is taken out. An empty one is none. */
    void add(String secret) {
        if (!secret.isEmpty()) {
            secrets.add(secret);
        }
    }

    /** {@code text} without secrets, the longest first where one holds another. */
    String apply(String text) {
        String shown = text;
        for (String secret : secrets.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList()) {
            shown = shown.replace(secret, SHOWN);
        }
        return shown;
    }
}
