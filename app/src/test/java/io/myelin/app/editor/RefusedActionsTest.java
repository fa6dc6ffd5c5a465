package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.action.Action;
import io.myelin.app.editor.document.LinkReference;
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
        // These need nothing but a graph in front, of which all speak alike.
        assertThat(without)
                .allMatch(id -> id.startsWith("view.")
                        || id.startsWith("canvas.")
                        || id.startsWith("edit.find")
                        || List.of(
                                        "file.save",
                                        "file.save-as",
                                        "file.export-picture",
                                        "file.compare",
                                        "edit.add-here",
                                        "edit.add-note",
                                        "edit.paste",
                                        "edit.paste-linked",
                                        "structure.add-file")
                                .contains(id));
    }

    private String hint() {
        return EditorFixture.call(() -> editor.node("#status-hint", Label.class).getText());
    }
}
