package io.myelin.app.editor;

import io.myelin.app.editor.action.ActionMenus;
import io.myelin.app.editor.action.ActionRegistry;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.Window;

/** The menu at the pointer: the actions on what is selected. */
final class CanvasMenu {
    private static final List<List<String>> GROUPS = List.of(
            List.of("edit.cut", "edit.copy", "edit.paste", "edit.duplicate"),
            List.of("edit.rename", "edit.mute", "edit.bypass"),
            List.of("edit.add-note", "edit.group", "edit.ungroup", "edit.fold", "edit.next-colour", "edit.hide-links"),
            List.of("view.enter", "structure.make", "structure.expand"),
            List.of("edit.delete", "edit.delete-join"),
            List.of("arrange.tidy", "edit.select-upstream", "edit.select-downstream"),
            List.of("edit.select-all", "view.fit", "view.fit-selection"));

    private final ActionRegistry actions;
    private final ContextMenu menu = new ContextMenu();

    CanvasMenu(ActionRegistry actions) {
        this.actions = actions;
        menu.setId("canvas-menu");
    }

    /** Opens it at a point of the screen. */
    void show(Window owner, double x, double y) {
        menu.getItems().clear();
        for (List<String> group : GROUPS) {
            if (!menu.getItems().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            group.stream()
                    .flatMap(id -> actions.find(id).stream())
                    .map(action -> ActionMenus.item(actions, action))
                    .forEach(menu.getItems()::add);
        }
        ActionMenus.refresh(menu.getItems());
        menu.show(owner, x, y);
    }
}
