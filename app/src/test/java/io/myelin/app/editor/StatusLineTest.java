package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.graph.GraphFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The line at the bottom says nothing that is true no more. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class StatusLineTest {
    @RegisterExtension
    private final EditorFixture editor = new EditorFixture();

    @Test
    void thatNothingWasRunIsSaidOfTheGraphInFrontOnly() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        editor.openText("problems.graph.json", GraphTexts.PROBLEMS);
        editor.action("run.start");
        EditorFixture.await("it is said", () -> hint().startsWith("The graph has problems"));
        editor.action("view.previous-tab");
        assertThat(hint()).isEmpty();
    }

    @Test
    void thatNothingWasRunIsSaidUntilTheGraphIsEdited() throws IOException {
        editor.openText("problems.graph.json", GraphTexts.PROBLEMS);
        editor.action("run.start");
        EditorFixture.await("it is said", () -> hint().startsWith("The graph has problems"));
        EditorFixture.run(() -> editor.document().selection().select("strange"));
        assertThat(hint()).isNotEmpty();
        editor.action("edit.delete");
        assertThat(hint()).isEmpty();
    }

    @Test
    void aGoodPasteTakesAwayWhyTheOneBeforeWasRefused() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        copy("Dear Sir");
        editor.action("edit.paste");
        assertThat(hint()).startsWith("The clipboard holds no components");
        copy(GraphFile.format(editor.graph()));
        editor.action("edit.paste");
        assertThat(editor.graph().components()).hasSize(8);
        assertThat(hint()).isEmpty();
    }

    @Test
    void aGraphThatCouldNotBeSavedIsNotSaidToBeBeingSaved() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        Files.writeString(editor.folder().resolve("plain"), "no folder");
        editor.dialogs().saveTo(editor.folder().resolve("plain/words.graph.json"));
        editor.action("file.save-as");
        EditorFixture.await("it has failed", () -> !editor.dialogs().errors().isEmpty());
        assertThat(hint()).isEqualTo("words.graph.json was not saved.");
    }

    private static void copy(String text) {
        EditorFixture.run(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private String hint() {
        return EditorFixture.call(() -> editor.node("#status-hint", Label.class).getText());
    }
}
