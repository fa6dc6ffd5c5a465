package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.document.Document;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Graphs inside graphs are made, entered, edited in place and expanded by mouse and keys. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class SubgraphsTest {
    @RegisterExtension
    private final EditorFixture editor = new EditorFixture();

    @Test
    void theSelectedComponentsBecomeASubgraphAndAreExpandedAgain() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        Graph before = root();
        select("words", "count");
        editor.keys(KeyCode.CONTROL, KeyCode.E);
        editor.keys(KeyCode.ESCAPE);

        assertThat(root().components().keySet()).containsExactly("read", "subgraph", "print");
        assertThat(root().graphs().get("subgraph").components().keySet()).containsExactly("words", "count");
        assertThat(selected()).containsExactly("subgraph");
        assertThat(root().links())
                .extracting(GraphLink::toString)
                .containsExactly("read.outbox -> subgraph.inbox", "subgraph.outbox -> print.inbox");

        editor.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        assertThat(root().components()).isEqualTo(before.components());
        assertThat(new HashSet<>(root().links())).isEqualTo(new HashSet<>(before.links()));
        assertThat(root().graphs()).isEmpty();
        assertThat(selected()).containsExactly("words", "count");

        editor.keys(KeyCode.CONTROL, KeyCode.Z);
        editor.keys(KeyCode.CONTROL, KeyCode.Z);
        assertThat(GraphFile.format(root())).isEqualTo(GraphFile.format(before));
    }

    @Test
    void aNewSubgraphIsAskedItsTitleWhichTheWayBackShows() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        select("words", "count");
        editor.keys(KeyCode.CONTROL, KeyCode.E);
        assertThat(editor.isShown("#title-editor")).isTrue();
        editor.type("Counting");
        editor.keys(KeyCode.ENTER);
        assertThat(root().components().get("subgraph").title()).isEqualTo("Counting");
        select("subgraph");
        assertThat(heading()).isEqualTo("Counting");
        doubleClick("subgraph");
        assertThat(breadcrumb()).containsExactly("words", "Counting");
    }

    @Test
    void aDoubleClickEntersASubgraphWhichIsEditedInPlaceAndEscLeavesIt() throws IOException {
        nested();
        doubleClick("subgraph");

        assertThat(editor.graph().components().keySet()).containsExactly("words", "count");
        assertThat(breadcrumb()).containsExactly("words", "subgraph");

        select("count");
        editor.keys(KeyCode.DELETE);
        assertThat(root().graphs().get("subgraph").components().keySet()).containsExactly("words");
        editor.keys(KeyCode.ESCAPE);
        assertThat(editor.graph()).isEqualTo(root());
        assertThat(editor.isShown("#breadcrumb")).isFalse();
    }

    @Test
    void escFirstGivesUpTheSelectionAndLeavesOnlyThen() throws IOException {
        nested();
        doubleClick("subgraph");
        select("count");
        editor.keys(KeyCode.ESCAPE);
        assertThat(selected()).isEmpty();
        assertThat(inside()).isTrue();
        editor.keys(KeyCode.ESCAPE);
        assertThat(inside()).isFalse();
    }

    @Test
    void subgraphsInSubgraphsAreLeftByTheBreadcrumb() throws IOException {
        nested();
        doubleClick("subgraph");
        select("count");
        editor.keys(KeyCode.CONTROL, KeyCode.E);
        editor.keys(KeyCode.ESCAPE);
        editor.keys(KeyCode.CONTROL, KeyCode.ALT, KeyCode.E);
        assertThat(breadcrumb()).containsExactly("words", "subgraph", "subgraph2");
        assertThat(editor.graph().components().keySet()).containsExactly("count");

        List<Node> parts =
                EditorFixture.call(() -> List.copyOf(editor.node("#breadcrumb").lookupAll(".hyperlink")));
        editor.click(parts.getFirst());
        assertThat(editor.graph()).isEqualTo(root());
    }

    @Test
    void anotherComponentIsOpenedInTheInspectorAsBefore() throws IOException {
        nested();
        EditorFixture.run(() -> editor.window().panels().setInspectorShown(false));
        editor.settle();
        doubleClick("read");
        assertThat(inside()).isFalse();
        assertThat(EditorFixture.call(() -> editor.window().panels().isInspectorShown()))
                .isTrue();
    }

    @Test
    void undoShowsTheLevelThatItChanges() throws IOException {
        nested();
        doubleClick("subgraph");
        select("count");
        editor.keys(KeyCode.DELETE);
        editor.keys(KeyCode.ESCAPE);
        select("print");
        editor.keys(KeyCode.DELETE);

        editor.keys(KeyCode.CONTROL, KeyCode.Z);
        assertThat(inside()).isFalse();
        editor.keys(KeyCode.CONTROL, KeyCode.Z);
        assertThat(inside()).isTrue();
        assertThat(editor.graph().components().keySet()).containsExactly("words", "count");
        // The making of the subgraph itself: its level is gone.
        editor.keys(KeyCode.CONTROL, KeyCode.Z);
        assertThat(inside()).isFalse();
        assertThat(root().components()).containsKeys("words", "count");
    }

    @Test
    void savingFromInsideSavesTheWholeGraph() throws IOException {
        nested();
        doubleClick("subgraph");
        select("count");
        editor.keys(KeyCode.DELETE);
        editor.keys(KeyCode.CONTROL, KeyCode.S);

        Graph saved = GraphFile.read(editor.folder().resolve("words.graph.json"))
                .graph()
                .orElseThrow();
        assertThat(saved).isEqualTo(root());
        assertThat(saved.components()).containsKeys("read", "subgraph", "print");
        assertThat(inside()).isTrue();
    }

    @Test
    void aProblemInsideASubgraphLeadsThere() throws IOException {
        editor.openText("inner.graph.json", """
                {"format": "myelin-graph/1", "components": {"s": {"type": "graph:g"}},
                 "graphs": {"g": {"components": {"bad": {"type": "source.timer", "settings": {"every": "nonsense"}}}}}}
                """);
        EditorFixture.await(
                "the check", () -> !editor.document().problems().all().isEmpty());
        editor.action("view.problems");
        editor.settle();
        editor.click(EditorFixture.call(() -> editor.node("#problem-list").lookupAll(".list-cell").stream()
                .filter(cell ->
                        cell instanceof ListCell<?> row && row.getItem() instanceof Problem found && found.isError())
                .findFirst()
                .orElseThrow()));

        assertThat(breadcrumb()).containsExactly("inner", "g");
        assertThat(selected()).containsExactly("bad");
    }

    @Test
    void aGraphInAFileOfItsOwnIsOpenedInItsTab() throws IOException {
        Path other = editor.folder().resolve("other.graph.json");
        Files.writeString(other, GraphTexts.WORDS);
        editor.openText("user.graph.json", """
                {"format": "myelin-graph/1", "components": {"o": {"type": "graph:./other.graph.json"}},
                 "layout": {"components": {"o": {"x": 0, "y": 0}}}}""");
        doubleClick("o");
        assertThat(EditorFixture.call(() -> editor.document().file())).contains(other);
    }

    @Test
    void whatCannotBeExpandedSaysWhy() throws IOException {
        editor.openText("muted.graph.json", """
                {"format": "myelin-graph/1", "components": {"s": {"type": "graph:g", "state": "bypassed"}},
                 "graphs": {"g": {"components": {"t": {"type": "source.timer"}}}}}""");
        select("s");
        editor.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        assertThat(EditorFixture.call(
                        () -> editor.node("#status-hint", Label.class).getText()))
                .startsWith("\"s\" can't be expanded: it is bypassed");
    }

    @Test
    void theLibraryIsThereWhenPeopleAreAskedForANameAndSavingElsewhereIsSaid() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        Path library = editor.folder().resolve("config/graphs");
        editor.dialogs().saveNowhere().saveTo(editor.folder().resolve("top.json"));
        select("read", "words");
        editor.action("structure.save-to-library");
        assertThat(library).isDirectory();
        assertThat(editor.dialogs().suggestions()).containsExactly(library.resolve("read.graph.json"));

        editor.action("structure.save-to-library");
        assertThat(editor.folder().resolve("top.graph.json")).exists();
        assertThat(EditorFixture.call(
                        () -> editor.node("#status-hint", Label.class).getText()))
                .contains("Only files in " + library);
    }

    @Test
    void aSelectionIsSavedToTheLibraryAndPlacedFromThePalette() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        Path library = editor.folder().resolve("config/graphs");
        editor.dialogs().saveTo(library.resolve("top.graph.json"));
        select("read", "words");
        editor.action("structure.save-to-library");

        Graph saved = GraphFile.read(library.resolve("top.graph.json")).graph().orElseThrow();
        assertThat(saved.components()).containsOnlyKeys("read", "words");
        assertThat(saved.parameters()).containsKey("input");
        assertThat(saved.outboxes().keySet()).containsExactly("outbox");

        EditorFixture.await("it is in the palette", () -> editor.isShown("#palette-graph-top"));
        editor.picture("library-light");
        select();
        editor.doubleClick(editor.node("#palette-graph-top"));
        assertThat(root().components().get("top").type()).isEqualTo("graph:./config/graphs/top.graph.json");
        EditorFixture.await(
                "its problems are known",
                () -> editor.document().problems().all().stream().noneMatch(Problem::isError));
    }

    @Test
    void aGraphIsAddedFromAFileButNeverToItself() throws IOException {
        Path other = editor.folder().resolve("other.graph.json");
        Files.writeString(other, GraphTexts.WORDS);
        editor.openText("user.graph.json", "{\"format\": \"myelin-graph/1\"}");
        editor.dialogs().open(other);
        editor.action("structure.add-file");
        assertThat(root().components().get("other").type()).isEqualTo("graph:./other.graph.json");
        select("other");
        EditorFixture.await("it is called by its title", () -> heading().equals("Word count"));

        editor.dialogs().open(editor.folder().resolve("user.graph.json"));
        editor.action("structure.add-file");
        assertThat(root().components()).containsOnlyKeys("other");
    }

    @Test
    void aGraphInAFileWithoutATitleIsCalledByItsFileAlone() throws IOException {
        Files.createDirectories(editor.folder().resolve("far/away"));
        Files.writeString(editor.folder().resolve("far/away/mylib.graph.json"), """
                {"format": "myelin-graph/1", "components": {"print": {"type": "console.print"}},
                 "inboxes": {"inbox": "print.inbox"}}
                """);
        editor.openText("user.graph.json", """
                {"format": "myelin-graph/1", "components": {"lib": {"type": "graph:./far/away/mylib.graph.json"}}}
                """);
        select("lib");

        assertThat(heading()).isEqualTo("mylib");
        assertThat(EditorFixture.call(
                        () -> editor.node("#component-title", TextField.class).getPromptText()))
                .isEqualTo("mylib");
    }

    private String heading() {
        return EditorFixture.call(
                () -> editor.node("#component-heading", Label.class).getText());
    }

    @Test
    void whatIsFoundInsideIsNamedAndGoneInto() throws IOException {
        nested();
        select("subgraph");
        editor.keys(KeyCode.CONTROL, KeyCode.E);
        editor.type("Outer");
        editor.keys(KeyCode.ENTER);
        editor.action("edit.find");
        editor.type("data.count");
        EditorFixture.await(
                "it is said where",
                () -> editor.node("#find-inside", Label.class).getText().equals("in Outer: Count"));
        editor.picture("find-inside");
        editor.click("#find-go-in");
        assertThat(breadcrumb()).containsExactly("words", "Outer", "subgraph");
        assertThat(selected()).containsExactly("count");
        assertThat(editor.isShown("#find-bar")).isFalse();
    }

    @Test
    void theKeyThatEntersASubgraphGoesToWhatIsFoundInside() throws IOException {
        nested();
        editor.action("edit.find");
        editor.type("data.count");
        EditorFixture.await("it is found", () -> editor.isShown("#find-go-in"));
        editor.action("view.enter");
        assertThat(breadcrumb()).containsExactly("words", "subgraph");
        assertThat(selected()).containsExactly("count");
    }

    @Test
    void picturesOfALevel() throws IOException {
        nested();
        doubleClick("subgraph");
        editor.picture("level-light");
        editor.action("view.theme");
        editor.picture("level-dark", 2);
        assertThat(breadcrumb()).hasSize(2);
    }

    private void nested() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        select("words", "count");
        editor.keys(KeyCode.CONTROL, KeyCode.E);
        editor.keys(KeyCode.ESCAPE);
    }

    private Graph root() {
        return EditorFixture.call(() -> editor.open().root().graph());
    }

    private boolean inside() {
        return EditorFixture.call(() -> editor.open().levels().isInside());
    }

    private List<String> selected() {
        return EditorFixture.call(
                () -> List.copyOf(editor.document().selection().components()));
    }

    private void select(String... ids) {
        EditorFixture.run(() -> {
            Document document = editor.document();
            document.selection().select(List.of(ids), List.of());
            editor.open().canvas().node().requestFocus();
        });
        editor.settle();
    }

    private void doubleClick(String id) {
        Node node = EditorFixture.call(() -> editor.open().canvas().node());
        EditorFixture.run(() -> editor.open().canvas().centreOn(id));
        editor.settle();
        editor.doubleClick(node);
        editor.settle();
    }

    private List<String> breadcrumb() {
        return EditorFixture.call(() -> editor.node("#breadcrumb", HBox.class).getChildren().stream()
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .toList());
    }
}
