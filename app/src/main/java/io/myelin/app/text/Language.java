package io.myelin.app.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The language that a user has chosen for the window. */
public enum Language {
    /** The one of the desktop, English where Myelin does not know it. */
    SYSTEM,
    /** English. */
    ENGLISH,
    /** German. */
    GERMAN;

    private static final Texts TEXTS = Texts.of(Language.class);

    /** What people read: a language is called as those call it who speak it. */
    public String title() {
        return switch (this) {
            case SYSTEM -> TEXTS.get("language.system");
            case ENGLISH -> Locale.ENGLISH.getDisplayLanguage(Locale.ENGLISH);
            case GERMAN -> Locale.GERMAN.getDisplayLanguage(Locale.GERMAN);
        };
    }

    /** The name in the settings file. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The choice that the settings file calls {@code id}. */
    public static Optional<Language> named(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }

    /** What is to hold where the desktop has {@code system}: this language, as the desktop's country writes it. */
    public Locale locale(Locale system) {
        Locale chosen = switch (this) {
            case SYSTEM -> system;
            case ENGLISH -> Locale.ENGLISH;
            case GERMAN -> Locale.GERMAN;
        };
        return chosen.getLanguage().equals(system.getLanguage()) ? system : chosen;
    }
}
