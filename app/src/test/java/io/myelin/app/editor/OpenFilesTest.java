package io.myelin.app.editor;

import static io.myelin.app.editor.EditorFixture.await;
import static io.myelin.app.editor.EditorFixture.call;
import static io.myelin.app.editor.EditorFixture.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.Viewport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(240)
class OpenFilesTest {
    @RegisterExtension
    final EditorFixture editor = new EditorFixture();

    private List<String> open() {
        return call(() -> editor.window().documents().all().stream()
                .map(one -> one.root().name())
                .toList());
    }

    private void startAgain(Path... files) {
        editor.close();
        editor.start(files);
    }

    @Test
    void whatWasOpenIsOpenAgainAtTheSamePlaceAndZoom() throws IOException {
        editor.openText("first.graph.json", GraphTexts.WORDS);
        run(() -> editor.open().canvas().show(new Point(500, 20), 2));
        editor.openText("second.graph.json", GraphTexts.FORMS);
        run(() -> editor.window()
                .documents()
                .select(editor.window().documents().all().getFirst()));
        editor.settle();
        Viewport before = call(() -> editor.open().canvas().viewport());

        startAgain();

        assertEquals(List.of("first", "second"), open());
        assertEquals("first", call(() -> editor.document().name()));
        Viewport now = call(() -> editor.open().canvas().viewport());
        assertEquals(before.zoom(), now.zoom());
        assertEquals(before.visible().centre().x(), now.visible().centre().x(), 0.5);
        assertEquals(before.visible().centre().y(), now.visible().centre().y(), 0.5);
    }

    @Test
    void aFileThatIsGoneIsSaidAndTheOthersAreOpen() throws IOException {
        editor.openText("first.graph.json", GraphTexts.WORDS);
        editor.openText("second.graph.json", GraphTexts.FORMS);
        Files.delete(editor.folder().resolve("second.graph.json"));

        startAgain();

        assertEquals(List.of("first"), open());
        assertTrue(call(() -> editor.scene().getRoot().lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .anyMatch(text -> text != null && text.contains("second.graph.json"))));
    }

    @Test
    void filesNamedAtTheStartAreOpenAlone() throws IOException {
        editor.openText("first.graph.json", GraphTexts.WORDS);
        Path named = editor.folder().resolve("named.graph.json");
        Files.writeString(named, GraphTexts.FORMS);

        startAgain(named);

        assertEquals(List.of("named"), open());
    }

    @Test
    void whetherRunsFollowEditsIsRemembered() {
        editor.action("run.follow-edits");
        assertFalse(call(() -> editor.window().settings().settings().followsEdits()));

        startAgain();

        assertFalse(call(() -> editor.window()
                .actions()
                .find("run.follow-edits")
                .flatMap(action -> action.checked())
                .orElseThrow()));
    }

    @Test
    void insertAndTabBothAddAtThePointer() throws IOException {
        editor.openText("first.graph.json", GraphTexts.WORDS);
        for (KeyCode key : List.of(KeyCode.INSERT, KeyCode.TAB)) {
            run(() -> editor.open().canvas().node().requestFocus());
            editor.keys(key);
            assertTrue(editor.isShown("#quick-add"), "after " + key);
            editor.keys(KeyCode.ESCAPE);
        }
    }

    /** A graph whose file takes a while to read. */
    private Path large(String name) throws IOException {
        String description = "words ".repeat(400_000);
        return Files.writeString(
                editor.folder().resolve(name),
                GraphTexts.WORDS.replace("The ten most frequent words of a text file.", description));
    }

    @Test
    void aLargeFileIsReadWhileTheWindowGoesOn() throws IOException {
        Path file = large("large.graph.json");
        editor.dialogs().open(file);
        // The window's thread is not given back before this is seen.
        assertTrue(call(() -> {
            editor.window().actions().run("file.open");
            return editor.window().documents().current().isEmpty()
                    && editor.scene().lookup("#opening-file") != null;
        }));
        await("it is open", () -> open().equals(List.of("large")));
        assertEquals(4, call(() -> editor.graph().components().size()));
        assertFalse(editor.isShown("#opening-file"));
    }

    @Test
    void aLargeFileThatIsCalledOffIsNotOpened() throws IOException {
        Path file = large("large.graph.json");
        editor.dialogs().open(file);
        run(() -> {
            editor.window().actions().run("file.open");
            ((Button) editor.scene().lookup("#opening-cancel")).fire();
        });
        editor.openText("small.graph.json", GraphTexts.FORMS);
        editor.dialogs().open(large("other.graph.json"));
        editor.action("file.open");
        await("the other is open", () -> open().contains("other"));
        assertEquals(List.of("small", "other"), open());
    }

    @Test
    void largeFilesStillOpeningAndFilesWithoutAGraphAreOpenAgainAfterTheEditorWasKilled() throws IOException {
        Path large = large("large.graph.json");
        editor.openText("broken.graph.json", "{");
        editor.dialogs().open(large);
        run(() -> {
            editor.window().actions().run("file.open");
            assertEquals(
                    List.of("broken.graph.json", "large.graph.json"),
                    editor.window().settings().settings().files().session().files().stream()
                            .map(one -> one.file().getFileName().toString())
                            .toList());
        });
        await("it is open", () -> open().equals(List.of("large")));

        startAgain();

        await("it is open again", () -> open().equals(List.of("large")));
        assertEquals(2, call(() -> editor.window().documents().files().size()));
    }

    @Test
    void theLargeFileThatWasInFrontIsInFrontAgain() throws IOException {
        Path large = large("large.graph.json");
        editor.open(large);
        await("it is open", () -> open().equals(List.of("large")));
        editor.openText("small.graph.json", GraphTexts.FORMS);
        run(() -> editor.window()
                .documents()
                .select(editor.window().documents().all().getFirst()));

        startAgain();

        await("both are open", () -> open().size() == 2);
        assertEquals("large", call(() -> editor.document().name()));
    }

    @Test
    void savingToAFileThatIsJustBeingOpenedIsRefused() throws IOException {
        Path large = large("large.graph.json");
        editor.openText("small.graph.json", GraphTexts.FORMS);
        editor.dialogs().open(large);
        editor.dialogs().saveTo(large).answer("Replace");
        run(() -> {
            editor.window().actions().run("file.open");
            editor.window().documents().select(editor.window().documents().all().getFirst());
            editor.window().actions().run("file.save-as");
        });
        assertEquals(1, editor.dialogs().errors().size());
        await("it is open", () -> open().equals(List.of("small", "large")));
    }
}
