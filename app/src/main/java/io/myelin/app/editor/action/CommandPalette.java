package io.myelin.app.editor.action;

import io.myelin.app.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Finds an action by its name and does it. */
public final class CommandPalette {
    private static final Texts TEXTS = Texts.of(CommandPalette.class);

    private final ActionRegistry registry;
    private final Overlay overlay;

    /** Finds among the actions of {@code registry}; shows itself in {@code overlay}. */
    public CommandPalette(ActionRegistry registry, Overlay overlay) {
        this.registry = registry;
        this.overlay = overlay;
    }

    /** Opens it with an empty search; it finds what can be done now. */
    public void show() {
        List<Action> possible =
                registry.all().stream().filter(Action::isEnabled).toList();
        new PickList<>(overlay, this::row, action -> registry.run(action.id()))
                .show(
                        TEXTS.get("palette.prompt"),
                        TEXTS.get("palette.nothing"),
                        text -> ActionSearch.find(possible, text, Action::title));
    }

    private Node row(Action action) {
        Label menu =
                new Label(action.menu().map(place -> place.menu().title() + ":").orElse(""));
        menu.getStyleClass().add("text-muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label key = new Label(registry.keyTitle(action));
        key.getStyleClass().add("key");
        HBox row = new HBox(6, menu, new Label(action.titleNow()), gap, key);
        row.getStyleClass().add("command-row");
        return row;
    }
}
