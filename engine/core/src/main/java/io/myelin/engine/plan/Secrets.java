package io.myelin.engine.plan;

import io.myelin.engine.message.MessageText;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The secret texts that went into a plan, known only so that they can be kept out of sight. Immutable. */
public final class Secrets {
    /** No secrets. */
    public static final Secrets NONE = new Secrets(List.of());

    /** What stands in the place of a secret. */
    public static final String HIDDEN = "***";

    private static final char CUT_OFF = '…';
    private static final int LEAST_CUT = 4;

    private final List<String> texts;

    /** These secrets; empty ones hide nothing. */
    public Secrets(Collection<String> texts) {
        this.texts = texts.stream()
                .filter(text -> !text.isEmpty())
                .flatMap(text -> Stream.of(text, insideJson(text)))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static String insideJson(String text) {
        String quoted = MessageText.json(text);
        return quoted.substring(1, quoted.length() - 1);
    }

    /** These and {@code others}. */
    public Secrets and(Secrets others) {
        return isEmpty()
                ? others
                : new Secrets(
                        Stream.concat(texts.stream(), others.texts.stream()).toList());
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return texts.isEmpty();
    }

    /** {@code text} with every secret in it, also one cut off by {@code …}, replaced by {@code ***}. */
    public String redact(String text) {
        String redacted = text;
        for (String secret : texts) {
            redacted = redacted.replace(secret, HIDDEN);
        }
        return texts.isEmpty() || redacted.indexOf(CUT_OFF) < 0 ? redacted : redactCut(redacted);
    }

    private String redactCut(String text) {
        StringBuilder redacted = new StringBuilder(text);
        for (int cut = text.lastIndexOf(CUT_OFF); cut > 0; cut = text.lastIndexOf(CUT_OFF, cut - 1)) {
            int hidden = longestBeginningBefore(text, cut);
            if (hidden >= LEAST_CUT) {
                redacted.replace(cut - hidden, cut, HIDDEN);
            }
        }
        return redacted.toString();
    }

    private int longestBeginningBefore(String text, int end) {
        int longest = 0;
        for (String secret : texts) {
            for (int length = Math.min(secret.length(), end); length > longest; length--) {
                if (text.startsWith(secret.substring(0, length), end - length)) {
                    longest = length;
                }
            }
        }
        return longest;
    }

    /** How many there are, never which. */
    @Override
    public String toString() {
        return texts.isEmpty() ? "no secrets" : "secrets";
    }
}
