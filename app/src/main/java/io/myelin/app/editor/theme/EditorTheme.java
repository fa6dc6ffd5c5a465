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

    /**
     * Puts {@code choice} on before there is any control: the first one would otherwise have JavaFX read the sheet of its
     * own look, for nothing.
     */
    public static void putOn(ThemeChoice choice) {
        Application.setUserAgentStylesheet(sheet(choice));
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
        return isDark(choice);
    }

    private static boolean isDark(ThemeChoice choice) {
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
        if (!sheet(choice).equals(Application.getUserAgentStylesheet())) {
            putOn(choice);
            listeners.tell(this);
        }
    }

    private static String sheet(ThemeChoice choice) {
        Theme theme = isDark(choice) ? new PrimerDark() : new PrimerLight();
        return theme.getUserAgentStylesheet();
    }

    private static String ownSheet() {
        URL resource = EditorTheme.class.getResource("myelin.css");
        if (resource == null) {
            throw new IllegalStateException("the style sheet myelin.css is missing from this installation");
        }
        return resource.toExternalForm();
    }
}
