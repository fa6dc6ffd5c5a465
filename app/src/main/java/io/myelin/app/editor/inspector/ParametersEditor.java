package io.myelin.app.editor.inspector;

import io.myelin.app.editor.access.AccessibleName;
import io.myelin.app.text.Texts;
import io.myelin.engine.component.SettingDeclaration.Kind;
import io.myelin.engine.graph.GraphParameter;
import io.myelin.engine.graph.ParameterType;
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
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** Edits the parameters of a graph, a block for each. */
final class ParametersEditor {
    private static final Texts TEXTS = Texts.of(ParametersEditor.class);
    private final Consumer<Map<String, GraphParameter>> listener;
    private final VBox rows = new VBox(6);
    private final VBox box;
    private final List<Row> entries = new ArrayList<>();

    ParametersEditor(Consumer<Map<String, GraphParameter>> listener) {
        this.listener = listener;
        Button add = new Button(TEXTS.get("parameter.add"));
        add.setId("add-parameter");
        add.setGraphic(new FontIcon(MaterialDesignP.PLUS));
        add.getStyleClass().addAll("flat", "add-row");
        add.setOnAction(_ -> add());
        box = new VBox(6, rows, add);
    }

    private void add() {
        Set<String> taken = new HashSet<>(value().keySet());
        String name = "parameter";
        for (int number = 2; taken.contains(name); number++) {
            name = "parameter" + number;
        }
        Row row = new Row(name, new GraphParameter(ParameterType.TEXT, Optional.empty(), "", DataRecord.empty()));
        entries.add(row);
        arrange();
        tell();
        row.name.requestFocus();
        row.name.selectAll();
    }

    private void arrange() {
        rows.getChildren().setAll(entries.stream().map(Row::node).toList());
    }

    private Map<String, GraphParameter> value() {
        Map<String, GraphParameter> value = new LinkedHashMap<>();
        entries.forEach(row -> value.putIfAbsent(row.name.getText(), row.parameter));
        return value;
    }

    private void tell() {
        Map<String, Long> counts =
                entries.stream().collect(Collectors.groupingBy(row -> row.name.getText(), Collectors.counting()));
        for (Row row : entries) {
            boolean twice = counts.getOrDefault(row.name.getText(), 0L) > 1;
            FieldLabels.show(
                    row.error,
                    twice
                            ? List.of(new FieldProblem(List.of(), Problem.Severity.ERROR, TEXTS.get("parameter.taken")))
                            : List.of());
        }
        listener.accept(value());
    }

    Node node() {
        return box;
    }

    void show(Map<String, GraphParameter> shown) {
        if (List.copyOf(shown.entrySet()).equals(List.copyOf(value().entrySet()))) {
            return;
        }
        entries.clear();
        shown.forEach((name, parameter) -> entries.add(new Row(name, parameter)));
        arrange();
    }

    /** Shows those of {@code problems} that are of a parameter, and gives back the others. */
    List<FieldProblem> showProblems(List<FieldProblem> problems) {
        List<FieldProblem> left = new ArrayList<>(problems);
        for (Row row : entries) {
            List<FieldProblem> own = left.stream()
                    .filter(problem ->
                            problem.isIn("parameters") && problem.inside().isIn(row.name.getText()))
                    .toList();
            left.removeAll(own);
            FieldLabels.show(row.error, own);
        }
        return left;
    }

    void focus(String name) {
        entries.stream()
                .filter(row -> row.name.getText().equals(name))
                .findFirst()
                .ifPresent(row -> row.name.requestFocus());
    }

    /** One parameter. */
    private final class Row {
        private final TextField name = new TextField();
        private final ComboBox<ParameterType> type =
                Sections.choice(List.of(ParameterType.values()), ParameterType::id);
        private final TextField defaultValue = new TextField();
        private final TextField description = new TextField();
        private final Label error = FieldLabels.error();
        private final VBox node;
        private GraphParameter parameter;

        private Row(String called, GraphParameter parameter) {
            this.parameter = parameter;
            name.setText(called);
            name.setPromptText(TEXTS.get("parameter.name"));
            AccessibleName.ofPrompt(name);
            AccessibleName.give(type, TEXTS.get("parameter.type"));
            AccessibleName.give(defaultValue, TEXTS.get("parameter.default"));
            type.setValue(parameter.type());
            defaultValue.setPromptText(TEXTS.get("parameter.no-default"));
            defaultValue.setText(parameter
                    .defaultValue()
                    .map(value -> ValueText.show(kind(parameter.type()), value))
                    .orElse(""));
            description.setPromptText(TEXTS.get("parameter.description"));
            AccessibleName.ofPrompt(description);
            description.setText(parameter.description());
            name.textProperty().subscribe((_, _) -> tell());
            type.valueProperty().subscribe((_, _) -> changed());
            defaultValue.textProperty().subscribe((_, _) -> changed());
            description.textProperty().subscribe((_, _) -> changed());
            HBox.setHgrow(name, Priority.ALWAYS);
            type.setMinWidth(96);
            node = new VBox(
                    4,
                    new HBox(4, name, type, RowButtons.removeOnly(() -> {
                        entries.remove(this);
                        arrange();
                        tell();
                    })),
                    defaultValue,
                    description,
                    error);
            node.getStyleClass().add("group");
        }

        private Node node() {
            return node;
        }

        private void changed() {
            String text = defaultValue.getText();
            ParameterType chosen = type.getValue();
            parameter = new GraphParameter(
                    chosen,
                    text.isEmpty() ? Optional.empty() : Optional.of(ValueText.read(kind(chosen), text)),
                    description.getText(),
                    parameter.unknown());
            tell();
        }

        private static Kind kind(ParameterType type) {
            return switch (type) {
                case INTEGER -> Kind.INTEGER;
                case NUMBER -> Kind.NUMBER;
                case BOOLEAN -> Kind.BOOLEAN;
                case TEXT, PATH, DURATION, SECRET -> Kind.TEXT;
            };
        }
    }
}
