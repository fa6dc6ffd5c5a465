package io.myelin.app.editor.action;

import io.myelin.app.editor.access.AccessibleName;
import io.myelin.app.editor.access.TextSize;
import io.myelin.app.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A search field over a list, laid above the window: type, choose with the arrows or the mouse, Enter.
 *
 * @param <T> what is found
 */
public final class PickList<T> {
    private static final Texts TEXTS = Texts.of(PickList.class);
    private static final double ROW = 30;
    private static final int ROWS = 12;

    private final Overlay overlay;
    private final Function<T, Node> look;
    private final Consumer<T> choose;
    private final TextField search = new TextField();
    private final ListView<T> list = new ListView<>();

    /** Shows each thing found by {@code look} and hands the one chosen to {@code choose}. */
    public PickList(Overlay overlay, Function<T, Node> look, Consumer<T> choose) {
        this.overlay = overlay;
        this.look = look;
        this.choose = choose;
        search.setId("pick-search");
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setId("pick-list");
        AccessibleName.give(list, TEXTS.get("found"));
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROW * ROWS + 2);
        list.setCellFactory(_ -> new Cell());
        list.setOnMouseClicked(_ -> chooseSelected());
    }

    /** Opens it; {@code find} gives what a search finds, best first. */
    public void show(String prompt, String nothing, Function<String, List<T>> find) {
        search.setPromptText(prompt);
        AccessibleName.ofPrompt(search);
        list.setPlaceholder(new Label(nothing));
        search.textProperty().subscribe(text -> {
            list.getItems().setAll(find.apply(text));
            list.getSelectionModel().selectFirst();
            list.scrollTo(0);
        });
        VBox box = new VBox(search, list);
        box.getStyleClass().add("command-palette");
        overlay.show(box, search);
        double row = ROW * TextSize.factor(search);
        list.setFixedCellSize(row);
        list.setPrefHeight(row * ROWS + 2);
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case KeyCode.DOWN -> list.getSelectionModel().selectNext();
            case KeyCode.UP -> list.getSelectionModel().selectPrevious();
            case KeyCode.ENTER -> chooseSelected();
            default -> {
                return;
            }
        }
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - ROWS + 1));
        event.consume();
    }

    private void chooseSelected() {
        T chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            overlay.hide();
            choose.accept(chosen);
        }
    }

    private final class Cell extends ListCell<T> {
        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty || item == null ? null : look.apply(item));
        }
    }
}
