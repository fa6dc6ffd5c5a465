package io.myelin.app.editor.theme;

import io.myelin.app.text.Texts;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The look that a user has chosen. */
public enum ThemeChoice {
    /** As the desktop is. */
    SYSTEM,
    /** Dark on light. */
    LIGHT,
    /** Light on dark. */
    DARK;

    private static final Texts TEXTS = Texts.of(ThemeChoice.class);

    /** What people read. */
    public String title() {
        return TEXTS.get("theme." + id());
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
