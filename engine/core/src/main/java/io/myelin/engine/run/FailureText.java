package io.myelin.engine.run;

import java.io.FileNotFoundException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in words what was thrown. */
public final class FailureText {
    private FailureText() {}

    /** One sentence: the message of what was thrown, or its class in words where it has none. */
    public static String of(Throwable thrown) {
        String message = messageOf(thrown);
        return switch (thrown) {
            case StackOverflowError overflow -> "It calls itself without end (stack overflow).";
            case OutOfMemoryError memory ->
                "There is not enough memory" + (message == null ? "." : ": " + message + ".");
            case NoSuchFileException missing -> "There is no file " + missing.getFile() + ".";
            case AccessDeniedException denied -> "Access to " + denied.getFile() + " is denied.";
            case FileNotFoundException missing when message != null -> "A file can't be opened: " + message;
            default -> message == null || message.isBlank() ? inWords(thrown) : message;
        };
    }

    private static @Nullable String messageOf(Throwable thrown) {
        try {
            return thrown.getMessage();
        } catch (RuntimeException | StackOverflowError unspeakable) {
            // Code of the component's own; what it threw first is what counts.
            return null;
        }
    }

    /** {@code IndexOutOfBoundsException} becomes "Index out of bounds." */
    private static String inWords(Throwable thrown) {
        String name = thrown.getClass().getSimpleName();
        String bare = name.replaceFirst("(Exception|Error)$", "");
        if (bare.isBlank()) {
            return "It failed without saying why (" + thrown.getClass().getName() + ").";
        }
        String words = bare.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ")
                .toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + " (" + name + ").";
    }
}
