package io.myelin.app.editor.file;

import io.myelin.app.editor.theme.ThemeChoice;
import io.myelin.app.text.Language;
import java.util.Properties;

/**
 * How the window looks and reads.
 *
 * @param theme the look
 * @param language that of the window, from its next start on
 * @param comfort what eyes need
 */
public record Appearance(ThemeChoice theme, Language language, Comfort comfort) {
    /** What holds at the first start. */
    public static final Appearance DEFAULT = new Appearance(ThemeChoice.SYSTEM, Language.SYSTEM, Comfort.DEFAULT);

    private static final String THEME = "theme";
    private static final String LANGUAGE = "language";

    /** This with another look. */
    public Appearance withTheme(ThemeChoice changed) {
        return new Appearance(changed, language, comfort);
    }

    /** This in another language. */
    public Appearance withLanguage(Language changed) {
        return new Appearance(theme, changed, comfort);
    }

    /** This for other needs of eyes. */
    public Appearance withComfort(Comfort changed) {
        return new Appearance(theme, language, changed);
    }

    void writeTo(Properties properties) {
        properties.setProperty(THEME, theme.id());
        properties.setProperty(LANGUAGE, language.id());
        comfort.writeTo(properties);
    }

    /** Reads what {@link #writeTo} wrote; what cannot be read is as at the first start. */
    static Appearance of(Properties properties) {
        return new Appearance(
                ThemeChoice.named(properties.getProperty(THEME, "")).orElse(DEFAULT.theme()),
                Language.named(properties.getProperty(LANGUAGE, "")).orElse(DEFAULT.language()),
                Comfort.of(properties));
    }
}
