package io.myelin.app.editor.theme;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The look that a user has chosen. */
public enum ThemeChoice {
    /** As the desktop is. */
    SYSTEM("As the system"),
    /** Dark on light. */
    LIGHT("Light"),
    /** Light on dark. */
    DARK("Dark");

    private final String title;

    ThemeChoice(String title) {
        this.title = title;
    }

    /** What people read. */
    public String title() {
        return title;
    }

    /** The name in the settings file. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The choice that the settings file calls {@code id}. */
    public static Optional<ThemeChoice> named(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
