package io.myelin.app.editor.compare;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Shows one difference: its sign, what it is about, and where. */
final class DifferenceCell extends ListCell<LocatedDifference> {
    private static final double TOOLTIP_WIDTH = 480;

    private final Label sign = new Label();
    private final Label title = new Label();
    private final Label detail = new Label();
    private final HBox row;

    DifferenceCell() {
        getStyleClass().add("difference");
        sign.getStyleClass().add("difference-sign");
        title.getStyleClass().add("difference-title");
        detail.getStyleClass().add("difference-detail");
        VBox words = new VBox(title, detail);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(8, sign, words);
        // The row's own width never makes the list scroll sideways.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable LocatedDifference one, boolean empty) {
        super.updateItem(one, empty);
        if (empty || one == null) {
            setGraphic(null);
            setAccessibleText(null);
            setTooltip(null);
            return;
        }
        DifferenceText text = DifferenceText.of(one.difference());
        String inside = one.path().isEmpty() ? "" : String.join(" › ", one.path()) + " › ";
        sign.setText(text.mark().sign());
        sign.getStyleClass()
                .setAll("label", "difference-sign", "mark-" + text.mark().name().toLowerCase(Locale.ROOT));
        title.setText(inside + text.title());
        detail.setText(text.detail());
        detail.setVisible(!text.detail().isEmpty());
        detail.setManaged(!text.detail().isEmpty());
        setAccessibleText(inside + text.spoken());
        Tooltip tooltip = new Tooltip(text.whole().isEmpty() ? title.getText() : title.getText() + "\n" + text.whole());
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TOOLTIP_WIDTH);
        setTooltip(tooltip);
        setGraphic(row);
    }
}
