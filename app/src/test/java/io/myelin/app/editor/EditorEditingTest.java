package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.graph.ComponentState;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A graph is built and changed by mouse and keys. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class EditorEditingTest {
    @RegisterExtension
    private final EditorFixture editor = new EditorFixture();

    @Test
    void aComponentIsDraggedFromThePaletteOntoTheCanvas() {
        Point2D from = editor.middle(editor.node("#palette-source-timer"));
        Point2D to = canvasMiddle();
        editor.press(from.getX(), from.getY());
        editor.move(from.getX() + 20, from.getY() + 20);
        editor.move(to.getX(), to.getY());
        assertThat(editor.isShown("#palette-ghost")).isTrue();
        editor.release();

        assertThat(editor.isShown("#palette-ghost")).isFalse();
        assertThat(editor.graph().components()).containsOnlyKeys("timer");
        assertThat(selected()).containsExactly("timer");
        editor.keys(KeyCode.CONTROL, KeyCode.Z);
        assertThat(editor.graph()).isEqualTo(Graph.EMPTY);
    }

    @Test
    void aDragThatEndsBesideTheCanvasOrIsCalledOffAddsNothing() {
        Point2D from = editor.middle(editor.node("#palette-source-timer"));
        editor.drag(from.getX(), from.getY(), from.getX() + 30, from.getY() + 60);
        assertThat(editor.graph().components()).isEmpty();

        Point2D to = canvasMiddle();
        editor.press(from.getX(), from.getY());
        editor.move(to.getX(), to.getY());
        editor.keys(KeyCode.ESCAPE);
        assertThat(editor.isShown("#palette-ghost")).isFalse();
        editor.release();
        assertThat(editor.graph().components()).isEmpty();
    }

    @Test
    void aDoubleClickInThePalettePlacesAComponentAndTheNextBesideIt() {
        Node timer = editor.node("#palette-source-timer");
        editor.doubleClick(timer);
        editor.doubleClick(editor.node("#palette-source-sequence"));
        Graph graph = editor.graph();
        assertThat(graph.components()).containsOnlyKeys("timer", "sequence");
        assertThat(graph.layout().components().get("sequence").x())
                .isGreaterThan(graph.layout().components().get("timer").x() + 150);
        assertThat(graph.layout().components().get("sequence").y())
                .isEqualTo(graph.layout().components().get("timer").y());
    }

    @Test
    void aComponentIsFoundByWhatItDoesAndPlacedByEnter() {
        editor.action("view.search-palette");
        editor.type("most frequent");
        editor.keys(KeyCode.ENTER);
        assertThat(editor.graph().components().values())
                .singleElement()
                .satisfies(component -> assertThat(component.type()).isEqualTo("data.count"));
    }

    @Test
    void deletingTakesTheLinksAlongAndUndoBringsAllBack() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        Graph before = editor.graph();
        select("words");
        focusCanvas();
        editor.keys(KeyCode.DELETE);
        assertThat(editor.graph().components()).doesNotContainKey("words");
        assertThat(editor.graph().links()).hasSize(1);
        editor.keys(KeyCode.CONTROL, KeyCode.Z);
        assertThat(editor.graph()).isEqualTo(before);
        assertThat(EditorFixture.call(() -> editor.document().selection().onlyComponent()))
                .contains("words");
        editor.keys(KeyCode.CONTROL, KeyCode.Y);
        assertThat(editor.graph().components()).doesNotContainKey("words");
        editor.keys(KeyCode.CONTROL, KeyCode.Z);
        editor.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(editor.graph().components()).doesNotContainKey("words");
    }

    @Test
    void theStatusBarCountsNotesThatAreSelected() throws IOException {
        editor.openText("noted.graph.json", """
                { "format": "myelin-graph/1", "layout": { "notes": { "n": { "text": "N", "x": 1, "y": 2 } } } }
                """);
        EditorFixture.run(() -> editor.document().selection().selectNote("n"));
        assertThat(EditorFixture.call(
                        () -> editor.node("#status-selection", Label.class).getText()))
                .isEqualTo("1 note selected");
    }

    @Test
    void deletingAndJoiningClosesTheGap() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        select("words");
        focusCanvas();
        editor.keys(KeyCode.CONTROL, KeyCode.DELETE);
        assertThat(editor.graph().links()).anyMatch(link -> link.toString().equals("read.outbox -> count.inbox"));
    }

    @Test
    void copyAndPasteGoThroughTextThatAnotherGraphTakes() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        select("read", "words");
        focusCanvas();
        editor.keys(KeyCode.CONTROL, KeyCode.C);
        String text = EditorFixture.call(() -> Clipboard.getSystemClipboard().getString());
        assertThat(GraphFile.parse(text).graph().orElseThrow().components()).containsOnlyKeys("read", "words");

        editor.keys(KeyCode.CONTROL, KeyCode.V);
        assertThat(editor.graph().components()).hasSize(6);
        assertThat(selected()).containsExactly("read2", "words2");

        editor.keys(KeyCode.CONTROL, KeyCode.N);
        focusCanvas();
        editor.keys(KeyCode.CONTROL, KeyCode.V);
        assertThat(editor.graph().components()).containsOnlyKeys("read", "words");
        assertThat(editor.graph().links()).hasSize(1);
    }

    @Test
    void cutTakesAwayWhatPasteBringsBack() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        select("read", "words");
        focusCanvas();
        editor.keys(KeyCode.CONTROL, KeyCode.X);
        assertThat(editor.graph().components()).containsOnlyKeys("count", "print");
        editor.keys(KeyCode.CONTROL, KeyCode.V);
        assertThat(editor.graph().components()).containsOnlyKeys("count", "print", "read", "words");
    }

    @Test
    void pastingRubbishSaysSoAndChangesNothing() {
        EditorFixture.run(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString("no graph at all");
            Clipboard.getSystemClipboard().setContent(content);
        });
        editor.action("edit.paste");
        assertThat(editor.graph()).isEqualTo(Graph.EMPTY);
        assertThat(EditorFixture.call(() -> ((Label) editor.node("#status-hint")).getText()))
                .contains("clipboard");
    }

    @Test
    void duplicatingMakesAnotherOfWhatIsSelected() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        select("words", "count");
        focusCanvas();
        editor.keys(KeyCode.CONTROL, KeyCode.D);
        assertThat(editor.graph().components()).hasSize(6).containsKeys("words2", "count2");
        assertThat(editor.graph().components().get("count2").inboxes())
                .isEqualTo(editor.graph().components().get("count").inboxes());
    }

    @Test
    void everythingIsSelectedMutedAndBypassedByKeys() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        focusCanvas();
        editor.keys(KeyCode.CONTROL, KeyCode.A);
        assertThat(selected()).hasSize(4);
        editor.keys(KeyCode.CONTROL, KeyCode.M);
        assertThat(states()).containsOnly(ComponentState.MUTED);
        editor.keys(KeyCode.CONTROL, KeyCode.M);
        assertThat(states()).containsOnly(ComponentState.ON);
        editor.keys(KeyCode.CONTROL, KeyCode.B);
        assertThat(states()).containsOnly(ComponentState.BYPASSED);
        editor.keys(KeyCode.CONTROL, KeyCode.Z);
        assertThat(states()).containsOnly(ComponentState.ON);
    }

    @Test
    void typingInATextFieldDoesNothingToTheGraph() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        select("print");
        editor.click("#component-title");
        editor.keys(KeyCode.END);
        editor.type("a?.");
        editor.keys(KeyCode.BACK_SPACE);
        editor.keys(KeyCode.HOME);
        editor.keys(KeyCode.DELETE);
        assertThat(editor.graph().components()).hasSize(4);
        assertThat(editor.graph().components().get("print").title()).isEqualTo("esulta?");
        assertThat(editor.isShown("#shortcut-sheet")).isFalse();
        editor.keys(KeyCode.CONTROL, KeyCode.A);
        assertThat(selected()).containsExactly("print");
        assertThat(EditorFixture.call(() -> ((TextInputControl) editor.node("#component-title")).getSelectedText()))
                .isEqualTo("esulta?");
    }

    @Test
    void zoomAndFitHaveTheirKeys() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        focusCanvas();
        editor.keys(KeyCode.CONTROL, KeyCode.DIGIT0);
        assertThat(zoom()).isEqualTo(1.0);
        editor.keys(KeyCode.CONTROL, KeyCode.EQUALS);
        assertThat(zoom()).isEqualTo(1.25);
        editor.keys(KeyCode.CONTROL, KeyCode.MINUS);
        assertThat(zoom()).isEqualTo(1.0);
        editor.keys(KeyCode.HOME);
        assertThat(zoom()).isLessThan(1.0);
        select("read");
        editor.keys(KeyCode.PERIOD);
        assertThat(zoom()).isEqualTo(1.0);
    }

    @Test
    void ctrlAndDeleteJoinWhatWasBetweenAndBackspaceDeletesToo() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        select("words");
        focusCanvas();
        editor.keys(KeyCode.CONTROL, KeyCode.DELETE);
        assertThat(editor.graph().components()).containsOnlyKeys("read", "count", "print");
        assertThat(editor.graph().links()).extracting(Object::toString).contains("read.outbox -> count.inbox");
        select("count");
        editor.keys(KeyCode.BACK_SPACE);
        assertThat(editor.graph().components()).containsOnlyKeys("read", "print");
    }

    @Test
    void theGraphIsSearchedAndTheNextFoundByItsKeys() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        editor.keys(KeyCode.CONTROL, KeyCode.F);
        editor.type("resul");
        assertThat(selected()).containsExactly("print");
        editor.keys(KeyCode.CONTROL, KeyCode.A);
        editor.type("te");
        assertThat(selected()).containsExactly("words");
        editor.keys(KeyCode.ESCAPE);
        assertThat(editor.isShown("#find-bar")).isFalse();
        editor.keys(KeyCode.F3);
        assertThat(editor.isShown("#find-bar")).isTrue();
    }

    @Test
    void aComponentIsRenamedWhereItStands() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        select("words");
        focusCanvas();
        editor.keys(KeyCode.F2);
        assertThat(editor.isShown("#title-editor")).isTrue();
        editor.type("Into words");
        editor.keys(KeyCode.ENTER);
        assertThat(editor.graph().components().get("words").title()).isEqualTo("Into words");
        assertThat(editor.document().undoName()).isEqualTo("Rename words");
    }

    @Test
    void theSelectionGrowsAlongTheLinksByKeys() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        select("words");
        focusCanvas();
        editor.keys(KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(selected()).containsExactly("words", "count");
        editor.keys(KeyCode.SHIFT, KeyCode.LEFT);
        assertThat(selected()).containsExactly("words", "count", "read");
        select("print");
        editor.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.LEFT);
        assertThat(selected()).containsExactlyInAnyOrder("read", "words", "count", "print");
    }

    @Test
    void theMinimapIsShownByItsKeyInEveryGraphAndTheNextTimeToo() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        focusCanvas();
        editor.keys(KeyCode.ALT, KeyCode.M);
        assertThat(editor.isShown("#minimap")).isTrue();
        editor.action("file.new");
        assertThat(editor.isShown("#minimap")).isTrue();
        assertThat(editor.window().settings().settings().canvas().showsMinimap())
                .isTrue();
        editor.action("view.minimap");
        assertThat(editor.isShown("#minimap")).isFalse();
    }

    @Test
    void aComponentDraggedFromThePaletteOntoALinkIsPutBetween() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        Point2D from = editor.middle(editor.node("#palette-text-case"));
        Node words = editor.node("#component-words");
        Point2D left = words.localToScene(0, 24);
        Point2D link = left.add(-40, 0);
        editor.press(from.getX(), from.getY());
        editor.move(from.getX() + 20, from.getY() + 20);
        editor.move(link.getX(), link.getY());
        editor.settle();
        editor.picture("palette-over-link");
        editor.release();
        assertThat(editor.graph().links())
                .extracting(Object::toString)
                .contains("read.outbox -> case.inbox", "case.outbox -> words.inbox")
                .hasSize(4);
    }

    @Test
    void controlAndSignalBoxesAreShownWhenAskedFor() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        double before = height("#component-words");
        editor.action("view.control-boxes");
        editor.settle();
        assertThat(height("#component-words")).isGreaterThan(before);
        editor.action("view.control-boxes");
        editor.settle();
        assertThat(height("#component-words")).isEqualTo(before);
    }

    @Test
    void compactCardsAreALineHighAndStaySoTheNextTime() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        double before = height("#component-words");
        editor.keys(KeyCode.SHIFT, KeyCode.ALT, KeyCode.C);
        editor.settle();
        assertThat(height("#component-words")).isLessThan(before / 2);
        editor.picture("compact-window");
        EditorFixture.run(() -> editor.window().close());
        editor.start();
        editor.openText("words.graph.json", GraphTexts.WORDS);
        assertThat(height("#component-words")).isLessThan(before / 2);
        editor.action("view.compact-cards");
        editor.settle();
        assertThat(height("#component-words")).isEqualTo(before);
    }

    @Test
    void whatWasAddedLastIsOfferedFirst() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        focusCanvas();
        editor.keys(KeyCode.INSERT);
        editor.type("gate");
        editor.keys(KeyCode.ENTER);
        assertThat(editor.graph().components()).containsKey("gate");
        editor.keys(KeyCode.INSERT);
        editor.keys(KeyCode.ENTER);
        assertThat(editor.graph().components()).containsKey("gate2");
    }

    @Test
    void everyActionIsFoundInTheCommandPaletteAndDone() {
        editor.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        editor.type("dark the");
        editor.keys(KeyCode.ENTER);
        assertThat(EditorFixture.call(() -> editor.window().theme().isDark())).isTrue();
        editor.keys(KeyCode.CONTROL, KeyCode.K);
        assertThat(editor.isShown("#pick-search")).isTrue();
        editor.keys(KeyCode.ESCAPE);
        assertThat(editor.isShown("#pick-search")).isFalse();
    }

    @Test
    void aQuestionMarkShowsTheKeys() {
        focusCanvas();
        editor.type("?");
        assertThat(editor.isShown("#shortcut-sheet")).isTrue();
    }

    @Test
    void preferencesChooseTheLookAndTheWheel() {
        editor.keys(KeyCode.CONTROL, KeyCode.COMMA);
        editor.click("#preference-theme-dark");
        editor.click("#preference-wheel");
        assertThat(EditorFixture.call(() -> editor.window().theme().isDark())).isTrue();
        assertThat(EditorFixture.call(
                        () -> editor.window().settings().settings().canvas().wheelZooms()))
                .isTrue();
    }

    @Test
    void thePanelsCanBePutAway() {
        assertThat(editor.isShown("#palette-panel")).isTrue();
        editor.action("view.palette");
        assertThat(editor.isShown("#palette-panel")).isFalse();
        editor.action("view.palette");
        assertThat(editor.isShown("#palette-panel")).isTrue();
        editor.action("view.bottom");
        assertThat(editor.isShown("#bottom-panel")).isTrue();
    }

    private Point2D canvasMiddle() {
        return editor.middle(canvas());
    }

    private Node canvas() {
        return EditorFixture.call(() -> editor.open().canvas().node());
    }

    private void focusCanvas() {
        EditorFixture.run(() -> canvas().requestFocus());
    }

    private double height(String selector) {
        Node node = editor.node(selector);
        return EditorFixture.call(() -> node.getLayoutBounds().getHeight());
    }

    private double zoom() {
        return EditorFixture.call(() -> editor.open().canvas().zoomProperty().get());
    }

    private void select(String... ids) {
        EditorFixture.run(() -> editor.document().selection().select(List.of(ids), List.of()));
        editor.settle();
    }

    private List<String> selected() {
        return EditorFixture.call(
                () -> List.copyOf(editor.document().selection().components()));
    }

    private List<ComponentState> states() {
        return editor.graph().components().values().stream()
                .map(component -> component.state())
                .toList();
    }
}
