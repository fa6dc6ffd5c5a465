package io.myelin.app.editor;

import io.myelin.app.editor.theme.ThemeChoice;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pictures of the window to look at, in {@code target/pictures}. */
class EditorPicturesTest {
    @RegisterExtension
    private final EditorFixture editor = new EditorFixture(1400, 860);

    @Test
    void anEmptyEditorInBothLooks() throws IOException {
        editor.picture("empty-light");
        EditorFixture.run(() -> editor.window().theme().choose(ThemeChoice.DARK));
        editor.picture("empty-dark");
        editor.picture("empty-dark-200", 2);
    }

    @Test
    void theSheetsAboveTheWindow() throws IOException {
        editor.action("view.commands");
        editor.picture("command-palette");
        EditorFixture.run(() -> editor.window().overlay().hide());
        editor.action("help.keys");
        editor.picture("keys");
        EditorFixture.run(() -> editor.window().overlay().hide());
        editor.action("edit.preferences");
        editor.picture("preferences");
    }
}
