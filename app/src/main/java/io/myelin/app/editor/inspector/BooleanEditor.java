package io.myelin.app.editor.inspector;

import io.myelin.app.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;

/** Edits a value that is true or false. */
final class BooleanEditor implements ValueEditor {
    private static final Texts TEXTS = Texts.of(BooleanEditor.class);

    private final CheckBox box = new CheckBox();
    private final boolean defaultValue;

    BooleanEditor(Optional<Object> defaultValue) {
        this.defaultValue = defaultValue.equals(Optional.of(true));
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(Optional<Object> value) {
        boolean on = value.orElse(defaultValue).equals(true);
        box.setSelected(on);
        box.setText(TEXTS.get(on ? "yes" : "no"));
    }

    @Override
    public void onEdit(Consumer<Optional<Object>> listener) {
        box.setOnAction(_ -> {
            box.setText(TEXTS.get(box.isSelected() ? "yes" : "no"));
            listener.accept(Optional.of(box.isSelected()));
        });
    }

    @Override
    public void focus(List<String> path) {
        box.requestFocus();
    }
}
