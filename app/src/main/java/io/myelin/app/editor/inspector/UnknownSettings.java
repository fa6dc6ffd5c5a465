package io.myelin.app.editor.inspector;

import io.myelin.app.text.Texts;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.MessageText;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The settings that a component has and its type does not know: each with its value, and a button that removes it. */
final class UnknownSettings {
    private static final Texts TEXTS = Texts.of(UnknownSettings.class);

    private static final int LONGEST = 200;

    private final Set<String> known;
    private final Consumer<String> remove;
    private final VBox box = new VBox(8);
    private DataRecord shown = DataRecord.empty();

    /** For a type that knows the settings {@code known}; {@code remove} takes away the one of a name. */
    UnknownSettings(Set<String> known, Consumer<String> remove) {
        this.known = Set.copyOf(known);
        this.remove = remove;
        box.setId("unknown-settings");
        arrange();
    }

    Node node() {
        return box;
    }

    /** Whether there are any. */
    boolean isEmpty() {
        return shown.isEmpty();
    }

    void show(DataRecord settings) {
        DataRecord.Builder unknown = DataRecord.builder();
        settings.forEach((name, value) -> {
            if (!known.contains(name)) {
                unknown.put(name, value);
            }
        });
        DataRecord now = unknown.build();
        if (!now.equals(shown)) {
            shown = now;
            arrange();
        }
    }

    private void arrange() {
        box.getChildren().clear();
        shown.forEach((name, value) -> box.getChildren().add(row(name, value)));
        box.setVisible(!shown.isEmpty());
        box.setManaged(!shown.isEmpty());
    }

    private Node row(String name, Object value) {
        Label text = new Label(MessageText.shorten(value, LONGEST));
        text.setWrapText(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(4, text, gap, RowButtons.removeOnly(() -> remove.accept(name)));
        line.setAlignment(Pos.CENTER_LEFT);
        VBox field = Sections.field(name, line, TEXTS.get("setting.unknown"));
        field.setId("unknown-setting-" + name);
        return field;
    }
}
