package io.myelin.app.editor;

import static io.myelin.app.editor.EditorFixture.await;
import static io.myelin.app.editor.EditorFixture.call;
import static io.myelin.app.editor.EditorFixture.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.myelin.app.editor.canvas.GraphCanvas;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.compare.ComparisonTab;
import io.myelin.app.editor.theme.ThemeChoice;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(240)
class ComparingTest {
    @RegisterExtension
    final EditorFixture editor = new EditorFixture();

    private Path file;

    /** The same as {@link GraphTexts#WORDS}, moved as a whole, with a component more, one less, and one renamed. */
    private static final String CHANGED = GraphTexts.WORDS
            .replace("\"read\"", "\"lines\"")
            .replace("read.outbox", "lines.outbox")
            .replace("\"capacity\": 256", "\"capacity\": 512")
            .replace(
                    "\"words\": { \"type\": \"text.split\", \"settings\": { \"pattern\": \"\\\\W+\" } },",
                    "\"log\": { \"type\": \"console.print\" },")
            .replace("words.inbox", "log.inbox")
            .replace("{ \"from\": \"words.outbox\", \"to\": \"count.inbox\" },", "")
            .replace("\"words\": { \"x\": 264, \"y\": 0 },", "\"log\": { \"x\": 300, \"y\": 400 },")
            .replace("\"x\": 528, \"y\": 0", "\"x\": 1528, \"y\": 700")
            .replace("\"x\": 792, \"y\": 0", "\"x\": 1792, \"y\": 700");

    @BeforeEach
    void openTheGraph() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        file = editor.folder().resolve("words.graph.json");
    }

    private void compareWith(String name, String text) throws IOException {
        Path other = editor.folder().resolve(name);
        Files.writeString(other, text);
        editor.dialogs().open(other);
        editor.action("file.compare");
        awaitComparison();
    }

    private void awaitComparison() {
        await(
                "the differences are listed",
                () -> editor.window().documents().comparison().isPresent()
                        && list() != null
                        && !list().getItems().isEmpty());
        editor.settle();
    }

    private ListView<?> list() {
        return (ListView<?>) editor.scene().lookup("#differences");
    }

    private List<String> listed() {
        return call(() -> comparison().differenceTexts());
    }

    private ComparisonTab comparison() {
        return editor.window().documents().comparison().orElseThrow();
    }

    private List<Node> canvases() {
        return call(() -> List.copyOf(editor.node("#comparison").lookupAll("#graph-canvas")));
    }

    private Viewport shown(int canvas) {
        return call(() -> comparison().canvases().get(canvas).viewport());
    }

    @Test
    void twoVersionsStandSideBySideAndEachDifferenceIsListed() throws IOException {
        compareWith("older.graph.json", CHANGED);
        assertEquals(2, canvases().size());
        assertEquals(
                List.of(
                        "− Component log",
                        "→ Component read",
                        "+ Component words",
                        "~ count: inboxes/inbox/capacity",
                        "− Link",
                        "+ Link",
                        "+ Link"),
                listed().stream()
                        .sorted(Comparator.comparing(ComparingTest::order))
                        .toList());
        assertTrue(
                call(() -> editor.node("#compare-count", Label.class).getText()).endsWith(" of 7"));
    }

    private static int order(String line) {
        return List.of(
                        "− Component log",
                        "→ Component read",
                        "+ Component words",
                        "~ count: inboxes/inbox/capacity",
                        "− Link",
                        "+ Link")
                .indexOf(line);
    }

    @Test
    void bothAsOnePictureIsOneCanvasWithWhatIsOnlyInEither() throws IOException {
        compareWith("older.graph.json", CHANGED);
        editor.click("#compare-over");
        assertEquals(1, canvases().size());
        GraphCanvas both = call(() -> comparison().canvases().getFirst());
        for (String id : List.of("read", "words", "log", "count", "print")) {
            assertTrue(call(() -> both.placeOf(id).isPresent()), id);
        }
        editor.click("#compare-beside");
        assertEquals(2, canvases().size());
    }

    @Test
    void oneViewFollowsTheOtherThoughTheGraphWasMovedAsAWhole() throws IOException {
        compareWith("older.graph.json", CHANGED);
        Viewport before = shown(0);
        Node right = canvases().getLast();
        Bounds place = call(() -> right.localToScene(right.getLayoutBounds()));
        run(() -> right.requestFocus());
        editor.action("view.zoom-in");
        await("the other zooms too", () -> shown(0).zoom() != before.zoom());
        assertEquals(shown(1).zoom(), shown(0).zoom());
        // "count" is in the same place of both pictures.
        assertTrue(place.getWidth() > 100);
        assertEquals(at(0, "count"), at(1, "count"), 1.5);
    }

    private double at(int canvas, String id) {
        return call(() -> {
            GraphCanvas one = comparison().canvases().get(canvas);
            var middle = one.viewport().toScreen(one.placeOf(id).orElseThrow().centre());
            return middle.x() - one.viewport().width() / 2;
        });
    }

    @Test
    void nothingCanBeEditedInAComparison() throws IOException {
        compareWith("older.graph.json", CHANGED);
        Graph mine = call(() -> comparison().document().graph());
        Node right = canvases().getLast();
        editor.click(right);
        var middle = editor.middle(right);
        editor.drag(middle.getX() - 40, middle.getY(), middle.getX() + 60, middle.getY() + 40);
        editor.action("view.fit");
        editor.doubleClick(right);
        editor.keys(KeyCode.CONTROL, KeyCode.A);
        editor.keys(KeyCode.DELETE);
        editor.keys(KeyCode.RIGHT);
        GraphCanvas canvas = call(() -> comparison().canvases().getLast());
        var count = call(() ->
                canvas.viewport().toScreen(canvas.placeOf("count").orElseThrow().centre()));
        Bounds place = call(() -> right.localToScene(right.getLayoutBounds()));
        double x = place.getMinX() + count.x();
        double y = place.getMinY() + count.y();
        editor.drag(x, y, x + 50, y + 50);
        assertEquals(mine, call(() -> comparison().document().graph()));
        assertEquals(
                count,
                call(() -> canvas.viewport()
                        .toScreen(canvas.placeOf("count").orElseThrow().centre())));
        assertFalse(call(() -> editor.isShown("#quick-add")));
    }

    @Test
    void nextAndPreviousGoRoundTheDifferencesAndShowTheirPlace() throws IOException {
        compareWith("older.graph.json", CHANGED);
        int first = call(() -> list().getSelectionModel().getSelectedIndex());
        editor.keys(KeyCode.ALT, KeyCode.PAGE_DOWN);
        assertEquals(first + 1, call(() -> list().getSelectionModel().getSelectedIndex()));
        editor.keys(KeyCode.ALT, KeyCode.PAGE_UP);
        editor.keys(KeyCode.ALT, KeyCode.PAGE_UP);
        assertEquals(
                call(() -> list().getItems().size()) - 1,
                call(() -> list().getSelectionModel().getSelectedIndex()));
        select("~ count: inboxes/inbox/capacity");
        for (int canvas : List.of(0, 1)) {
            assertEquals(0, at(canvas, "count"), 1.5, "count is in the middle of picture " + canvas);
        }
    }

    private void select(String text) {
        run(() -> list().getSelectionModel()
                .clearAndSelect(comparison().differenceTexts().indexOf(text)));
        editor.settle();
    }

    @Test
    void oneDifferenceIsTakenAndTakenBack() throws IOException {
        compareWith("older.graph.json", CHANGED);
        Graph mine = call(() -> comparison().document().graph());
        select("→ Component read");
        editor.click("#compare-take");
        await(
                "the component has its other name",
                () -> comparison().document().graph().components().containsKey("lines"));
        await(
                "the difference is listed no more",
                () -> !comparison().differenceTexts().contains("→ Component read"));
        run(() -> comparison().document().undo());
        assertEquals(mine, call(() -> comparison().document().graph()));
        await(
                "the difference is listed again",
                () -> comparison().differenceTexts().contains("→ Component read"));
    }

    @Test
    void allDifferencesAreTakenAsOneStep() throws IOException {
        compareWith("older.graph.json", CHANGED);
        Graph mine = call(() -> comparison().document().graph());
        editor.click("#compare-take-all");
        await(
                "nothing is other",
                () -> list().getItems().isEmpty()
                        && comparison().document().graph().components().containsKey("log"));
        assertTrue(call(() -> editor.node("#compare-take-all", Button.class).isDisabled()));
        run(() -> comparison().document().undo());
        assertEquals(mine, call(() -> comparison().document().graph()));
    }

    @Test
    void aDocumentIsComparedWithItsOwnFile() {
        run(() -> editor.document()
                .perform(
                        "Take away",
                        new GraphEdit.RemoveLink(
                                new BoxReference("count", "outbox"), new BoxReference("print", "inbox"))));
        editor.action("file.compare-saved");
        awaitComparison();
        assertEquals(List.of("− Link"), listed());
        editor.click("#compare-take");
        await(
                "the link is there again",
                () -> comparison().document().graph().links().size() == 3);
    }

    @Test
    void theBarOfAFileThatAnotherProgramChangedCompares() throws IOException {
        Files.writeString(file, GraphTexts.WORDS.replace("256", "1024"));
        await("the bar is shown", () -> editor.isShown("#file-bar"));
        run(() -> editor.node("#file-bar").lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> button.getText().equals("Compare"))
                .findFirst()
                .orElseThrow()
                .fire());
        awaitComparison();
        assertEquals(List.of("~ count: inboxes/inbox/capacity"), listed());
    }

    private static final String INNER = """
            { "format": "myelin-graph/1",
              "components": { "part": { "type": "graph:inner" } }, "links": [],
              "graphs": { "inner": {
                "components": { "split": { "type": "text.split", "settings": { "pattern": "a" } } }, "links": [],
                "layout": { "components": { "split": { "x": 40, "y": 40 } } } } },
              "layout": { "components": { "part": { "x": 0, "y": 0 } } } }
            """;

    @Test
    void whatIsOtherInAnInnerGraphIsShownThereAndTakenThere() throws IOException {
        editor.openText("inner.graph.json", INNER);
        compareWith("older.graph.json", INNER.replace("\"a\"", "\"b\""));
        assertEquals(List.of("~ split: pattern"), listed());
        assertTrue(call(() -> comparison().canvases().stream()
                .allMatch(canvas -> canvas.placeOf("split").isPresent())));
        editor.click(canvases().getLast());
        editor.keys(KeyCode.ESCAPE);
        editor.keys(KeyCode.ESCAPE);
        assertTrue(call(() -> comparison().canvases().stream()
                .allMatch(canvas -> canvas.placeOf("part").isPresent())));
        // "part" is in the middle of its picture, which shows all of the graph.
        editor.doubleClick(canvases().getLast());
        assertTrue(call(() -> comparison().canvases().stream()
                .allMatch(canvas -> canvas.placeOf("split").isPresent())));
        editor.click("#compare-take");
        await("nothing is other", () -> list().getItems().isEmpty());
        assertEquals(
                "b",
                call(() -> editor.window().documents().all().getLast().root().graph())
                        .graphs()
                        .get("inner")
                        .components()
                        .get("split")
                        .settings()
                        .get("pattern"));
    }

    @Test
    void aFileThatHoldsNoGraphIsSaid() throws IOException {
        Path other = editor.folder().resolve("broken.json");
        Files.writeString(other, "{ nothing");
        editor.dialogs().open(other);
        editor.action("file.compare");
        await("it is said", () -> editor.dialogs().errors().size() == 1);
        assertTrue(editor.dialogs().errors().getFirst().contains("broken.json"));
        assertTrue(call(() -> editor.window().documents().comparison().isEmpty()));
    }

    @Test
    void aComparisonIsClosedByItsTabAndWithItsDocument() throws IOException {
        compareWith("older.graph.json", CHANGED);
        editor.action("file.close");
        assertTrue(call(() -> editor.window().documents().comparison().isEmpty()));
        assertEquals(1, call(() -> editor.window().documents().all().size()));
        editor.dialogs().open(editor.folder().resolve("older.graph.json"));
        editor.action("file.compare");
        awaitComparison();
        run(() -> editor.window()
                .documents()
                .remove(editor.window().documents().all().getFirst()));
        assertTrue(call(() -> editor.window().documents().comparison().isEmpty()));
    }

    @Test
    void comparisonsLookRightInBothThemes() throws IOException {
        compareWith("older.graph.json", CHANGED);
        select("→ Component read");
        editor.picture("compare-narrow");
        editor.action("view.palette");
        editor.action("view.inspector");
        editor.picture("compare-beside");
        editor.picture("compare-beside-2x", 2);
        editor.click("#compare-over");
        editor.action("view.fit");
        editor.picture("compare-over");
        run(() -> editor.window().theme().choose(ThemeChoice.DARK));
        editor.picture("compare-over-dark");
        editor.click("#compare-beside");
        editor.picture("compare-beside-dark");
        assertTrue(Files.exists(Path.of("target", "pictures", "compare-beside-dark.png")));
    }
}
