package io.myelin.app.editor.inspector;

import io.myelin.app.text.Texts;
import io.myelin.engine.component.SettingDeclaration;
import io.myelin.engine.graph.Problem;
import io.myelin.engine.message.DataRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/**
 * Edits names with values, a row for each. Two rows of one name cannot both be kept in the value, so the later one is
 * kept in its row and marked until its name is another.
 */
final class MapEditor implements ValueEditor {
    private static final Texts TEXTS = Texts.of(MapEditor.class);

    private final SettingDeclaration element;
    private final EditorContext context;
    private final VBox box = new VBox();
    private final VBox rows = new VBox();
    private final Button add = new Button(TEXTS.get("add"));
    private final List<Row> entries = new ArrayList<>();
    private Consumer<Optional<Object>> listener = _ -> {};

    MapEditor(SettingDeclaration element, EditorContext context) {
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
        Set<String> taken = new HashSet<>(value().keySet());
        String name = "name";
        for (int number = 2; taken.contains(name); number++) {
            name = "name" + number;
        }
        Row row = new Row(name, ListEditor.fresh(element));
        entries.add(row);
        arrange();
        tell();
        row.name.requestFocus();
        row.name.selectAll();
    }

    private void arrange() {
        rows.getChildren().setAll(entries.stream().map(Row::node).toList());
    }

    private DataRecord value() {
        Map<String, Object> value = new LinkedHashMap<>();
        entries.forEach(row -> value.putIfAbsent(row.name.getText(), row.value));
        return DataRecord.copyOf(value);
    }

    private void tell() {
        Set<String> seen = new HashSet<>();
        for (Row row : entries) {
            FieldLabels.show(
                    row.error,
                    seen.add(row.name.getText())
                            ? List.of()
                            : List.of(new FieldProblem(
                                    List.of(), Problem.Severity.ERROR, TEXTS.get("map.taken", row.name.getText()))));
        }
        listener.accept(entries.isEmpty() ? Optional.empty() : Optional.of(value()));
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(Optional<Object> value) {
        Map<?, ?> shown = value.orElse(Map.of()) instanceof Map<?, ?> map ? map : Map.of();
        if (List.copyOf(shown.entrySet()).equals(List.copyOf(value().entrySet()))) {
            return;
        }
        List<String> names = shown.keySet().stream().map(String::valueOf).toList();
        if (!names.equals(entries.stream().map(row -> row.name.getText()).toList())) {
            entries.clear();
            shown.forEach((name, one) -> entries.add(new Row(String.valueOf(name), one)));
            arrange();
            return;
        }
        entries.forEach(row -> row.show(shown.get(row.name.getText())));
    }

    @Override
    public void onEdit(Consumer<Optional<Object>> listener) {
        this.listener = listener;
    }

    @Override
    public void focus(List<String> path) {
        entries.stream()
                .filter(row -> !path.isEmpty() && path.getFirst().equals(row.name.getText()))
                .findFirst()
                .ifPresentOrElse(row -> row.editor.focus(path.subList(1, path.size())), add::requestFocus);
    }

    @Override
    public List<FieldProblem> showProblems(List<FieldProblem> problems) {
        List<FieldProblem> left = new ArrayList<>(problems);
        for (Row row : entries) {
            String name = row.name.getText();
            List<FieldProblem> inside = left.stream()
                    .filter(problem -> problem.isIn(name))
                    .map(FieldProblem::inside)
                    .toList();
            left.removeIf(problem -> problem.isIn(name));
            FieldLabels.show(row.error, row.editor.showProblems(inside));
        }
        return left;
    }

    /** A name and its value. */
    private final class Row {
        private final TextField name = new TextField();
        private final ValueEditor editor = ValueEditors.of(element, context);
        private final Label error = FieldLabels.error();
        private final VBox node;
        private Object value;

        private Row(String called, Object value) {
            this.value = value;
            name.setText(called);
            name.setPrefColumnCount(7);
            name.setMinWidth(60);
            name.textProperty().subscribe((_, _) -> tell());
            editor.show(Optional.of(value));
            editor.onEdit(edited -> {
                this.value = edited.orElse("");
                tell();
            });
            HBox.setHgrow(editor.node(), Priority.ALWAYS);
            HBox line = new HBox(4, name, editor.node());
            editor.button().ifPresent(line.getChildren()::add);
            line.getChildren().add(RowButtons.removeOnly(this::remove));
            node = new VBox(line, error);
        }

        private Node node() {
            return node;
        }

        private void remove() {
            entries.remove(this);
            arrange();
            tell();
        }

        private void show(@Nullable Object now) {
            if (now != null) {
                value = now;
                editor.show(Optional.of(now));
            }
        }
    }
}
