package io.myelin.app.editor;

import static io.myelin.app.editor.EditorFixture.await;
import static io.myelin.app.editor.EditorFixture.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.file.DocumentsFolder;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * However long a disk takes, and whatever it says in the end, the window goes on. What is asked of the window while the
 * disk does not answer would never be answered if the window's thread waited for the disk.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SlowFilesTest {
    @RegisterExtension
    private final EditorFixture editor = new EditorFixture();

    private final GatedStore store = new GatedStore();

    @BeforeEach
    void startWithASlowDisk() {
        editor.close();
        editor.setStore(store);
        editor.start();
    }

    @AfterEach
    void letAllGoOn() {
        store.releaseAll();
    }

    @Test
    void whileAGraphIsSavedEditingGoesOnAndWhatIsEditedStaysUnsaved() throws IOException {
        open("one");
        delete("print");
        Graph asSaved = editor.graph();
        store.hold(file("one"));
        run("file.save");
        await("it is being written", () -> store.waiting() == 1);
        assertThat(title()).isEqualTo("● one — Myelin");
        delete("count");
        assertThat(onDisk("one").components()).containsKey("print");

        store.release(file("one"));
        editor.settle();

        assertThat(onDisk("one")).isEqualTo(asSaved);
        assertThat(title()).isEqualTo("● one — Myelin");
        run("edit.undo");
        assertThat(title()).isEqualTo("one — Myelin");
        assertThat(editor.isShown("#file-bar")).isFalse();
    }

    @Test
    void whatIsTypedOnWhileAGraphIsSavedIsNotTakenForSaved() throws IOException {
        open("one");
        type("H");
        store.hold(file("one"));
        run("file.save");
        await("it is being written", () -> store.waiting() == 1);
        type("He");
        store.release(file("one"));
        editor.settle();
        assertThat(title()).isEqualTo("● one — Myelin");
        assertThat(onDisk("one").components().get("print").title()).isEqualTo("H");
    }

    @Test
    void ofTwoQuickSavesTheNewerIsInTheFile() throws IOException {
        open("one");
        delete("print");
        store.hold(file("one"));
        run("file.save");
        delete("count");
        run("file.save");
        store.release(file("one"));
        editor.settle();
        assertThat(onDisk("one")).isEqualTo(editor.graph());
        assertThat(title()).isEqualTo("one — Myelin");
    }

    @Test
    void closingAGraphWaitsUntilItIsSaved() throws IOException {
        open("one");
        delete("print");
        Graph edited = editor.graph();
        store.hold(file("one"));
        run("file.save");
        run("file.close");
        run("file.close");
        assertThat(tabs()).containsExactly("one");
        store.release(file("one"));
        await("it is closed", () -> tabs().isEmpty());
        assertThat(onDisk("one")).isEqualTo(edited);
        assertThat(editor.dialogs().questions()).isEmpty();
    }

    @Test
    void whatIsEditedAfterAskingToCloseIsAskedAbout() throws IOException {
        open("one");
        delete("print");
        store.hold(file("one"));
        run("file.save");
        run("file.close");
        delete("count");
        editor.dialogs().answer("Cancel");
        store.release(file("one"));
        await("it is asked", () -> editor.dialogs().questions().size() == 1);
        editor.settle();
        assertThat(tabs()).containsExactly("one");
        assertThat(editor.graph().components()).doesNotContainKey("count");
    }

    @Test
    void aSaveThatFailsWhileTheWindowIsToBeClosedIsToldAndTheWindowStaysIfSoChosen() throws IOException {
        open("one");
        Graph before = onDisk("one");
        delete("print");
        store.fail(file("one"), file("one") + " was not saved: the disk is full; free some space");
        store.hold(file("one"));
        run("file.save");
        editor.dialogs().answer("Cancel");
        CompletableFuture<Boolean> closed = call(() -> editor.window().close());
        assertThat(closed).isNotDone();
        store.release(file("one"));
        await("it is known whether it closes", closed::isDone);

        assertThat(closed.join()).isFalse();
        assertThat(editor.dialogs().errors())
                .singleElement()
                .asString()
                .contains(file("one").toString(), "the disk is full; free some space", "Your work is still here");
        assertThat(editor.dialogs().questions()).hasSize(1);
        assertThat(title()).isEqualTo("● one — Myelin");
        assertThat(onDisk("one")).isEqualTo(before);

        store.mend(file("one"));
        editor.action("file.save");
        assertThat(onDisk("one")).isEqualTo(editor.graph());
        assertThat(title()).isEqualTo("one — Myelin");
    }

    @Test
    void aWindowIsClosedWithoutADiskThatDoesNotAnswerAndTheWorkIsOfferedAgain() throws IOException {
        open("one");
        delete("print");
        Graph edited = editor.graph();
        store.hold(file("one"));
        run("file.save");
        CompletableFuture<Boolean> closed = call(() -> editor.window().close());
        editor.dialogs().answer("Wait").answer("Close now");
        run(() -> editor.window().close());
        assertThat(call(() -> editor.window().stage().isShowing())).isTrue();
        run(() -> editor.window().close());
        assertThat(call(() -> editor.window().stage().isShowing())).isFalse();
        try (var journals = Files.list(editor.folder().resolve("config/journal"))) {
            Path left = journals.findFirst().orElseThrow();
            // As one whose process has ended.
            Files.move(left, left.resolveSibling("0-left.journal"));
        }
        store.release(file("one"));
        await("what was waited for has ended", closed::isDone);
        Files.writeString(file("one"), GraphTexts.WORDS);
        editor.start();
        editor.click("#recovery-open-all");
        await(
                "it is open again",
                () -> editor.window().documents().all().stream()
                        .anyMatch(one ->
                                one.root().graph().equals(edited) && one.root().isModified()));
    }

    @Test
    void filesStandInTheOrderInWhichTheyWereAskedForWhicheverIsReadFirst() throws IOException {
        write("one");
        write("two");
        store.hold(file("one"));
        store.hold(file("two"));
        editor.dialogs().open(file("one"), file("two"));
        run("file.open");
        assertThat(tabs()).containsExactly("Untitled", "one", "two");
        // Whoever looks at another tab meanwhile stays there.
        run("view.previous-tab");
        store.release(file("two"));
        await("the second is open", () -> names().contains("two"));
        assertThat(frontTab()).isEqualTo("one");
        store.release(file("one"));
        editor.settle();
        assertThat(names()).containsExactly("one", "two");
        assertThat(frontTab()).isEqualTo("one");
    }

    @Test
    void aFileAskedForTwiceWhileItIsReadIsOpenOnce() throws IOException {
        write("one");
        store.hold(file("one"));
        editor.dialogs().open(file("one")).open(file("one"));
        run("file.open");
        run("file.new");
        run("file.open");
        assertThat(frontTab()).isEqualTo("one");
        store.release(file("one"));
        editor.settle();
        assertThat(names()).containsOnlyOnce("one");
    }

    @Test
    void aFileThatIsClosedWhileItIsReadIsReadNoMore() throws IOException {
        write("one");
        store.hold(file("one"));
        editor.dialogs().open(file("one"));
        run("file.open");
        await("it is being read", () -> store.waiting() == 1);
        run(() -> ((Button) editor.scene().lookup("#opening-cancel")).fire());
        await("the reading is called off", () -> store.calledOff() == 1);
        assertThat(tabs()).containsExactly("Untitled");
    }

    @Test
    void closingTheWindowDoesNotWaitForFilesThatAreStillRead() throws IOException {
        write("one");
        store.hold(file("one"));
        editor.dialogs().open(file("one"));
        run("file.open");
        assertThat(editor.close()).isTrue();
        store.release(file("one"));
        editor.start();
        assertThat(names()).containsExactly("one");
    }

    @Test
    void aChangedFileIsReadAgainWhileEditingGoesOnAndNothingIsLost() throws IOException {
        open("one");
        Path beside = Files.writeString(editor.folder().resolve("new"), GraphTexts.PROBLEMS);
        Files.setLastModifiedTime(beside, FileTime.from(Instant.now().plusSeconds(5)));
        Files.move(beside, file("one"), StandardCopyOption.REPLACE_EXISTING);
        editor.node("#file-bar");
        store.hold(file("one"));
        run(() -> editor.scene().lookup("#file-bar").lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> button.getText().equals("Reload"))
                .forEach(Button::fire));
        await("it is being read", () -> store.waiting() == 1);
        delete("print");
        Graph edited = editor.graph();
        store.release(file("one"));
        editor.settle();
        assertThat(editor.graph()).isEqualTo(onDisk("one"));
        assertThat(title()).isEqualTo("one — Myelin");
        run("edit.undo");
        assertThat(editor.graph()).isEqualTo(edited);
    }

    @Test
    void pathsThatAreGivenWhileAGraphIsSavedElsewhereGoOnMeaningTheSameFiles() throws IOException {
        Files.createDirectories(editor.folder().resolve("deep"));
        open("one");
        givePath("a.txt");
        editor.dialogs().saveTo(file("deep/one"));
        store.hold(file("deep/one"));
        run("file.save-as");
        await("it is being written", () -> store.waiting() == 1);
        givePath("b.txt");
        store.release(file("deep/one"));
        editor.settle();
        assertThat(pathOf(onDisk("deep/one"))).isEqualTo("../a.txt");
        assertThat(pathOf(editor.graph())).isEqualTo("../b.txt");
        assertThat(title()).isEqualTo("● one — Myelin");
        editor.action("file.save");
        assertThat(onDisk("deep/one")).isEqualTo(editor.graph());
        assertThat(title()).isEqualTo("one — Myelin");
    }

    @Test
    void whatWasDoneWhileAGraphIsSavedElsewhereIsUndoneToWhatIsSaved() throws IOException {
        Files.createDirectories(editor.folder().resolve("deep"));
        open("one");
        givePath("/data/a.txt");
        run(() -> editor.document()
                .perform("Change", new GraphEdit.ChangeGraph(editor.graph().withParameters(Map.of()))));
        store.hold(file("deep/one"));
        saveAs("deep/one");
        await("it is being written", () -> store.waiting() == 1);
        delete("count");
        store.release(file("deep/one"));
        editor.settle();
        assertThat(title()).isEqualTo("● one — Myelin");
        run("edit.undo");
        assertThat(onDisk("deep/one")).isEqualTo(editor.graph());
        assertThat(title()).isEqualTo("one — Myelin");
    }

    @Test
    void aGraphThatIsClosedBeforeItsPathsAreMovedStaysAsItWas() throws IOException {
        Files.createDirectories(editor.folder().resolve("deep"));
        open("one");
        givePath("a.txt");
        Document document = editor.open().root();
        Graph before = editor.graph();
        run(() -> document.begin("Drag"));
        saveAs("deep/one");
        store.release(file("deep/one"));
        await(
                "it is written, and waits for the end of the drag",
                () -> Files.exists(file("deep/one"))
                        && Thread.getAllStackTraces().keySet().stream()
                                .noneMatch(thread -> thread.getName().startsWith("editor-write-")));
        run(() -> {
            editor.window().documents().remove(editor.open());
            document.rollback();
        });
        run(() -> {});
        assertThat(document.graph()).isEqualTo(before);
        assertThat(document.file()).contains(file("one"));
        assertThat(pathOf(onDisk("deep/one"))).isEqualTo("../a.txt");
    }

    @Test
    void whereAGraphIsToBeSavedNoOtherIsSavedMeanwhile() throws IOException {
        open("one");
        open("two");
        run("view.previous-tab");
        delete("print");
        Graph one = editor.graph();
        store.hold(file("one"));
        run("file.save");
        saveAs("three");
        run("view.next-tab");
        saveAs("three");
        await("it is refused", () -> editor.dialogs().errors().size() == 1);
        assertThat(editor.dialogs().errors().getFirst())
                .contains("three.graph.json is to hold “one”, which is still being saved");
        store.releaseAll();
        editor.settle();
        assertThat(onDisk("three")).isEqualTo(one);
        assertThat(names()).containsExactly("three", "two");
    }

    @Test
    void aFileToWhichAGraphIsToBeSavedIsOpenedOnce() throws IOException {
        Files.writeString(file("three"), GraphTexts.PROBLEMS);
        open("one");
        delete("print");
        Graph one = editor.graph();
        store.hold(file("one"));
        run("file.save");
        saveAs("three");
        editor.dialogs().open(file("three"));
        run("file.open");
        assertThat(tabs()).containsExactly("one");
        store.releaseAll();
        editor.settle();
        assertThat(names()).containsExactly("three");
        assertThat(editor.graph()).isEqualTo(one);
        assertThat(onDisk("three")).isEqualTo(one);
    }

    @Test
    void whereAGraphWasNotSavedAfterAllAnotherMayBe() throws IOException {
        Files.writeString(file("three"), GraphTexts.PROBLEMS);
        open("one");
        open("two");
        run("view.previous-tab");
        store.fail(file("three"), "the disk is full");
        saveAs("three");
        await("it has failed", () -> editor.dialogs().errors().size() == 1);
        // A name without its ending, of which the platform's dialog has not asked.
        editor.dialogs().saveTo(editor.folder().resolve("three")).answer("Cancel");
        editor.action("file.save-as");
        assertThat(editor.dialogs().questions()).hasSize(1);
        store.mend(file("three"));
        run("view.next-tab");
        saveAs("three");
        editor.settle();
        assertThat(editor.dialogs().errors()).hasSize(1);
        assertThat(names()).containsExactly("one", "three");
        editor.dialogs().open(file("three"));
        editor.action("file.open");
        assertThat(tabs()).containsExactly("one", "three");
    }

    @Test
    void theWindowGoesOnWhileADiskIsAskedWhichFileIsMeant() throws IOException {
        Path plain = Files.writeString(editor.folder().resolve("plain.json"), GraphTexts.PROBLEMS);
        open("one");
        store.hold(plain);
        editor.dialogs().saveTo(plain).answer("Replace it");
        run("file.save-as");
        await("the disk is asked", () -> store.waiting() == 1);
        delete("print");
        run("file.close");
        assertThat(tabs()).containsExactly("one");
        store.release(plain);
        await("it is closed", () -> tabs().isEmpty());
        assertThat(GraphFile.read(plain).graph().orElseThrow().components()).doesNotContainKey("print");
    }

    @Test
    void whatStandsWhereNothingCanBeWrittenIsSavedElsewhereAtOnce() throws IOException {
        Path kept = Files.createDirectories(editor.folder().resolve("kept"));
        open("one");
        Graph before = onDisk("one");
        delete("print");
        Graph edited = editor.graph();
        store.becomeReadOnly(editor.folder());
        editor.dialogs().saveTo(kept.resolve("one.graph.json"));
        editor.action("file.save");

        assertThat(editor.dialogs().questions()).as("whether to overwrite").isEmpty();
        assertThat(editor.dialogs().errors()).isEmpty();
        assertThat(editor.dialogs().suggestions())
                .singleElement()
                .isEqualTo(DocumentsFolder.find().resolve("one.graph.json"));
        assertThat(onDisk("one")).isEqualTo(before);
        assertThat(GraphFile.read(kept.resolve("one.graph.json"))
                        .graph()
                        .orElseThrow()
                        .components())
                .isEqualTo(edited.components());
        assertThat(title()).isEqualTo("one — Myelin");
    }

    @Test
    void whoWouldNotSaveElsewhereIsToldWhyNothingWasSaved() throws IOException {
        open("one");
        delete("print");
        store.becomeReadOnly(editor.folder());
        editor.action("file.save");
        assertThat(call(() -> editor.node("#status-hint", Label.class).getText()))
                .startsWith("one.graph.json stands where nothing can be written");
        assertThat(title()).isEqualTo("● one — Myelin");
    }

    @Test
    void whoChoosesAPlaceWhereNothingCanBeWrittenIsToldSoOfThatPlace() throws IOException {
        Path locked = Files.createDirectories(editor.folder().resolve("locked"));
        Path kept = Files.createDirectories(editor.folder().resolve("kept"));
        open("one");
        delete("print");
        store.becomeReadOnly(locked);
        editor.dialogs().saveTo(locked.resolve("one.graph.json"));
        editor.action("file.save-as");
        assertThat(call(() -> editor.node("#status-hint", Label.class).getText()))
                .isEqualTo("Nothing can be written into " + locked + ": choose another folder.");
        assertThat(title()).isEqualTo("● one — Myelin");

        editor.dialogs().saveTo(locked.resolve("one.graph.json"));
        editor.dialogs().saveTo(kept.resolve("one.graph.json"));
        editor.action("file.save-as");
        assertThat(kept.resolve("one.graph.json")).exists();
        assertThat(title()).isEqualTo("one — Myelin");
    }

    private void saveAs(String name) {
        editor.dialogs().saveTo(file(name));
        run("file.save-as");
    }

    private void givePath(String path) {
        change("read", "path", path);
    }

    private static Object pathOf(Graph graph) {
        return graph.components().get("read").settings().get("path");
    }

    private void change(String id, String setting, String value) {
        run(() -> {
            var component = editor.document().graph().components().get(id);
            editor.document()
                    .perform(
                            "Change",
                            new GraphEdit.ChangeComponent(
                                    id,
                                    component.withSettings(component.settings().with(setting, value))));
        });
    }

    private void type(String title) {
        run(() -> {
            var component = editor.document().graph().components().get("print");
            editor.document()
                    .perform("Title", new GraphEdit.ChangeComponent("print", component.withTitle(title)), "title");
        });
    }

    private void open(String name) throws IOException {
        write(name);
        editor.open(file(name));
    }

    private void write(String name) throws IOException {
        Files.writeString(file(name), GraphTexts.WORDS);
    }

    private Path file(String name) {
        return editor.folder().resolve(name + ".graph.json");
    }

    /** Does an action and waits for no file. */
    private void run(String action) {
        EditorFixture.run(() -> editor.window().actions().run(action));
    }

    private void run(Runnable work) {
        EditorFixture.run(work);
    }

    private void delete(String id) {
        run(() -> editor.document().selection().select(id));
        run("edit.delete");
    }

    private Graph onDisk(String name) throws IOException {
        return GraphFile.read(file(name)).graph().orElseThrow();
    }

    private List<String> names() {
        return call(() -> editor.window().documents().all().stream()
                .map(one -> one.root().name())
                .toList());
    }

    private TabPane pane() {
        return (TabPane) editor.scene().lookup("#documents");
    }

    private List<String> tabs() {
        return call(() -> pane().getTabs().stream().map(Tab::getText).toList());
    }

    private String frontTab() {
        return call(() -> pane().getSelectionModel().getSelectedItem().getText());
    }

    private String title() {
        return call(() -> editor.window().stage().getTitle());
    }
}
