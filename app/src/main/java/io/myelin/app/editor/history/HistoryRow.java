package io.myelin.app.editor.history;

import io.myelin.app.editor.document.History;
import io.myelin.app.text.ClockTime;
import io.myelin.app.text.Texts;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** Shows one step: what it did, when, whether the graph is there now, and whether that stands in the file. */
final class HistoryRow extends ListCell<Long> {
    private static final Texts TEXTS = Texts.of(HistoryRow.class);

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass UNDONE = PseudoClass.getPseudoClass("undone");

    private final Supplier<Optional<History>> history;
    private final FontIcon here = new FontIcon(MaterialDesignM.MENU_RIGHT);
    private final FontIcon saved = new FontIcon(MaterialDesignC.CONTENT_SAVE_OUTLINE);
    private final Label name = new Label();
    private final Label time = new Label();
    private final HBox row = new HBox(6, here, name, saved, time);

    HistoryRow(Supplier<Optional<History>> history, IntConsumer goTo) {
        this.history = history;
        getStyleClass().add("history-row");
        row.setAlignment(Pos.CENTER_LEFT);
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.getStyleClass().add("history-name");
        time.getStyleClass().add("history-time");
        setOnMouseClicked(_ -> {
            if (!isEmpty()) {
                goTo.accept(getIndex());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Long serial, boolean empty) {
        super.updateItem(serial, empty);
        Optional<History> steps = history.get();
        if (empty
                || serial == null
                || steps.isEmpty()
                || getIndex() > steps.get().size()) {
            setGraphic(null);
            setAccessibleText(null);
            mark(false, false);
        } else {
            show(steps.get(), getIndex());
            setGraphic(row);
        }
    }

    private void show(History steps, int position) {
        boolean current = position == steps.position();
        boolean undone = position > steps.position();
        boolean isSaved = steps.isSaved(position);
        if (position == 0) {
            name.setText(TEXTS.get(steps.isWhole() ? "opened" : "dropped"));
            time.setText("");
        } else {
            History.Step step = steps.step(position - 1);
            name.setText(step.name());
            time.setText(ClockTime.seconds(step.at()));
        }
        here.setVisible(current);
        saved.setVisible(isSaved);
        mark(current, undone);
        setAccessibleText(name.getText()
                + (current ? ", " + TEXTS.get("now") : "")
                + (undone ? ", " + TEXTS.get("undone") : "")
                + (isSaved ? ", " + TEXTS.get("saved") : ""));
    }

    private void mark(boolean current, boolean undone) {
        pseudoClassStateChanged(CURRENT, current);
        pseudoClassStateChanged(UNDONE, undone);
    }
}
