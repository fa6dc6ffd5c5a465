package io.myelin.app.editor.inspector;

import io.myelin.engine.component.SettingDeclaration;
import io.myelin.engine.message.DataRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Edits a fixed group of settings. Names that the group does not have are kept. */
final class GroupEditor implements ValueEditor {
    private final List<SettingField> fields = new ArrayList<>();
    private final VBox box = new VBox();
    private DataRecord value = DataRecord.empty();
    private Consumer<Optional<Object>> listener = _ -> {};

    GroupEditor(List<SettingDeclaration> settings, EditorContext context) {
        box.getStyleClass().add("group");
        for (SettingDeclaration setting : settings) {
            SettingField field = new SettingField(setting, context, true);
            field.onEdit(edited -> set(setting.name(), edited));
            fields.add(field);
            box.getChildren().add(field.node());
        }
    }

    private void set(String name, Optional<Object> edited) {
        value = edited.map(one -> value.with(name, one)).orElseGet(() -> value.without(name));
        listener.accept(Optional.of(value));
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(Optional<Object> shown) {
        value = shown.orElse(DataRecord.empty()) instanceof DataRecord record ? record : DataRecord.empty();
        fields.forEach(field -> field.show(Optional.ofNullable(value.get(field.name()))));
    }

    @Override
    public void onEdit(Consumer<Optional<Object>> listener) {
        this.listener = listener;
    }

    @Override
    public void focus(List<String> path) {
        fields.stream()
                .filter(field -> path.isEmpty() || path.getFirst().equals(field.name()))
                .findFirst()
                .ifPresent(field -> field.focus(path.isEmpty() ? path : path.subList(1, path.size())));
    }

    @Override
    public List<FieldProblem> showProblems(List<FieldProblem> problems) {
        List<FieldProblem> left = new ArrayList<>(problems);
        for (SettingField field : fields) {
            field.showProblems(left.stream()
                    .filter(problem -> problem.isIn(field.name()))
                    .map(FieldProblem::inside)
                    .toList());
            left.removeIf(problem -> problem.isIn(field.name()));
        }
        return left;
    }
}
