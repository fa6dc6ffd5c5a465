package io.myelin.app.editor;

import io.myelin.app.editor.action.Action;
import io.myelin.app.editor.action.ActionMenus;
import io.myelin.app.editor.action.ActionRegistry;
import io.myelin.app.editor.canvas.geometry.Hit;
import java.util.List;
import java.util.Set;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The menu at the pointer: the actions that fit what is there, of which only those are offered that can be done. */
final class CanvasMenu {
    private static final List<String> CLIPBOARD = List.of("edit.cut", "edit.copy", "edit.paste", "edit.duplicate");
    private static final List<String> DELETE = List.of("edit.delete", "edit.delete-join");
    /** They keep their places, where hands find them, though they may not be possible now. */
    private static final Set<String> ALWAYS = Set.of("edit.cut", "edit.copy", "edit.paste");

    private static final List<List<String>> ON_NOTHING = List.of(
            List.of("edit.add-here", "structure.add-file", "edit.add-note"),
            List.of("edit.paste"),
            List.of("edit.select-all", "edit.find"),
            List.of("arrange.tidy"),
            List.of("view.fit", "view.actual-size", "view.leave"));
    private static final List<List<String>> ON_LINK = List.of(
            List.of("run.breakpoint", "run.continue", "run.step"),
            List.of("edit.add-here", "edit.add-waypoint"),
            List.of("edit.rename", "edit.mute", "edit.hide-links"),
            DELETE);
    private static final List<List<String>> ON_COMPONENT = List.of(
            List.of("view.enter", "edit.rename"),
            CLIPBOARD,
            List.of("edit.mute", "edit.bypass", "edit.fold"),
            List.of("edit.group", "edit.ungroup", "edit.next-colour"),
            List.of("structure.make", "structure.expand", "structure.publish", "structure.save-to-library"),
            List.of("edit.select-upstream", "edit.select-downstream", "view.fit-selection"),
            DELETE);
    private static final List<List<String>> ON_NOTE = List.of(
            List.of("edit.rename", "edit.next-colour"), CLIPBOARD, List.of("edit.group", "edit.ungroup"), DELETE);
    private static final List<List<String>> ON_GROUP = List.of(
            List.of("edit.rename", "edit.next-colour", "edit.fold", "edit.ungroup"),
            CLIPBOARD,
            List.of("edit.mute", "edit.bypass"),
            List.of("structure.make", "view.fit-selection"),
            DELETE);
    private static final List<List<String>> ON_BORDER = List.of(List.of("edit.rename"), DELETE);

    private final ActionRegistry actions;
    /** Made when it is first asked for: a start has no use for it. */
    private @Nullable ContextMenu made;

    CanvasMenu(ActionRegistry actions) {
        this.actions = actions;
    }

    private ContextMenu menu() {
        ContextMenu menu = made;
        if (menu == null) {
            menu = new ContextMenu();
            menu.setId("canvas-menu");
            made = menu;
        }
        return menu;
    }

    /**
     * Opens it for {@code hit}, which is selected, at a point of the screen. {@code before} is called before what is
     * chosen is done.
     */
    void show(Hit hit, Runnable before, Window owner, double x, double y) {
        ContextMenu menu = menu();
        menu.getItems().clear();
        for (List<String> group : groups(hit)) {
            List<MenuItem> items = group.stream()
                    .flatMap(id -> actions.find(id).stream())
                    .filter(action -> action.isEnabled() || ALWAYS.contains(action.id()))
                    .map(action -> item(action, before))
                    .toList();
            if (!menu.getItems().isEmpty() && !items.isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            menu.getItems().addAll(items);
        }
        ActionMenus.refresh(menu.getItems());
        menu.show(owner, x, y);
    }

    private MenuItem item(Action action, Runnable before) {
        MenuItem item = ActionMenus.item(actions, action);
        EventHandler<ActionEvent> task = item.getOnAction();
        item.setOnAction(event -> {
            before.run();
            task.handle(event);
        });
        return item;
    }

    private static List<List<String>> groups(Hit hit) {
        return switch (hit) {
            case Hit.OnNothing() -> ON_NOTHING;
            case Hit.OnLink _, Hit.OnWaypoint _, Hit.OnHiddenEnds _ -> ON_LINK;
            case Hit.OnComponent _, Hit.OnCorner _, Hit.OnBox _ -> ON_COMPONENT;
            case Hit.OnNote _, Hit.OnNoteCorner _ -> ON_NOTE;
            case Hit.OnGroup _ -> ON_GROUP;
            case Hit.OnBorder _ -> ON_BORDER;
        };
    }
}
