package io.myelin.app.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of one package: its {@code texts.properties} (English, complete) and that file for other languages
 * ({@code texts_de.properties}). Every text is a pattern of {@link MessageFormat}, also one without values, so that an
 * apostrophe is written twice everywhere. The language is that of {@link Locale#getDefault()} when a text is asked for:
 * the choice of a language must set it for all categories, since bundles fall back to it. May be used from every thread.
 */
public final class Texts {
    private final String bundle;

    private Texts(String bundle) {
        this.bundle = bundle;
    }

    /** The words of the package that {@code reader} is in. */
    public static Texts of(Class<?> reader) {
        return new Texts(reader.getPackageName() + ".texts");
    }

    /**
     * A text with its {@code values} filled in; numbers are written as the language writes them. Throws
     * {@link java.util.MissingResourceException} where English lacks it, which is a fault of the program.
     */
    public String get(String key, Object... values) {
        Locale locale = Locale.getDefault();
        String pattern = ResourceBundle.getBundle(bundle, locale, Texts.class.getModule())
                .getString(key);
        return new MessageFormat(pattern, locale).format(values);
    }
}
