package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.action.Action;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What can be done stands in the menus, with its key. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class EditorMenusTest {
    @RegisterExtension
    private final EditorFixture editor = new EditorFixture();

    @Test
    void helpOpensTheSamplesThatComeWithTheProgram() {
        Menu samples = EditorFixture.call(() -> editor.node("#menu-bar", MenuBar.class).getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> "menu-samples".equals(item.getId()))
                .map(Menu.class::cast)
                .findFirst()
                .orElseThrow());
        EditorFixture.run(() -> samples.getParentMenu().show());
        EditorFixture.await("they are listed", () -> samples.getItems().size() > 1);
        EditorFixture.run(() -> samples.getItems().stream()
                .filter(item -> item.getText().equals("Word count"))
                .findFirst()
                .orElseThrow()
                .fire());
        EditorFixture.await(
                "it is open",
                () -> editor.window()
                        .documents()
                        .current()
                        .filter(open -> open.root().name().equals("word-count"))
                        .isPresent());
    }

    @Test
    void everyActionWithAPlaceHasAnItemThatShowsItsKey() {
        List<MenuItem> items = EditorFixture.call(this::items);
        List<Action> actions =
                EditorFixture.call(() -> List.copyOf(editor.window().actions().all()));
        for (Action action : actions) {
            if (action.menu().isPresent()) {
                MenuItem item = items.stream()
                        .filter(one -> action.id().equals(one.getId()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(action + " is in no menu"));
                if (action.keyTitle().length() > 1) {
                    assertThat(item.getAccelerator().getDisplayText()).isEqualTo(action.keyTitle());
                }
            }
        }
    }

    @Test
    void whatCannotBeDoneIsDimAndUndoSaysWhatItTakesBack() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        ContextMenu empty = open("#menu-edit");
        editor.picture("menu-edit", empty);
        assertThat(item(empty, "edit.undo").isDisable()).isTrue();
        assertThat(item(empty, "edit.delete").isDisable()).isTrue();
        editor.keys(KeyCode.ESCAPE);

        EditorFixture.run(() -> editor.document().selection().select("print"));
        editor.action("edit.delete");
        ContextMenu menu = open("#menu-edit");
        assertThat(item(menu, "edit.undo").isDisable()).isFalse();
        assertThat(item(menu, "edit.undo").getText()).startsWith("Undo Delete");
        EditorFixture.run(() -> item(menu, "edit.undo").fire());
        assertThat(editor.graph().components()).containsKey("print");
    }

    @Test
    void aFileUsedBeforeIsOpenedFromTheMenu() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        editor.action("file.close");
        ContextMenu menu = open("#menu-file");
        Menu recent = (Menu) item(menu, "menu-recent");
        EditorFixture.await(
                "the file is offered",
                () -> recent.getItems().getFirst().getText().startsWith("words.graph.json"));
        EditorFixture.run(() -> recent.getItems().getFirst().fire());
        editor.settle();
        assertThat(editor.document().name()).isEqualTo("words");
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        editor.node("#menu-bar", MenuBar.class).getMenus().forEach(menu -> items.addAll(menu.getItems()));
        return items;
    }

    private ContextMenu open(String selector) {
        editor.click(selector);
        EditorFixture.await("the menu is open", () -> showing().isPresent());
        return EditorFixture.call(() -> showing().orElseThrow());
    }

    private static Optional<ContextMenu> showing() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst();
    }

    private static MenuItem item(ContextMenu menu, String id) {
        return menu.getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }
}
