package io.myelin.app.editor.palette;

import io.myelin.app.editor.family.ComponentFamily;
import io.myelin.engine.component.ComponentType;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows a row of the palette, and begins to carry its component when it is dragged. */
final class PaletteCell extends ListCell<PaletteRow> {
    private static final double TOOLTIP_WIDTH = 380;

    private final PaletteTarget target;

    PaletteCell(PaletteDrag drag, PaletteTarget target) {
        this.target = target;
        // The row's own width never makes the list scroll sideways.
        setPrefWidth(0);
        setOnMousePressed(event -> {
            if (getItem() instanceof PaletteRow.Component(ComponentType type)) {
                drag.press(type, event);
            }
        });
        setOnMouseDragged(drag::drag);
        setOnMouseReleased(drag::release);
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && event.isStillSincePress()) {
                placeItem();
            }
        });
    }

    private void placeItem() {
        if (getItem() instanceof PaletteRow.Component(ComponentType type)) {
            target.place(type.id());
        }
    }

    @Override
    protected void updateItem(@Nullable PaletteRow row, boolean empty) {
        super.updateItem(row, empty);
        getStyleClass().remove("family");
        setText(null);
        setTooltip(null);
        switch (empty ? null : row) {
            case null -> setGraphic(null);
            case PaletteRow.Family(String family) -> {
                getStyleClass().add("family");
                Label title = new Label(ComponentFamily.of(family).title());
                title.getStyleClass().add("palette-family");
                setGraphic(title);
            }
            case PaletteRow.Component(ComponentType type) -> {
                setGraphic(content(type));
                setTooltip(tooltip(type));
            }
        }
    }

    private static HBox content(ComponentType type) {
        FontIcon icon = ComponentIcons.of(type);
        Label title = new Label(type.title());
        Label summary = new Label(type.summary().replace("`", ""));
        summary.getStyleClass().add("palette-summary");
        VBox text = new VBox(title, summary);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(9, icon, text);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setId("palette-" + type.id().replace('.', '-'));
        return row;
    }

    private static Tooltip tooltip(ComponentType type) {
        StringBuilder text =
                new StringBuilder(type.title()).append("  (").append(type.id()).append(")\n");
        text.append(type.summary().replace("`", ""));
        if (!type.help().isBlank()) {
            text.append("\n\n").append(type.help().strip().replace("`", ""));
        }
        Tooltip tooltip = new Tooltip(text.toString());
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TOOLTIP_WIDTH);
        tooltip.setShowDelay(Duration.millis(600));
        tooltip.setShowDuration(Duration.seconds(60));
        return tooltip;
    }
}
