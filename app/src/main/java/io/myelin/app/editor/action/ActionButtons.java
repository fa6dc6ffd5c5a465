package io.myelin.app.editor.action;

import io.myelin.app.text.Texts;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons that do actions. */
public final class ActionButtons {
    private static final Texts TEXTS = Texts.of(ActionButtons.class);

    private static final PseudoClass CHECKED = PseudoClass.getPseudoClass("checked");

    private ActionButtons() {}

    /**
     * A button for the action {@code id}, dim while the action is not enabled; throws IllegalArgumentException where
     * there is none.
     */
    public static Button icon(ActionRegistry registry, String id) {
        Action action =
                registry.find(id).orElseThrow(() -> new IllegalArgumentException("there is no action '" + id + "'"));
        Button button = new Button();
        button.setId("button-" + id);
        button.setGraphic(new FontIcon(action.icon()));
        button.getStyleClass().addAll("button-icon", "flat");
        Tooltip tooltip = new Tooltip();
        button.setTooltip(tooltip);
        name(tooltip, registry, action);
        button.setOnAction(_ -> {
            action.run();
            registry.refresh();
        });
        // What is on is asked only later: buttons are made before all that they switch.
        button.setAccessibleText(action.title());
        button.setDisable(!action.isEnabled());
        registry.onRefresh(_ -> show(button, action));
        registry.onAdd(_ -> name(tooltip, registry, action));
        return button;
    }

    private static void show(Button button, Action action) {
        button.setDisable(!action.isEnabled());
        boolean on = action.checked().orElse(false);
        button.pseudoClassStateChanged(CHECKED, on);
        button.setAccessibleText(action.isCheckable() ? TEXTS.get(on ? "on" : "off", action.title()) : action.title());
    }

    private static void name(Tooltip tooltip, ActionRegistry registry, Action action) {
        String key = registry.keyTitle(action);
        tooltip.setText(key.isEmpty() ? action.title() : action.title() + "  " + key);
    }
}
