package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.action.Action;
import io.myelin.app.editor.theme.ThemeChoice;
import io.myelin.engine.graph.Position;
import java.io.IOException;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("Changing keys in the window")
@Timeout(90)
class ChangingKeysTest {
    @RegisterExtension
    final EditorFixture editor = new EditorFixture();

    @BeforeEach
    void open() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        EditorFixture.await("the canvas has the focus", this::canvasHasFocus);
    }

    private boolean canvasHasFocus() {
        return editor.window()
                .documents()
                .current()
                .filter(open -> open.canvas().node().isFocused())
                .isPresent();
    }

    /** Opens the sheet with the action {@code id} selected. */
    private void choose(String id) {
        editor.keys(KeyCode.CONTROL, KeyCode.ALT, KeyCode.K);
        select(id);
    }

    private void select(String id) {
        EditorFixture.run(() -> {
            Action action = editor.window().actions().find(id).orElseThrow();
            editor.node("#key-search", TextField.class).setText(action.title());
            list().getSelectionModel().select(action);
        });
    }

    @SuppressWarnings("unchecked")
    private ListView<Action> list() {
        return (ListView<Action>) editor.scene().lookup("#key-list");
    }

    private String message() {
        return EditorFixture.call(editor.node("#key-message", Label.class)::getText);
    }

    private void close() {
        editor.keys(KeyCode.ESCAPE);
        EditorFixture.await(
                "the sheet is put away", () -> !editor.window().overlay().isShowing());
    }

    private String shown(String id) {
        return EditorFixture.call(() -> editor.node("#menu-bar", MenuBar.class).getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .map(MenuItem::getAccelerator)
                .map(keys -> keys == null ? "" : keys.getDisplayText())
                .collect(Collectors.joining()));
    }

    private boolean isSelected(String id) {
        return EditorFixture.call(() -> editor.document().selection().contains(id));
    }

    @Test
    void aNewKeyDoesTheActionAndIsShownInTheMenuAndAfterTheNextStart() throws Exception {
        choose("edit.select-all");
        editor.click("#key-change");
        assertThat(message()).startsWith("Press the new key for “Select All”");
        editor.picture("keys-press");
        editor.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.J);
        assertThat(shown("edit.select-all")).isEqualTo("Ctrl+Shift+J");
        close();
        editor.keys(KeyCode.CONTROL, KeyCode.A);
        assertThat(isSelected("print")).isFalse();
        editor.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.J);
        assertThat(isSelected("print")).isTrue();
        EditorFixture.run(() -> {
            editor.window().documents().all().forEach(editor.window().documents()::remove);
            editor.window().close();
        });
        editor.start(editor.folder().resolve("words.graph.json"));
        assertThat(shown("edit.select-all")).isEqualTo("Ctrl+Shift+J");
    }

    @Test
    void theListOfKeysShowsThoseThatWereChosen() throws Exception {
        choose("edit.select-all");
        editor.click("#key-change");
        editor.keys(KeyCode.F12);
        close();
        editor.action("help.keys");
        assertThat(EditorFixture.call(() -> editor.scene().getRoot().lookupAll("#shortcut-sheet .key").stream()
                        .map(node -> ((Label) node).getText())
                        .toList()))
                .contains("F12")
                .doesNotContain("Ctrl+A");
        editor.picture("keys-all");
        EditorFixture.run(() -> editor.window().theme().choose(ThemeChoice.DARK));
        editor.picture("keys-all-dark");
    }

    @Test
    void aKeyThatAnotherActionHasIsTakenOnlyWhenAsked() throws Exception {
        choose("edit.select-all");
        editor.click("#key-change");
        editor.keys(KeyCode.CONTROL, KeyCode.D);
        assertThat(message()).isEqualTo("Ctrl+D does “Duplicate” already.");
        assertThat(shown("edit.duplicate")).isEqualTo("Ctrl+D");
        editor.picture("keys-conflict");
        EditorFixture.run(() -> editor.window().theme().choose(ThemeChoice.DARK));
        editor.picture("keys-conflict-dark");
        editor.click("#key-take");
        assertThat(shown("edit.select-all")).isEqualTo("Ctrl+D");
        assertThat(shown("edit.duplicate")).isEmpty();
        select("edit.duplicate");
        editor.click("#key-reset");
        assertThat(message()).isEqualTo("Ctrl+D does “Select All”.");
        editor.click("#key-reset-all");
        assertThat(shown("edit.select-all")).isEqualTo("Ctrl+A");
        assertThat(shown("edit.duplicate")).isEqualTo("Ctrl+D");
    }

    @Test
    void escapeLeavesTheKeyAsItIsAndASecondOnePutsTheSheetAway() throws Exception {
        choose("edit.select-all");
        editor.click("#key-change");
        editor.keys(KeyCode.ESCAPE);
        assertThat(editor.isShown("#key-sheet")).isTrue();
        assertThat(shown("edit.select-all")).isEqualTo("Ctrl+A");
        close();
    }

    @Test
    void anActionIsFoundByItsKeyAndChangedByTheKeyboardAlone() {
        editor.keys(KeyCode.CONTROL, KeyCode.ALT, KeyCode.K);
        editor.type("ctrl+a");
        editor.keys(KeyCode.ENTER);
        EditorFixture.await(
                "it is found",
                () -> list().getItems().stream().anyMatch(action -> action.id().equals("edit.select-all")));
        EditorFixture.run(() -> list().getSelectionModel()
                .select(editor.window().actions().find("edit.select-all").orElseThrow()));
        editor.keys(KeyCode.ENTER);
        editor.keys(KeyCode.F12);
        assertThat(shown("edit.select-all")).isEqualTo("F12");
    }

    @Test
    void keysOfTheCanvasAreChangedToo() throws Exception {
        choose("canvas.move-right");
        editor.click("#key-change");
        editor.keys(KeyCode.H);
        close();
        EditorFixture.run(() -> editor.document().selection().select("print"));
        Position before = editor.graph().layout().components().get("print");
        editor.keys(KeyCode.RIGHT);
        assertThat(editor.graph().layout().components().get("print")).isEqualTo(before);
        editor.keys(KeyCode.H);
        assertThat(editor.graph().layout().components().get("print").x()).isEqualTo(before.x() + 8);
    }

    @Test
    void keysOfTheCanvasDoNothingElsewhere() {
        EditorFixture.run(() -> editor.document().selection().select("print"));
        Position before = editor.graph().layout().components().get("print");
        editor.keys(KeyCode.RIGHT);
        assertThat(editor.graph().layout().components().get("print").x()).isEqualTo(before.x() + 8);
        EditorFixture.run(() -> editor.scene().lookup("#palette-search").requestFocus());
        editor.keys(KeyCode.RIGHT);
        editor.keys(KeyCode.TAB);
        assertThat(editor.graph().layout().components().get("print").x()).isEqualTo(before.x() + 8);
        assertThat(editor.isShown("#quick-add")).isFalse();
    }
}
