package io.myelin.app.editor.inspector;

import io.myelin.engine.component.SettingDeclaration.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.TextField;

/** Edits a value that is written on one line. */
final class TextEditor implements ValueEditor {
    private final Kind kind;
    private final boolean emptyCounts;
    private final TextField field = new TextField();
    private Consumer<Optional<Object>> listener = _ -> {};
    private boolean showing;

    /** {@code emptyCounts}: whether an empty field is an empty text, else it is no value. */
    TextEditor(Kind kind, String prompt, boolean emptyCounts) {
        this.kind = kind;
        this.emptyCounts = emptyCounts;
        field.setPromptText(prompt);
        field.textProperty().subscribe((_, text) -> {
            if (!showing) {
                listener.accept(value(text));
            }
        });
    }

    TextEditor monospaced() {
        field.getStyleClass().add("monospaced");
        return this;
    }

    private Optional<Object> value(String text) {
        return text.isEmpty() && !emptyCounts ? Optional.empty() : Optional.of(ValueText.read(kind, text));
    }

    @Override
    public TextField node() {
        return field;
    }

    @Override
    public void show(Optional<Object> value) {
        // What stands in the field may be written otherwise than it would be shown: "1e3", or a blank before it.
        if (value.isPresent() && value.equals(value(field.getText()))) {
            return;
        }
        String text = value.map(one -> ValueText.show(kind, one)).orElse("");
        if (!text.equals(field.getText())) {
            showing = true;
            field.setText(text);
            showing = false;
        }
    }

    @Override
    public void onEdit(Consumer<Optional<Object>> listener) {
        this.listener = listener;
    }

    @Override
    public void focus(List<String> path) {
        field.requestFocus();
        field.end();
    }
}
