package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.action.Action;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.graph.GraphEdit;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What can't be done with what is selected says why, in the line at the bottom. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class RefusedActionsTest {
    /** These need nothing but a graph in front, of which all speak alike. */
    private static final List<String> NEED_ONLY_A_GRAPH = List.of(
            "canvas.choose-down",
            "canvas.choose-left",
            "canvas.choose-right",
            "canvas.choose-up",
            "canvas.hidden-wires",
            "canvas.link",
            "canvas.move-down",
            "canvas.move-far-down",
            "canvas.move-far-left",
            "canvas.move-far-right",
            "canvas.move-far-up",
            "canvas.move-left",
            "canvas.move-right",
            "canvas.move-up",
            "canvas.next-wire",
            "canvas.open",
            "canvas.previous-wire",
            "edit.add-here",
            "edit.add-note",
            "edit.find",
            "edit.find-next",
            "edit.find-previous",
            "edit.paste",
            "edit.paste-linked",
            "file.compare",
            "file.export-picture",
            "file.save",
            "file.save-as",
            "structure.add-file",
            "view.actual-size",
            "view.fit",
            "view.fit-selection",
            "view.zoom-in",
            "view.zoom-out");

    @RegisterExtension
    private final EditorFixture editor = new EditorFixture();

    @BeforeEach
    void open() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
    }

    @Test
    void hidingWiresWithAComponentSelectedSaysThatWiresAreToBeSelected() throws IOException {
        Point2D count = editor.middle(editor.node("#component-count"));
        editor.click(count.getX(), count.getY());
        editor.keys(KeyCode.CONTROL, KeyCode.H);
        assertThat(hint()).isEqualTo("Hide or Show Links: select wires first, by a click on one or with W.");
        editor.picture("refused-action");
    }

    @Test
    void aligningOneComponentSaysHowManyItTakes() {
        Point2D count = editor.middle(editor.node("#component-count"));
        editor.click(count.getX(), count.getY());
        editor.keys(KeyCode.ALT, KeyCode.A);
        assertThat(hint()).endsWith(": select at least two components first.");
    }

    @Test
    void goingAlongWiresThatEndSaysSo() {
        EditorFixture.run(() -> editor.document().selection().select("read"));
        editor.action("edit.select-sources");
        assertThat(hint()).isEqualTo("No other component sends to what is selected.");
        editor.action("edit.select-upstream");
        assertThat(hint()).isEqualTo("No other component sends to what is selected.");
    }

    @Test
    void namingSeveralThingsSaysThatOnlyOneCanBe() {
        EditorFixture.run(
                () -> editor.document().selection().select(List.of("read", "count"), List.<LinkReference>of()));
        editor.action("edit.rename");
        assertThat(hint()).startsWith("Several things are selected");
    }

    @Test
    void withoutAGraphEveryActionOnOneSaysThatOneIsToBeOpened() {
        editor.action("file.close");
        editor.action("edit.hide-links");
        assertThat(hint()).isEqualTo("Hide or Show Links: open a graph first, or go to its tab.");
    }

    @Test
    void escapeWithNothingOpenSaysNothing() {
        EditorFixture.run(() -> editor.window().statusBar().say(""));
        editor.action("view.leave");
        assertThat(hint()).isEmpty();
    }

    @Test
    void everyActionThatMayBeImpossibleHasItsReason() {
        List<String> without = EditorFixture.call(() -> editor.window().actions().all().stream()
                .filter(Action::isConditional)
                .filter(action -> !ActionRefusals.isSilent(action))
                .map(Action::id)
                .filter(id -> ActionRefusals.reason(id).isEmpty())
                .toList());
        assertThat(without).containsExactlyInAnyOrderElementsOf(NEED_ONLY_A_GRAPH);
        assertThat(EditorFixture.call(() -> editor.window().actions().all().stream()
                        .filter(action -> NEED_ONLY_A_GRAPH.contains(action.id()))
                        .filter(action -> !action.isEnabled())
                        .map(Action::id)
                        .toList()))
                .as("with a graph in front and nothing selected they can be done")
                .isEmpty();
    }

    @Test
    void undoAndRedoSayThatNothingIsLeftOnceAllIsUndoneOrDoneAgain() {
        EditorFixture.run(() -> editor.document().perform("Delete", new GraphEdit.RemoveComponent("print")));
        editor.action("edit.undo");
        editor.action("edit.undo");
        assertThat(hint()).isEqualTo("Undo: there is nothing left to undo.");
        editor.action("edit.redo");
        editor.action("edit.redo");
        assertThat(hint()).isEqualTo("Redo: there is nothing left to redo.");
    }

    private String hint() {
        return EditorFixture.call(() -> editor.node("#status-hint", Label.class).getText());
    }
}
