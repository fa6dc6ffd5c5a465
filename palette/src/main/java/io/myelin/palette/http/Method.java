package io.myelin.palette.http;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is asked of a server.
 *
 * @param name the word for it, such as {@code GET}
 */
public record Method(String name) {
    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z-]{0,19}");

    /** Reads a method in any case of letters; throws IllegalArgumentException, with a sentence for people. */
    public static Method parse(String text) {
        String name = text.toUpperCase(Locale.ROOT);
        if (!WORD.matcher(name).matches() || name.equals("CONNECT")) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no method: expected GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS");
        }
        return new Method(name);
    }

    /** Whether a message becomes what is sent along. */
    boolean takesBody() {
        return switch (name) {
            case "GET", "HEAD", "DELETE", "OPTIONS", "TRACE" -> false;
            default -> true;
        };
    }

    /** Whether asking twice has the effect of asking once, so that it may be tried again. */
    boolean isRepeatable() {
        return switch (name) {
            case "GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE" -> true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
