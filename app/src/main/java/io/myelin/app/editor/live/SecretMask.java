package io.myelin.app.editor.live;

import io.myelin.engine.message.MessageText;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Takes the secrets that a run was given out of whatever people see of it. Safe from any thread. */
public final class SecretMask {
    /** What is shown in a secret's place. */
    public static final String SHOWN = "***";

    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    /** From now on {@code secret} is taken out, as it is and as JSON writes it. An empty one is none. */
    public void add(String secret) {
        if (!secret.isEmpty()) {
            secrets.add(secret);
            String quoted = MessageText.json(secret);
            secrets.add(quoted.substring(1, quoted.length() - 1));
        }
    }

    /** {@code text} without secrets. */
    public String hide(String text) {
        if (secrets.isEmpty()) {
            return text;
        }
        String shown = text;
        for (String secret : longestFirst()) {
            shown = shown.replace(secret, SHOWN);
        }
        return shown;
    }

    /** The beginning of {@code message} as text without secrets, at most {@code maxChars} characters. */
    public String preview(Object message, int maxChars) {
        if (secrets.isEmpty()) {
            return MessageText.shorten(message, maxChars);
        }
        // Longer than what is shown by the longest secret, so that none is cut in half and shows.
        int longest = secrets.stream().mapToInt(String::length).max().orElse(0);
        return MessageText.shorten(hide(MessageText.shorten(message, maxChars + longest)), maxChars);
    }

    private Iterable<String> longestFirst() {
        return secrets.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }
}
