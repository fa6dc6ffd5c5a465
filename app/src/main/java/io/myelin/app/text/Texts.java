package io.myelin.app.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * The words of one package: its {@code texts.properties} (English, complete) and that file for other languages
 * ({@code texts_de.properties}). Every text is a pattern of {@link MessageFormat}, also one without values, so that an
 * apostrophe is written twice everywhere. The language is that of {@link Locale#getDefault()} when a text is asked for:
 * the choice of a language must set it for all categories, since bundles fall back to it. May be used from every thread.
 */
public final class Texts {
    private final String bundle;

    /** What was read last; threads that read it again at the same time read the same. */
    private volatile @Nullable Words words;

    private record Words(Locale locale, ResourceBundle texts) {}

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
        Words now = words();
        String pattern = now.texts.getString(key);
        // Most texts are plain, and some are asked for at every frame.
        return values.length == 0 && pattern.indexOf('\'') < 0
                ? pattern
                : new MessageFormat(pattern, now.locale).format(values);
    }

    /** As {@link #get}, where there is a text called so. */
    public Optional<String> find(String key, Object... values) {
        return words().texts.containsKey(key) ? Optional.of(get(key, values)) : Optional.empty();
    }

    private Words words() {
        Locale locale = Locale.getDefault();
        Words read = words;
        if (read == null || !read.locale.equals(locale)) {
            read = new Words(locale, ResourceBundle.getBundle(bundle, locale, Texts.class.getModule()));
            words = read;
        }
        return read;
    }
}
