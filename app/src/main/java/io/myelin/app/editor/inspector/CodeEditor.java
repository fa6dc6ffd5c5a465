package io.myelin.app.editor.inspector;

import io.myelin.engine.component.SettingDeclaration.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;

/** Edits a value that is written over several lines: a program, an expression, JSON. */
final class CodeEditor implements ValueEditor {
    private final Kind kind;
    private final boolean emptyCounts;
    private final CodeField field;
    private Consumer<Optional<Object>> listener = _ -> {};

    /** {@code emptyCounts}: whether an empty field is an empty text, else it is no value. */
    CodeEditor(Kind kind, String prompt, int minLines, int maxLines, boolean emptyCounts) {
        this.kind = kind;
        this.emptyCounts = emptyCounts;
        this.field = new CodeField(minLines, maxLines);
        field.setPrompt(prompt);
        field.onEdit(text -> listener.accept(value(text)));
    }

    private Optional<Object> value(String text) {
        return text.isEmpty() && !emptyCounts ? Optional.empty() : Optional.of(ValueText.read(kind, text));
    }

    @Override
    public Node node() {
        return field;
    }

    @Override
    public void show(Optional<Object> value) {
        if (value.isPresent() && value.equals(value(field.text()))) {
            return;
        }
        field.setText(value.map(one -> ValueText.show(kind, one)).orElse(""));
    }

    @Override
    public void onEdit(Consumer<Optional<Object>> listener) {
        this.listener = listener;
    }

    @Override
    public void focus(List<String> path) {
        field.focusText();
    }
}
