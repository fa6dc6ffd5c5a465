package io.myelin.app.editor.inspector;

import io.myelin.app.text.Texts;
import io.myelin.engine.component.SettingDeclaration;
import io.myelin.engine.message.DataRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** Edits a list, a row for each element; rows are added, taken away and moved. */
final class ListEditor implements ValueEditor {
    private static final Texts TEXTS = Texts.of(ListEditor.class);

    private final SettingDeclaration element;
    private final EditorContext context;
    private final VBox box = new VBox();
    private final VBox rows = new VBox();
    private final Button add = new Button(TEXTS.get("add"));
    private final List<ValueEditor> editors = new ArrayList<>();
    private final List<Label> errors = new ArrayList<>();
    private List<Object> values = List.of();
    private Consumer<Optional<Object>> listener = _ -> {};

    ListEditor(SettingDeclaration element, EditorContext context) {
        this.element = element;
        this.context = context;
        add.setGraphic(new FontIcon(MaterialDesignP.PLUS));
        add.getStyleClass().addAll("flat", "add-row");
        add.setOnAction(_ -> add());
        rows.getStyleClass().add("rows");
        box.getStyleClass().add("rows");
        box.getChildren().addAll(rows, add);
    }

    private void add() {
        List<Object> changed = new ArrayList<>(values);
        changed.add(fresh(element));
        change(changed);
        editors.getLast().focus(List.of());
    }

    /** What a new element begins as: something that is there, however wrong it may be still. */
    static Object fresh(SettingDeclaration element) {
        return element.defaultValue().orElseGet(() -> switch (element.kind()) {
            case GROUP, MAP -> DataRecord.empty();
            case LIST -> List.of();
            case BOOLEAN -> false;
            case CHOICE -> element.choices().getFirst();
            default -> "";
        });
    }

    /** Becomes {@code changed} by people's doing, with rows made anew. */
    private void change(List<Object> changed) {
        values = List.copyOf(changed);
        build();
        listener.accept(Optional.of(values));
    }

    private void build() {
        editors.clear();
        errors.clear();
        rows.getChildren().clear();
        for (int i = 0; i < values.size(); i++) {
            rows.getChildren().add(row(i));
        }
    }

    private Node row(int index) {
        ValueEditor editor = ValueEditors.of(element, context);
        editor.show(Optional.of(values.get(index)));
        editor.onEdit(edited ->
                set(index, edited.orElse(element.kind() == SettingDeclaration.Kind.GROUP ? DataRecord.empty() : "")));
        editors.add(editor);
        Label error = FieldLabels.error();
        errors.add(error);
        Node buttons = RowButtons.of(
                index == 0,
                index == values.size() - 1,
                () -> swap(index, index - 1),
                () -> swap(index, index + 1),
                () -> remove(index));
        HBox tools = new HBox();
        editor.button().ifPresent(tools.getChildren()::add);
        tools.getChildren().add(buttons);
        return isTall() ? tall(index, editor, tools, error) : flat(editor, tools, error);
    }

    /** Whether an element takes the whole width, so that its buttons stand above it. */
    private boolean isTall() {
        return switch (element.kind()) {
            case GROUP, LIST, MAP -> true;
            default -> false;
        };
    }

    private static Node flat(ValueEditor editor, Node tools, Label error) {
        VBox content = new VBox(editor.node(), error);
        HBox.setHgrow(content, Priority.ALWAYS);
        return new HBox(2, content, tools);
    }

    private static Node tall(int index, ValueEditor editor, Node tools, Label error) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(FieldLabels.help(Integer.toString(index + 1)), gap, tools);
        header.setAlignment(Pos.CENTER_LEFT);
        return new VBox(header, editor.node(), error);
    }

    /** A change inside a row: its editor stays, and so does the focus. */
    private void set(int index, Object value) {
        List<Object> changed = new ArrayList<>(values);
        changed.set(index, value);
        values = List.copyOf(changed);
        listener.accept(Optional.of(values));
    }

    private void swap(int index, int other) {
        List<Object> changed = new ArrayList<>(values);
        Collections.swap(changed, index, other);
        change(changed);
    }

    private void remove(int index) {
        List<Object> changed = new ArrayList<>(values);
        changed.remove(index);
        values = List.copyOf(changed);
        build();
        listener.accept(changed.isEmpty() ? Optional.empty() : Optional.of(values));
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(Optional<Object> value) {
        List<Object> shown = value.orElse(List.of()) instanceof List<?> list ? List.copyOf(list) : List.of();
        if (shown.size() != editors.size()) {
            values = shown;
            build();
            return;
        }
        values = shown;
        for (int i = 0; i < shown.size(); i++) {
            editors.get(i).show(Optional.of(shown.get(i)));
        }
    }

    @Override
    public void onEdit(Consumer<Optional<Object>> listener) {
        this.listener = listener;
    }

    @Override
    public void focus(List<String> path) {
        for (int i = 0; i < editors.size(); i++) {
            if (!path.isEmpty() && path.getFirst().equals(Integer.toString(i))) {
                editors.get(i).focus(path.subList(1, path.size()));
                return;
            }
        }
        add.requestFocus();
    }

    @Override
    public List<FieldProblem> showProblems(List<FieldProblem> problems) {
        List<FieldProblem> left = new ArrayList<>(problems);
        for (int i = 0; i < editors.size(); i++) {
            String name = Integer.toString(i);
            List<FieldProblem> inside = left.stream()
                    .filter(problem -> problem.isIn(name))
                    .map(FieldProblem::inside)
                    .toList();
            left.removeIf(problem -> problem.isIn(name));
            FieldLabels.show(errors.get(i), editors.get(i).showProblems(inside));
        }
        return left;
    }
}
