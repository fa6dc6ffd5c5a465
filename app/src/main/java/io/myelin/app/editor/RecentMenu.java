package io.myelin.app.editor;

import io.myelin.app.editor.action.MenuPlace;
import io.myelin.app.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

/** The menu of the files used last. */
final class RecentMenu {
    private static final Texts TEXTS = Texts.of(RecentMenu.class);

    /** Where it stands: among the ways to open. */
    static final MenuPlace PLACE = new MenuPlace(MenuPlace.Menu.FILE, 1);

    private final Menu menu = new Menu(TEXTS.get("menu.recent"));
    private final Supplier<CompletableFuture<List<Path>>> files;
    private final Consumer<Path> open;

    /** {@code files} looks which there are, and tells on the window's thread; until then those seen last are shown. */
    RecentMenu(Supplier<CompletableFuture<List<Path>>> files, Consumer<Path> open) {
        this.files = files;
        this.open = open;
        menu.setId("menu-recent");
        // A menu without items would not open, and so never ask for them.
        menu.getItems().add(new MenuItem(TEXTS.get("recent.none")));
        menu.setOnShowing(_ -> fill());
        menu.parentMenuProperty().subscribe(parent -> {
            if (parent != null) {
                parent.addEventHandler(Menu.ON_SHOWING, _ -> fill());
            }
        });
    }

    Menu menu() {
        return menu;
    }

    private void fill() {
        var _ = FileThreads.watched(files.get().thenAccept(this::show));
    }

    private void show(List<Path> recent) {
        if (recent.isEmpty()) {
            MenuItem none = new MenuItem(TEXTS.get("recent.none"));
            none.setDisable(true);
            menu.getItems().setAll(none);
            return;
        }
        menu.getItems().setAll(recent.stream().map(this::item).toList());
    }

    private MenuItem item(Path file) {
        Path folder = file.getParent();
        MenuItem item = new MenuItem(file.getFileName() + (folder == null ? "" : "    " + folder));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> open.accept(file));
        return item;
    }
}
