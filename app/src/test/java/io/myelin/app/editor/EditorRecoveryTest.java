package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.compare.ComparisonTab;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever ends the editor, the work that was in it is offered at the next start. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class EditorRecoveryTest {
    @RegisterExtension
    private final EditorFixture editor = new EditorFixture();

    @Test
    void whatWasEditedIsOfferedAfterAnEndWithoutClosingAndOpensWithItsHistory() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        Graph before = editor.graph();
        delete("print");
        delete("count");
        Graph edited = editor.graph();
        endWithoutClosing();
        editor.start();
        editor.node("#recovery");
        editor.picture("recovery");
        editor.click("#recovery-open-all");
        EditorFixture.await(
                "the graph is open", () -> editor.open().document().name().equals("words"));

        assertThat(editor.graph()).isEqualTo(edited);
        assertThat(title()).isEqualTo("● words — Myelin");
        assertThat(editor.isShown("#recovery")).isFalse();
        assertThat(onDisk("words.graph.json")).isEqualTo(before);
        assertThat(EditorFixture.call(() -> editor.window().documents().all())).hasSize(1);
        editor.keys(KeyCode.CONTROL, KeyCode.Z);
        editor.keys(KeyCode.CONTROL, KeyCode.Z);
        assertThat(editor.graph()).isEqualTo(before);
        assertThat(title()).isEqualTo("words — Myelin");
        editor.keys(KeyCode.CONTROL, KeyCode.Y);

        editor.keys(KeyCode.CONTROL, KeyCode.S);
        assertThat(onDisk("words.graph.json")).isEqualTo(editor.graph());
        editor.action("file.close");
        assertThat(journals()).isEmpty();
    }

    @Test
    void whatIsDoneToARecoveredGraphIsSafeToo() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        delete("print");
        endWithoutClosing();
        editor.start();
        editor.click("#recovery-open-all");
        EditorFixture.await(
                "the graph is open", () -> editor.open().document().name().equals("words"));
        delete("count");
        Graph edited = editor.graph();
        endWithoutClosing();
        editor.start();
        editor.click("#recovery-open-all");
        EditorFixture.await(
                "the graph is open", () -> editor.open().document().name().equals("words"));
        assertThat(editor.graph()).isEqualTo(edited);
    }

    @Test
    void aGraphThatWasNeverSavedIsOfferedToo() throws IOException {
        editor.action("file.new");
        EditorFixture.run(() -> editor.window().palette().node().requestFocus());
        editor.openText("words.graph.json", GraphTexts.WORDS);
        editor.keys(KeyCode.CONTROL, KeyCode.A);
        editor.keys(KeyCode.CONTROL, KeyCode.C);
        editor.action("file.new");
        editor.keys(KeyCode.CONTROL, KeyCode.V);
        Graph pasted = editor.graph();
        assertThat(pasted.components()).hasSize(4);
        endWithoutClosing();
        editor.start();
        editor.click("#recovery-open-all");
        EditorFixture.await("the graph is open", () -> editor.open().document().isModified());
        assertThat(editor.graph()).isEqualTo(pasted);
        assertThat(title()).isEqualTo("● Untitled — Myelin");
    }

    @Test
    void whatIsDiscardedIsNotOfferedAgain() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        delete("print");
        editor.openText("other.graph.json", GraphTexts.WORDS);
        delete("print");
        endWithoutClosing();
        editor.start();
        editor.node("#recovery");
        editor.picture("recovery-of-two", 2);
        editor.click(button("Discard words.graph.json"));
        assertThat(editor.isShown("#recovery")).isTrue();
        editor.click(button("Open other.graph.json"));
        EditorFixture.await(
                "the graph is open", () -> editor.open().document().name().equals("other"));
        editor.click("#recovery-later");
        assertThat(editor.isShown("#recovery")).isFalse();
        assertThat(EditorFixture.call(() -> editor.window().documents().all())).hasSize(1);
        editor.action("edit.undo");
        editor.action("file.close");
        assertThat(journals()).isEmpty();
    }

    @Test
    void theOnlyOneLeftIsDiscardedWhenTheListIsClosed() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        delete("print");
        endWithoutClosing();
        editor.start();
        editor.node("#recovery");
        editor.click(button("Discard words.graph.json"));
        assertThat(editor.isShown("#recovery")).isTrue();
        assertThat(deadJournals()).hasSize(1);
        editor.click("#recovery-later");
        assertThat(editor.isShown("#recovery")).isFalse();
        // The new graph that the editor starts with has its own.
        assertThat(deadJournals()).isEmpty();
    }

    @Test
    void clickingOnDiscardAgainAndAgainBringsBackAndTouchesNoOther() throws IOException {
        leaveTwo();
        Node second =
                EditorFixture.call(() -> button("Discard other.graph.json").getParent());
        Bounds place = EditorFixture.call(() -> second.localToScene(second.getLayoutBounds()));
        Point2D pointer = editor.middle(button("Discard words.graph.json"));
        editor.click(pointer.getX(), pointer.getY());
        assertThat(EditorFixture.call(() -> second.localToScene(second.getLayoutBounds())))
                .isEqualTo(place);
        editor.picture("recovery-discarded", 2);
        assertThat(button("Bring back words.graph.json").getText()).isEqualTo("Bring Back");
        editor.click(pointer.getX(), pointer.getY());
        assertThat(button("Discard words.graph.json").getText()).isEqualTo("Discard");
        assertThat(deadJournals()).hasSize(2);
        editor.click("#recovery-open-all");
        EditorFixture.await(
                "both are open",
                () -> editor.window().documents().all().stream()
                                .filter(open -> !open.isUntouched())
                                .count()
                        == 2);
    }

    @Test
    void whatWasDiscardedIsGoneWhenTheEditorIsClosedAndTheRestIsOfferedAgain() throws IOException {
        leaveTwo();
        editor.click(button("Discard words.graph.json"));
        assertThat(editor.close()).isTrue();
        assertThat(deadJournals()).hasSize(1);
        editor.start();
        editor.node("#recovery");
        editor.click("#recovery-open-all");
        EditorFixture.await(
                "the graph is open", () -> editor.open().document().name().equals("other"));
    }

    @Test
    void theFocusStaysInTheListWhileOneOpensAndIsOnTheCanvasAfterIt() throws IOException {
        leaveTwo();
        editor.click(button("Open other.graph.json"));
        EditorFixture.await(
                "the graph is open", () -> editor.open().document().name().equals("other"));
        EditorFixture.await(
                "the focus is in the list", () -> editor.node("#recovery").isFocusWithin());
        editor.keys(KeyCode.ESCAPE);
        EditorFixture.await(
                "the canvas has the focus", () -> editor.open().canvas().node().isFocused());
        assertThat(editor.isShown("#recovery")).isFalse();
    }

    private void leaveTwo() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        delete("print");
        editor.openText("other.graph.json", GraphTexts.WORDS);
        delete("print");
        endWithoutClosing();
        editor.start();
        editor.node("#recovery");
    }

    @Test
    void whatWasNotSavedIsComparedWithItsFile() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        delete("print");
        endWithoutClosing();
        editor.start();
        editor.node("#recovery");
        editor.click(button("Compare words.graph.json"));
        EditorFixture.await(
                "the differences are listed",
                () -> editor.window()
                        .documents()
                        .comparison()
                        .filter(ComparisonTab::hasDifferences)
                        .isPresent());
        assertThat(EditorFixture.call(() ->
                        editor.window().documents().comparison().orElseThrow().differenceTexts()))
                .containsExactly("− Component print", "− Link");
        assertThat(onDisk("words.graph.json").components()).containsKey("print");
    }

    @Test
    void whatIsPutOffIsKept() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        delete("print");
        endWithoutClosing();
        editor.start();
        editor.node("#recovery");
        editor.keys(KeyCode.ESCAPE);
        assertThat(editor.close()).isTrue();
        assertThat(journals()).hasSize(1);

        editor.start();
        editor.node("#recovery");
        editor.click("#recovery-open-all");
        EditorFixture.await(
                "the graph is open", () -> editor.open().document().name().equals("words"));
        assertThat(editor.graph().components()).doesNotContainKey("print");
    }

    @Test
    void aFileThatChangedSinceIsToldOfAndNotOverwrittenUnasked() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        delete("print");
        endWithoutClosing();
        Files.writeString(editor.folder().resolve("words.graph.json"), GraphTexts.PROBLEMS);
        editor.start();
        editor.click("#recovery-open-all");
        editor.node("#file-bar");
        editor.dialogs().answer("Cancel");
        editor.action("file.save");
        assertThat(onDisk("words.graph.json").components()).containsKey("strange");
    }

    @Test
    void anEditorThatIsClosedOrSavesAllLeavesNothingToOffer() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        delete("print");
        editor.action("file.save");
        endWithoutClosing();
        editor.start();
        EditorFixture.await("the journal is gone", () -> deadJournals().isEmpty());
        editor.settle();
        assertThat(editor.isShown("#recovery")).isFalse();
        editor.openText("words.graph.json", GraphTexts.WORDS);
        delete("print");
        editor.dialogs().answer("Discard");
        assertThat(editor.close()).isTrue();
        assertThat(journals()).isEmpty();
        editor.start();
    }

    /**
     * Leaves the journals as the end of the process would, for the lock of a process that has ended is free: they are
     * copied aside, and the window is closed.
     */
    private void endWithoutClosing() throws IOException {
        for (Path journal : journals()) {
            Files.copy(journal, journal.resolveSibling("left.copy" + journal.getFileName()));
        }
        EditorFixture.run(() -> {
            editor.window().documents().all().forEach(editor.window().documents()::remove);
        });
        assertThat(editor.close()).isTrue();
        assertThat(journals()).isEmpty();
        int number = 0;
        for (Path copy : files("left.copy")) {
            Files.move(copy, copy.resolveSibling("0-" + number + ".journal"));
            number++;
        }
    }

    private List<Path> journals() throws IOException {
        return files("").stream()
                .filter(path -> path.toString().endsWith(".journal"))
                .filter(path -> !path.getFileName().toString().startsWith("left.copy"))
                .toList();
    }

    private List<Path> deadJournals() {
        try {
            return files("0-");
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private List<Path> files(String beginning) throws IOException {
        try (Stream<Path> files = Files.list(editor.folder().resolve("config/journal"))) {
            return files.filter(path -> path.getFileName().toString().startsWith(beginning))
                    .toList();
        }
    }

    private void delete(String id) {
        EditorFixture.run(() -> editor.document().selection().select(id));
        editor.action("edit.delete");
    }

    private Button button(String text) {
        // What scrolls has its content only when it has been laid out.
        editor.settle();
        return EditorFixture.call(() -> editor.node("#recovery").lookupAll(".scroll-pane .button").stream()
                .map(Button.class::cast)
                .filter(button -> text.equals(button.getAccessibleText()))
                .findFirst()
                .orElseThrow());
    }

    private Graph onDisk(String name) throws IOException {
        return GraphFile.read(editor.folder().resolve(name)).graph().orElseThrow();
    }

    private String title() {
        return EditorFixture.call(() -> editor.window().stage().getTitle());
    }
}
