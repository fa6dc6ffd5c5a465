package io.myelin.app.editor.inspector;

import io.myelin.app.text.Texts;
import io.myelin.engine.graph.ComponentState;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** On, muted or bypassed: three buttons of which one is down. */
final class StateButtons {
    private static final Texts TEXTS = Texts.of(StateButtons.class);

    private final Map<ComponentState, ToggleButton> buttons = new EnumMap<>(ComponentState.class);
    private final ToggleGroup group = new ToggleGroup();
    private final Node box;

    StateButtons(Consumer<ComponentState> choose) {
        add(ComponentState.ON, TEXTS.get("state.on"), TEXTS.get("state.on.help"), "left-pill", choose);
        add(ComponentState.MUTED, TEXTS.get("state.muted"), TEXTS.get("state.muted.help"), "center-pill", choose);
        add(
                ComponentState.BYPASSED,
                TEXTS.get("state.bypassed"),
                TEXTS.get("state.bypassed.help"),
                "right-pill",
                choose);
        box = new SideBySide(0, List.copyOf(buttons.values()));
    }

    private void add(ComponentState state, String title, String help, String style, Consumer<ComponentState> choose) {
        ToggleButton button = new ToggleButton(title);
        button.setId("state-" + state.id());
        button.setTooltip(new Tooltip(help));
        button.getStyleClass().addAll(style, "state-button");
        button.setToggleGroup(group);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> {
            // A press on the one that is down would leave none down.
            button.setSelected(true);
            choose.accept(state);
        });
        buttons.put(state, button);
    }

    Node node() {
        return box;
    }

    void show(ComponentState state) {
        group.selectToggle(buttons.get(state));
    }

    /** Shows that there are several states. */
    void showMixed() {
        group.selectToggle(null);
    }
}
