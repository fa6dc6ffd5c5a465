package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Graphs come from files and go to files, and nothing of anybody's is lost on the way. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class EditorFilesTest {
    @RegisterExtension
    private final EditorFixture editor = new EditorFixture();

    @Test
    void theEditorStartsWithAnEmptyGraph() {
        assertThat(tabs()).containsExactly("Untitled");
        assertThat(title()).isEqualTo("Untitled — Myelin");
        assertThat(editor.graph()).isEqualTo(Graph.EMPTY);
    }

    @Test
    void anOpenedFileTakesThePlaceOfTheUntouchedGraph() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        assertThat(tabs()).containsExactly("words");
        assertThat(editor.graph().components()).containsOnlyKeys("read", "words", "count", "print");
        assertThat(title()).isEqualTo("words — Myelin");
    }

    @Test
    void severalGraphsStandInTabsAndAFileOpenedTwiceInOne() throws IOException {
        editor.openText("one.graph.json", GraphTexts.WORDS);
        editor.openText("two.graph.json", GraphTexts.PROBLEMS);
        editor.keys(KeyCode.CONTROL, KeyCode.N);
        assertThat(tabs()).containsExactly("one", "two", "Untitled");
        editor.open(editor.folder().resolve("one.graph.json"));
        assertThat(tabs()).hasSize(3);
        assertThat(editor.document().name()).isEqualTo("one");
    }

    @Test
    void anEditIsMarkedInTabAndTitleUntilItIsSaved() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        deleteSomething();
        assertThat(title()).isEqualTo("● words — Myelin");
        assertThat(tab().getGraphic()).isNotNull();

        editor.keys(KeyCode.CONTROL, KeyCode.S);

        assertThat(title()).isEqualTo("words — Myelin");
        assertThat(EditorFixture.call(() -> tab().getGraphic())).isNull();
        assertThat(onDisk("words.graph.json")).isEqualTo(editor.graph());
    }

    @Test
    void undoingBackToWhatWasSavedTakesTheMarkAway() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        deleteSomething();
        editor.keys(KeyCode.CONTROL, KeyCode.Z);
        assertThat(title()).isEqualTo("words — Myelin");
    }

    @Test
    void anUnchangedFileIsSavedWithTheSameMeaningAndWhatIsUnknownIsKept() throws IOException {
        editor.openText("problems.graph.json", GraphTexts.PROBLEMS);
        Graph before = editor.graph();
        editor.keys(KeyCode.CONTROL, KeyCode.S);
        assertThat(onDisk("problems.graph.json")).isEqualTo(before);
        assertThat(onDisk("problems.graph.json").components().get("strange").settings())
                .containsEntry("power", 9000L);
    }

    @Test
    void savingANewGraphAsksWhereAndAddsTheEnding() throws IOException {
        Path file = editor.folder().resolve("fresh");
        editor.dialogs().saveTo(file);
        editor.action("file.save");
        assertThat(Files.exists(editor.folder().resolve("fresh.graph.json"))).isTrue();
        assertThat(tabs()).containsExactly("fresh");
    }

    @Test
    void whatAPlatformsDialogMakesOfANameIsCompletedAndNothingIsReplacedUnasked() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        editor.dialogs().saveTo(editor.folder().resolve("abc.json"));
        editor.action("file.save-as");
        assertThat(editor.folder().resolve("abc.json")).doesNotExist();
        assertThat(onDisk("abc.graph.json")).isEqualTo(editor.graph());
        assertThat(editor.dialogs().questions()).isEmpty();

        Files.writeString(editor.folder().resolve("taken.graph.json"), "kept");
        editor.dialogs().saveTo(editor.folder().resolve("taken.json")).answer("Cancel");
        editor.action("file.save-as");
        assertThat(editor.folder().resolve("taken.graph.json")).hasContent("kept");

        Files.writeString(editor.folder().resolve("plain.json"), "older");
        editor.dialogs().saveTo(editor.folder().resolve("plain.json")).answer("Replace it");
        editor.action("file.save-as");
        assertThat(onDisk("plain.json")).isEqualTo(editor.graph());
        assertThat(tabs()).containsExactly("plain");
    }

    @Test
    void savingAsKeepsTheOldFileAndGoesOnWithTheNewOne() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        Graph old = onDisk("words.graph.json");
        deleteSomething();
        editor.dialogs().saveTo(editor.folder().resolve("other.graph.json"));
        editor.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        assertThat(onDisk("words.graph.json")).isEqualTo(old);
        assertThat(onDisk("other.graph.json")).isEqualTo(editor.graph());
        assertThat(tabs()).containsExactly("other");
    }

    @Test
    void savedInAnotherFolderAllRelativePathsGoOnMeaningTheSameFiles() throws IOException {
        Files.writeString(editor.folder().resolve("inner.graph.json"), """
                { "format": "myelin-graph/1", "parameters": { "where": { "type": "path" } } }
                """);
        editor.openText("paths.graph.json", """
                { "format": "myelin-graph/1",
                  "parameters": {
                    "input": { "type": "path", "default": "in.txt" },
                    "word": { "type": "text", "default": "in.txt" } },
                  "components": {
                    "lines": { "type": "file.lines", "settings": { "path": "data/${word}" } },
                    "given": { "type": "file.lines", "settings": { "path": "${input}" } },
                    "fixed": { "type": "file.lines", "settings": { "path": "/etc/hosts" } },
                    "write": { "type": "file.write", "settings": { "path": "deep/out.txt" } },
                    "used": { "type": "graph:./inner.graph.json", "settings": { "where": "a.txt" } },
                    "own": { "type": "graph:mine" } },
                  "graphs": { "mine": { "components": {
                    "lines": { "type": "file.lines", "settings": { "path": "b.txt" } } } } } }
                """);
        Graph before = editor.graph();
        Files.createDirectories(editor.folder().resolve("deep"));
        editor.dialogs().saveTo(editor.folder().resolve("deep").resolve("moved.v2"));
        editor.action("file.save-as");

        Graph moved = onDisk("deep/moved.v2.graph.json");
        assertThat(moved).isEqualTo(editor.graph());
        assertThat(moved.parameters().get("input").defaultValue()).contains("../in.txt");
        assertThat(moved.parameters().get("word").defaultValue()).contains("in.txt");
        assertThat(pathOf(moved, "lines")).isEqualTo("../data/${word}");
        assertThat(pathOf(moved, "given")).isEqualTo("${input}");
        assertThat(pathOf(moved, "fixed")).isEqualTo("/etc/hosts");
        assertThat(pathOf(moved, "write")).isEqualTo("out.txt");
        assertThat(moved.components().get("used").type()).isEqualTo("graph:../inner.graph.json");
        assertThat(moved.components().get("used").settings()).containsEntry("where", "../a.txt");
        assertThat(pathOf(moved.graphs().get("mine"), "lines")).isEqualTo("../b.txt");
        assertThat(editor.document().isModified()).isFalse();

        assertThat(editor.document().undoName()).isEqualTo("Save as");
        editor.action("edit.undo");
        assertThat(editor.graph()).isEqualTo(before);
    }

    private static Object pathOf(Graph graph, String id) {
        return graph.components().get(id).settings().get("path");
    }

    @Test
    void savingOverAFileThatIsOpenElsewhereIsRefused() throws IOException {
        editor.openText("one.graph.json", GraphTexts.WORDS);
        Path one = editor.folder().resolve("one.graph.json");
        editor.action("file.new");
        editor.dialogs().saveTo(one);
        editor.action("file.save-as");
        assertThat(editor.dialogs().errors()).singleElement().asString().contains("open in another tab");
        assertThat(onDisk("one.graph.json").components()).isNotEmpty();
    }

    @Test
    void closingAsksBeforeWorkIsLost() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        deleteSomething();

        editor.dialogs().answer("Cancel");
        editor.keys(KeyCode.CONTROL, KeyCode.W);
        assertThat(tabs()).containsExactly("words");

        editor.dialogs().answer("Save");
        Graph edited = editor.graph();
        editor.keys(KeyCode.CONTROL, KeyCode.W);
        assertThat(tabs()).isEmpty();
        assertThat(onDisk("words.graph.json")).isEqualTo(edited);
    }

    @Test
    void discardingLeavesTheFileAsItWas() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        Graph before = onDisk("words.graph.json");
        deleteSomething();
        editor.dialogs().answer("Discard");
        editor.action("file.close");
        assertThat(tabs()).isEmpty();
        assertThat(onDisk("words.graph.json")).isEqualTo(before);
    }

    @Test
    void anUnchangedGraphClosesWithoutAQuestion() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        editor.action("file.close");
        assertThat(tabs()).isEmpty();
        assertThat(editor.dialogs().questions()).isEmpty();
    }

    @Test
    void closingTheWindowAsksForEveryGraphAndCanBeCalledOff() throws IOException {
        editor.openText("one.graph.json", GraphTexts.WORDS);
        deleteSomething();
        editor.openText("two.graph.json", GraphTexts.WORDS);
        deleteSomething();
        editor.dialogs().answer("Discard").answer("Cancel");
        assertThat(editor.close()).isFalse();
        assertThat(tabs()).containsExactly("one", "two");
        assertThat(editor.dialogs().questions()).hasSize(2);
    }

    @Test
    void aSaveThatFailsSaysWhyAndKeepsTheWork() throws IOException {
        assumeThat(System.getProperty("user.name"))
                .as("nothing is read-only to root")
                .isNotEqualTo("root");
        editor.openText("words.graph.json", GraphTexts.WORDS);
        deleteSomething();
        assertThat(editor.folder().toFile().setWritable(false)).isTrue();
        try {
            editor.action("file.save");
        } finally {
            assertThat(editor.folder().toFile().setWritable(true)).isTrue();
        }
        assertThat(editor.dialogs().errors()).singleElement().asString().contains("not saved");
        assertThat(title()).startsWith("●");
    }

    @Test
    void savingIntoAFolderThatIsGoneSaysSoAndKeepsTheWork() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        deleteSomething();
        editor.dialogs().saveTo(editor.folder().resolve("gone/words.graph.json"));
        editor.action("file.save-as");
        assertThat(editor.dialogs().errors())
                .singleElement()
                .asString()
                .contains("not saved", "Your work is still here");
        assertThat(title()).isEqualTo("● words — Myelin");
    }

    @Test
    void ofAFileThatIsNotThereThatIsSaidWithItsPath() throws IOException {
        Path file = editor.folder().resolve("nowhere.graph.json");
        editor.open(file);
        assertThat(labels()).contains("There is no file nowhere.graph.json", file.toString());
        assertThat(labels()).noneMatch(text -> text.contains("text editor"));

        Files.writeString(file, GraphTexts.WORDS);
        editor.click(editor.node("#broken-file-retry", Button.class));
        assertThat(editor.document().name()).isEqualTo("nowhere");
    }

    private List<String> labels() {
        return EditorFixture.call(() -> editor.scene().getRoot().lookupAll(".label").stream()
                .map(node -> ((Label) node).getText())
                .toList());
    }

    @Test
    void nobodyIsAskedAboutAChangeBehindTheEditorThatWasTakenOver() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        deleteSomething();
        Graph mine = editor.graph();
        changeBehind("words.graph.json", GraphFile.format(mine));
        editor.node("#file-bar");
        editor.action("file.save");
        EditorFixture.await("it is saved", () -> !title().startsWith("●"));
        assertThat(editor.dialogs().questions()).isEmpty();
        assertThat(onDisk("words.graph.json")).isEqualTo(mine);
    }

    @Test
    void aPlaceThatAnotherProgramHasChangedIsNotLostUnasked() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        Graph moved = new GraphEdit.MoveComponents(List.of(move("count", 528, 300)))
                .applyTo(editor.graph())
                .graph();
        deleteSomething();
        changeBehind("words.graph.json", GraphFile.format(withoutPrint(moved)));
        editor.node("#file-bar");
        editor.dialogs().answer("Cancel");
        editor.action("file.save");
        assertThat(editor.dialogs().questions()).hasSize(1);
        assertThat(onDisk("words.graph.json")).isEqualTo(withoutPrint(moved));

        EditorFixture.run(() -> editor.document()
                .perform("Move", new GraphEdit.MoveComponents(List.of(move("count", 528, 300), move("read", 0, 99)))));
        editor.action("file.save");
        assertThat(editor.dialogs().questions()).hasSize(1);
        assertThat(onDisk("words.graph.json")).isEqualTo(editor.graph());
        assertThat(title()).isEqualTo("words — Myelin");
    }

    private static GraphEdit.MoveComponents.Move move(String id, double x, double y) {
        return new GraphEdit.MoveComponents.Move(id, Optional.of(new Position(x, y)));
    }

    private static Graph withoutPrint(Graph graph) {
        return new GraphEdit.Several(List.of(
                        new GraphEdit.RemoveLink(
                                new BoxReference("count", "outbox"), new BoxReference("print", "inbox")),
                        new GraphEdit.RemoveComponent("print")))
                .applyTo(graph)
                .graph();
    }

    @Test
    void nobodyIsAskedWhereOnlyPlacesOfOursWouldBeSavedOverAVersionThatWasTakenOver() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        Graph theirs = withoutPrint(editor.graph());
        deleteSomething();
        EditorFixture.run(() ->
                editor.document().perform("Move", new GraphEdit.MoveComponents(List.of(move("count", 528, 300)))));
        changeBehind("words.graph.json", GraphFile.format(theirs));
        editor.node("#file-bar");
        editor.action("file.save");
        assertThat(editor.dialogs().questions()).isEmpty();
        assertThat(onDisk("words.graph.json")).isEqualTo(editor.graph());
    }

    @Test
    void placesAreComparedWithThoseOfTheLastSave() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        EditorFixture.run(() ->
                editor.document().perform("Move", new GraphEdit.MoveComponents(List.of(move("count", 528, 300)))));
        editor.action("file.save");
        Graph saved = editor.graph();
        EditorFixture.run(() ->
                editor.document().perform("Move", new GraphEdit.MoveComponents(List.of(move("count", 528, 500)))));
        changeBehind("words.graph.json", GraphFile.format(saved) + "\n");
        editor.node("#file-bar");
        editor.action("file.save");
        assertThat(editor.dialogs().questions()).isEmpty();
        assertThat(onDisk("words.graph.json")).isEqualTo(editor.graph());
    }

    @Test
    void aFileThatIsNoGraphShowsWhatIsWrongAndWhereAndOpensOnceMended() throws IOException {
        editor.openText("broken.graph.json", "{\n  \"format\": \"myelin-graph/1\",\n  \"components\": 7\n}\n");
        assertThat(tabs()).contains("broken.graph.json");
        assertThat(EditorFixture.call(() -> editor.node("#broken-file-problems").lookupAll(".label").stream()
                        .map(node -> ((Label) node).getText())
                        .toList()))
                .anyMatch(text -> text.startsWith("line 3, column "));

        Files.writeString(editor.folder().resolve("broken.graph.json"), GraphTexts.WORDS);
        editor.click(editor.node("#broken-file-retry", Button.class));
        assertThat(editor.document().name()).isEqualTo("broken");
        assertThat(editor.graph().components()).hasSize(4);
    }

    @Test
    void binaryMissingAndTruncatedFilesNeverEndTheWindow() throws IOException {
        Path binary = Files.write(editor.folder().resolve("binary.graph.json"), new byte[] {0, (byte) 0xff, 1, 2, 3});
        editor.open(binary);
        editor.open(editor.folder().resolve("missing.graph.json"));
        editor.open(editor.folder());
        editor.openText("cut.graph.json", GraphTexts.WORDS.substring(0, 300));
        assertThat(tabs()).hasSize(5);
        editor.action("file.close");
        editor.action("file.close");
        editor.action("file.close");
        editor.action("file.close");
        assertThat(tabs()).containsExactly("Untitled");
    }

    @Test
    void theFilesUsedLastAreOffered() throws IOException {
        editor.openText("one.graph.json", GraphTexts.WORDS);
        editor.openText("two.graph.json", GraphTexts.WORDS);
        List<Path> recent = EditorFixture.call(
                () -> editor.window().settings().settings().files().recent());
        assertThat(recent)
                .containsExactly(
                        editor.folder().resolve("two.graph.json"),
                        editor.folder().resolve("one.graph.json"));
    }

    @Test
    void aFileChangedBehindTheEditorCanBeReadAgainAndThatCanBeTakenBack() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        Graph mine = editor.graph();
        changeBehind("words.graph.json", GraphTexts.PROBLEMS);
        editor.node("#file-bar");

        editor.click(button("Reload"));
        assertThat(editor.graph().components()).containsOnlyKeys("ticks", "strange", "keep");
        assertThat(title()).isEqualTo("words — Myelin");
        assertThat(editor.isShown("#file-bar")).isFalse();

        editor.keys(KeyCode.CONTROL, KeyCode.Z);
        assertThat(editor.graph()).isEqualTo(mine);
        assertThat(title()).startsWith("●");
    }

    @Test
    void aFileChangedBehindTheEditorCanBeLeftAndIsNotOverwrittenUnasked() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        changeBehind("words.graph.json", GraphTexts.PROBLEMS);
        editor.node("#file-bar");
        editor.dialogs().answer("Cancel");
        editor.action("file.save");
        assertThat(onDisk("words.graph.json").components()).containsKey("strange");

        editor.click(button("Keep mine"));
        assertThat(title()).startsWith("●");
        editor.action("file.save");
        assertThat(onDisk("words.graph.json")).isEqualTo(editor.graph());
    }

    @Test
    void aFileDeletedBehindTheEditorIsWrittenAgain() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        Files.delete(editor.folder().resolve("words.graph.json"));
        EditorFixture.await("it is marked", () -> title().startsWith("●"));
        editor.action("file.save");
        assertThat(onDisk("words.graph.json")).isEqualTo(editor.graph());
        assertThat(title()).isEqualTo("words — Myelin");
    }

    @Test
    void whereTheWindowWasAndHowItLookedIsThereTheNextTime() {
        editor.action("view.theme");
        EditorFixture.run(() -> {
            editor.window().stage().setWidth(900);
            editor.window().stage().setHeight(600);
        });
        assertThat(editor.close()).isTrue();

        editor.start();

        assertThat(EditorFixture.call(() -> editor.window().theme().isDark())).isTrue();
        assertThat(EditorFixture.call(() -> editor.window().stage().getWidth())).isEqualTo(900);
        assertThat(EditorFixture.call(() -> editor.window().stage().getHeight()))
                .isEqualTo(600);
    }

    private void deleteSomething() {
        EditorFixture.run(() -> editor.document().selection().select("print"));
        editor.action("edit.delete");
    }

    private void changeBehind(String name, String text) throws IOException {
        Path beside = Files.writeString(editor.folder().resolve(name + ".new"), text);
        Files.setLastModifiedTime(beside, FileTime.from(Instant.now().plusSeconds(5)));
        Files.move(beside, editor.folder().resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private Button button(String text) {
        return EditorFixture.call(() -> editor.node("#file-bar").lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow());
    }

    private Graph onDisk(String name) throws IOException {
        return GraphFile.read(editor.folder().resolve(name)).graph().orElseThrow();
    }

    private List<String> tabs() {
        return EditorFixture.call(() -> editor.node("#documents", TabPane.class).getTabs().stream()
                .map(Tab::getText)
                .toList());
    }

    private Tab tab() {
        return EditorFixture.call(() ->
                editor.node("#documents", TabPane.class).getSelectionModel().getSelectedItem());
    }

    private String title() {
        return EditorFixture.call(() -> editor.window().stage().getTitle());
    }
}
