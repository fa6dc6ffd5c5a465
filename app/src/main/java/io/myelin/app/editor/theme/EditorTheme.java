package io.myelin.app.editor.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import io.myelin.app.editor.document.Listeners;
import io.myelin.app.editor.document.Subscription;
import java.net.URL;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * The look of the editor: the theme of the library, light or dark, and on top of it our own rules and colours
 * ({@code -myelin-…}), which take theirs from the theme.
 */
public final class EditorTheme {
    private final Listeners<EditorTheme> listeners = new Listeners<>();
    private ThemeChoice choice;

    /** Dresses {@code scene} as {@code choice} says, and again whenever the desktop changes where that is asked. */
    public EditorTheme(Scene scene, ThemeChoice choice) {
        scene.getStylesheets().add(ownSheet());
        this.choice = choice;
        Platform.getPreferences().colorSchemeProperty().subscribe(_ -> dress());
    }

    /** What was chosen. */
    public ThemeChoice choice() {
        return choice;
    }

    /** Chooses another look. */
    public void choose(ThemeChoice chosen) {
        choice = chosen;
        dress();
    }

    /** Whether it is dark now. */
    public boolean isDark() {
        return switch (choice) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    /** Tells {@code listener} after each change of the look. */
    public Subscription onChange(Consumer<? super EditorTheme> listener) {
        return listeners.add(listener);
    }

    private void dress() {
        Theme theme = isDark() ? new PrimerDark() : new PrimerLight();
        if (!theme.getUserAgentStylesheet().equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
            listeners.tell(this);
        }
    }

    private static String ownSheet() {
        URL resource = EditorTheme.class.getResource("myelin.css");
        if (resource == null) {
            throw new IllegalStateException("the style sheet myelin.css is missing from this installation");
        }
        return resource.toExternalForm();
    }
}
