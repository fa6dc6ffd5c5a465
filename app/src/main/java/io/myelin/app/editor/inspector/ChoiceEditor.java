package io.myelin.app.editor.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;

/** Edits a value that is one of some names. */
final class ChoiceEditor implements ValueEditor {
    private final ComboBox<String> box = new ComboBox<>();
    private Consumer<Optional<Object>> listener = _ -> {};
    private boolean showing;

    ChoiceEditor(List<String> choices, String prompt) {
        box.getItems().setAll(choices);
        box.setPromptText(prompt);
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().subscribe((_, chosen) -> {
            if (!showing && chosen != null) {
                listener.accept(Optional.of(chosen));
            }
        });
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(Optional<Object> value) {
        showing = true;
        box.setValue(
                value.filter(String.class::isInstance).map(String.class::cast).orElse(null));
        showing = false;
    }

    @Override
    public void onEdit(Consumer<Optional<Object>> listener) {
        this.listener = listener;
    }

    @Override
    public void focus(List<String> path) {
        box.requestFocus();
    }
}
