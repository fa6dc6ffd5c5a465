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
            if (getItem() != null) {
                getItem().placeable().ifPresent(placeable -> drag.press(placeable, icon(getItem()), event));
            }
        });
        setOnMouseDragged(drag::drag);
        setOnMouseReleased(drag::release);
        setOnMouseClicked(event -> {
            // The fourth click in a row is a second double-click.
            if (event.getClickCount() % 2 == 0 && event.isStillSincePress()) {
                placeItem();
            }
        });
    }

    private void placeItem() {
        if (getItem() != null) {
            getItem().placeable().ifPresent(placeable -> target.place(placeable.type()));
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
            case PaletteRow.Component component -> {
                ComponentType type = component.type();
                setGraphic(content(
                        component,
                        type.title(),
                        type.summary(),
                        "palette-" + type.id().replace('.', '-')));
                setTooltip(tooltip(text(type)));
            }
            case PaletteRow.OwnGraph own -> {
                LibraryGraph graph = own.graph();
                setGraphic(content(own, graph.title(), graph.summary(), "palette-graph-" + graph.title()));
                setTooltip(tooltip(graph.title() + "  (" + graph.file() + ")\n" + graph.summary()));
            }
        }
    }

    private static FontIcon icon(PaletteRow row) {
        return row instanceof PaletteRow.Component(ComponentType type)
                ? ComponentIcons.of(type)
                : ComponentIcons.ofGraph();
    }

    private static HBox content(PaletteRow row, String titleText, String summaryText, String id) {
        Label title = new Label(titleText);
        Label summary = new Label(summaryText.replace("`", ""));
        summary.getStyleClass().add("palette-summary");
        VBox text = summaryText.isBlank() ? new VBox(title) : new VBox(title, summary);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox content = new HBox(9, icon(row), text);
        content.setAlignment(Pos.CENTER_LEFT);
        content.setId(id);
        return content;
    }

    private static String text(ComponentType type) {
        StringBuilder text =
                new StringBuilder(type.title()).append("  (").append(type.id()).append(")\n");
        text.append(type.summary().replace("`", ""));
        if (!type.help().isBlank()) {
            text.append("\n\n").append(type.help().strip().replace("`", ""));
        }
        return text.toString();
    }

    private static Tooltip tooltip(String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TOOLTIP_WIDTH);
        tooltip.setShowDelay(Duration.millis(600));
        tooltip.setShowDuration(Duration.seconds(60));
        return tooltip;
    }
}
