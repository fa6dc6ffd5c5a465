package io.myelin.app.editor.action;

import io.myelin.app.editor.access.TextSize;
import io.myelin.app.text.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Shows every action that has a key, with all its keys, and what the pointer does on the canvas. */
public final class ShortcutSheet {
    private static final Texts TEXTS = Texts.of(ShortcutSheet.class);

    /**
     * Something done with the pointer.
     *
     * @param title what comes of it
     * @param hands what to do for it
     */
    public record PointerRow(String title, String hands) {}

    private static final double WIDTH = 860;

    private final ActionRegistry registry;
    private final Overlay overlay;
    private final List<PointerRow> gestures;
    private final Runnable change;

    /** Shows the keys of {@code registry}, and {@code gestures}, in {@code overlay}; {@code change} lets people change keys. */
    public ShortcutSheet(ActionRegistry registry, Overlay overlay, List<PointerRow> gestures, Runnable change) {
        this.registry = registry;
        this.overlay = overlay;
        this.gestures = List.copyOf(gestures);
        this.change = change;
    }

    /** Shows it. */
    public void show() {
        FlowPane groups = new FlowPane(28, 16);
        for (MenuPlace.Menu menu : MenuPlace.Menu.values()) {
            addGroup(
                    groups,
                    menu.title(),
                    action -> !action.isForCanvas()
                            && action.menu().map(MenuPlace::menu).equals(Optional.of(menu)));
        }
        addGroup(
                groups,
                TEXTS.get("sheet.elsewhere"),
                action -> !action.isForCanvas() && action.menu().isEmpty());
        addGroup(groups, TEXTS.get("sheet.canvas"), Action::isForCanvas);
        groups.getChildren()
                .add(group(
                        TEXTS.get("sheet.pointer"),
                        gestures.stream()
                                .map(gesture -> List.of(gesture.title(), gesture.hands()))
                                .toList()));
        Label title = new Label(TEXTS.get("sheet.title"));
        title.getStyleClass().add("title-3");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button other = new Button(TEXTS.get("sheet.change"));
        other.setId("shortcut-sheet-change");
        other.setOnAction(_ -> change.run());
        // Narrower than its widest group: that one breaks its lines.
        groups.setMinWidth(0);
        groups.getChildren()
                .forEach(group -> ((Region) group).maxWidthProperty().bind(groups.widthProperty()));
        ScrollPane scroll = new ScrollPane(new VBox(12, new HBox(title, gap, other), groups));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(640);
        VBox sheet = new VBox(scroll);
        sheet.setId("shortcut-sheet");
        sheet.getStyleClass().add("dialog-sheet");
        overlay.show(sheet, scroll);
        groups.setPrefWrapLength(WIDTH * TextSize.factor(other));
    }

    private void addGroup(FlowPane groups, String title, Predicate<Action> belongs) {
        List<List<String>> rows = registry.all().stream()
                .filter(belongs)
                .filter(action -> !registry.keys(action).isEmpty())
                .sorted(Comparator.comparingInt(
                        action -> action.menu().map(MenuPlace::group).orElse(0)))
                .map(action -> List.of(action.title(), keys(action)))
                .toList();
        if (!rows.isEmpty()) {
            groups.getChildren().add(group(title, rows));
        }
    }

    private String keys(Action action) {
        return registry.keys(action).stream().map(ActionKey::title).distinct().collect(Collectors.joining(", "));
    }

    private static VBox group(String title, List<List<String>> rows) {
        GridPane grid = new GridPane(14, 4);
        for (List<String> row : rows) {
            Label key = new Label(row.getLast());
            key.getStyleClass().add("key");
            key.setWrapText(true);
            Label name = new Label(row.getFirst());
            name.setWrapText(true);
            grid.addRow(grid.getRowCount(), name, key);
        }
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        return new VBox(6, heading, grid);
    }
}
