package io.myelin.app.editor.action;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Shows every action that has a key, with all its keys, and the gestures of the canvas. */
public final class ShortcutSheet {
    private static final List<List<String>> GESTURES = List.of(
            List.of("Pan", "Space + drag, middle drag, scroll"),
            List.of("Zoom", "Ctrl + wheel"),
            List.of("Select several", "Drag on empty, Shift + click"),
            List.of("Link", "Drag from a box to another"),
            List.of("Add here", "Double-click, Tab"),
            List.of("Move", "Drag; off the grid: Ctrl, one way: Shift"),
            List.of("Duplicate", "Alt + drag a component"),
            List.of("Cut links", "Alt + drag on empty"),
            List.of("Move selection", "Arrows, far: Ctrl"),
            List.of("Select next to it", "Alt + arrows"));

    private final ActionRegistry registry;
    private final Overlay overlay;

    /** Shows the keys of {@code registry} in {@code overlay}. */
    public ShortcutSheet(ActionRegistry registry, Overlay overlay) {
        this.registry = registry;
        this.overlay = overlay;
    }

    /** Shows it. */
    public void show() {
        FlowPane groups = new FlowPane(28, 16);
        groups.setPrefWrapLength(860);
        for (MenuPlace.Menu menu : MenuPlace.Menu.values()) {
            List<Action> actions = registry.all().stream()
                    .filter(action -> !action.keys().isEmpty())
                    .filter(action -> action.menu().map(MenuPlace::menu).equals(Optional.of(menu)))
                    .sorted(Comparator.comparingInt(
                            action -> action.menu().map(MenuPlace::group).orElse(0)))
                    .toList();
            if (!actions.isEmpty()) {
                groups.getChildren()
                        .add(group(
                                menu.title(),
                                actions.stream()
                                        .map(action -> List.of(action.title(), keys(action)))
                                        .toList()));
            }
        }
        groups.getChildren().add(group("On the canvas", GESTURES));
        Label title = new Label("Keys");
        title.getStyleClass().add("title-3");
        ScrollPane scroll = new ScrollPane(new VBox(12, title, groups));
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(640);
        VBox sheet = new VBox(scroll);
        sheet.setId("shortcut-sheet");
        sheet.getStyleClass().add("dialog-sheet");
        overlay.show(sheet, scroll);
    }

    private static String keys(Action action) {
        return action.keys().stream().map(ActionKey::title).distinct().collect(Collectors.joining(", "));
    }

    private static VBox group(String title, List<List<String>> rows) {
        GridPane grid = new GridPane(14, 4);
        for (List<String> row : rows) {
            Label key = new Label(row.getLast());
            key.getStyleClass().add("key");
            grid.addRow(grid.getRowCount(), new Label(row.getFirst()), key);
        }
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        return new VBox(6, heading, grid);
    }
}
