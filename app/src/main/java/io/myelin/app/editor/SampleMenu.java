package io.myelin.app.editor;

import io.myelin.app.editor.action.MenuPlace;
import io.myelin.app.editor.file.Samples;
import io.myelin.app.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

/** The graphs that come with the program, as a menu that opens them. */
final class SampleMenu {
    private static final Texts TEXTS = Texts.of(SampleMenu.class);

    /** Where it stands: behind the first help. */
    static final MenuPlace PLACE = new MenuPlace(MenuPlace.Menu.HELP, 1);

    private final Menu menu = new Menu(TEXTS.get("menu.samples"));
    private final Executor background;
    private final Consumer<Path> open;
    private boolean looked;

    /** Looks for them on {@code background}, when somebody is about to see the menu that it stands in. */
    SampleMenu(Executor background, Consumer<Path> open) {
        this.background = background;
        this.open = open;
        menu.setId("menu-samples");
        MenuItem none = new MenuItem(TEXTS.get("samples.none"));
        none.setDisable(true);
        menu.getItems().add(none);
        menu.parentMenuProperty().subscribe(parent -> {
            if (parent != null) {
                parent.addEventHandler(Menu.ON_SHOWING, _ -> look());
            }
        });
    }

    /** Once: a start has better things to do than to read graphs that few ask for. */
    private void look() {
        if (!looked) {
            looked = true;
            background.execute(() -> {
                List<Samples.Sample> found = Samples.besideTheProgram();
                Platform.runLater(() -> show(found));
            });
        }
    }

    Menu menu() {
        return menu;
    }

    private void show(List<Samples.Sample> samples) {
        if (!samples.isEmpty()) {
            menu.getItems().setAll(samples.stream().map(this::item).toList());
        }
    }

    private MenuItem item(Samples.Sample sample) {
        MenuItem item = new MenuItem(sample.title());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> open.accept(sample.file()));
        return item;
    }
}
