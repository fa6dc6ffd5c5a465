package io.myelin.app.editor.live;

import io.myelin.app.editor.action.Overlay;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.file.Dialogs;
import io.myelin.app.editor.file.Dialogs.PathKind;
import io.myelin.app.editor.live.run.ParameterSource;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphParameter;
import io.myelin.engine.graph.ParameterType;
import io.myelin.engine.message.MessageText;
import io.myelin.engine.plan.SecretSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Asks people for the parameters of a graph that have no value of their own. What they give is remembered for this
 * document until it is closed; secrets are not, and are asked for each time unless {@code secrets} holds them.
 */
final class ParameterSheet implements ParameterSource {
    private static final Texts TEXTS = Texts.of(ParameterSheet.class);

    private final Document document;
    private final Overlay overlay;
    private final Dialogs dialogs;
    private final SecretSource secrets;
    private final Map<String, String> remembered = new HashMap<>();

    ParameterSheet(Document document, Overlay overlay, Dialogs dialogs, SecretSource secrets) {
        this.document = document;
        this.overlay = overlay;
        this.dialogs = dialogs;
        this.secrets = secrets;
    }

    @Override
    public void values(Graph graph, boolean always, Consumer<Optional<Map<String, String>>> answer) {
        boolean missing =
                graph.parameters().entrySet().stream().anyMatch(entry -> isMissing(entry.getKey(), entry.getValue()));
        if (missing || (always && !graph.parameters().isEmpty())) {
            ask(graph, answer);
        } else {
            answer.accept(Optional.of(known(graph)));
        }
    }

    private boolean isMissing(String name, GraphParameter parameter) {
        boolean held =
                parameter.type() == ParameterType.SECRET && secrets.find(name).isPresent();
        return parameter.defaultValue().isEmpty() && !remembered.containsKey(name) && !held;
    }

    private Map<String, String> known(Graph graph) {
        Map<String, String> known = new LinkedHashMap<>(remembered);
        known.keySet().retainAll(graph.parameters().keySet());
        return known;
    }

    private void ask(Graph graph, Consumer<Optional<Map<String, String>>> answer) {
        Map<String, TextField> fields = new LinkedHashMap<>();
        VBox rows = new VBox(10);
        graph.parameters().forEach((name, parameter) -> rows.getChildren().add(row(name, parameter, fields)));
        Label title = new Label(TEXTS.get("parameters.title"));
        title.getStyleClass().add("title-3");
        Button run = new Button(TEXTS.get("parameters.run"));
        run.setId("parameters-run");
        run.setDefaultButton(true);
        Button cancel = new Button(TEXTS.get("parameters.cancel"));
        cancel.setId("parameters-cancel");
        cancel.setCancelButton(true);
        HBox buttons = new HBox(8, cancel, run);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox sheet = new VBox(title, rows, buttons);
        sheet.setId("parameters");
        sheet.getStyleClass().add("dialog-sheet");
        sheet.setPrefWidth(460);
        Answering answering = new Answering(answer);
        run.setOnAction(_ -> {
            Map<String, String> values = take(graph, fields);
            answering.give(Optional.of(values));
            overlay.hide();
        });
        cancel.setOnAction(_ -> overlay.hide());
        // Escape and a click beside the sheet take it away too, and mean the same as Cancel.
        sheet.parentProperty().subscribe((before, now) -> {
            if (before != null && now == null) {
                answering.give(Optional.empty());
            }
        });
        Node first = fields.values().stream().findFirst().map(Node.class::cast).orElse(run);
        overlay.show(sheet, first);
    }

    private Node row(String name, GraphParameter parameter, Map<String, TextField> fields) {
        Label label = new Label(name);
        label.getStyleClass().add("field-name");
        TextField field = parameter.type() == ParameterType.SECRET ? new PasswordField() : new TextField();
        field.setId("parameter-" + name);
        field.setText(remembered.getOrDefault(name, ""));
        field.setPromptText(
                parameter.type() == ParameterType.SECRET
                        ? TEXTS.get("parameters.secret")
                        : parameter
                                .defaultValue()
                                .map(value -> MessageText.shorten(value, 80))
                                .orElse(parameter.type().id()));
        label.setLabelFor(field);
        fields.put(name, field);
        VBox row = new VBox(3, label, editor(field, parameter.type()));
        if (!parameter.description().isEmpty()) {
            Label help = new Label(parameter.description());
            help.getStyleClass().add("field-help");
            help.setWrapText(true);
            row.getChildren().add(help);
        }
        return row;
    }

    private Node editor(TextField field, ParameterType type) {
        if (type != ParameterType.PATH) {
            return field;
        }
        Button choose = new Button("…");
        choose.setAccessibleText(TEXTS.get("parameters.choose"));
        choose.setOnAction(_ -> dialogs.choosePath(PathKind.FILE_TO_READ, document.folder())
                .ifPresent(path -> field.setText(path.toString())));
        HBox.setHgrow(field, Priority.ALWAYS);
        return new HBox(4, field, choose);
    }

    private Map<String, String> take(Graph graph, Map<String, TextField> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach((name, field) -> {
            GraphParameter parameter = graph.parameters().get(name);
            String text = field.getText();
            boolean given = !text.isEmpty() || (parameter != null && isText(parameter));
            if (given) {
                values.put(name, text);
            }
            if (given && (parameter == null || parameter.type() != ParameterType.SECRET)) {
                remembered.put(name, text);
            } else {
                remembered.remove(name);
            }
        });
        return values;
    }

    /** Whether nothing typed is a value too: an empty text, where there is no default to stand in for it. */
    private static boolean isText(GraphParameter parameter) {
        return parameter.type() == ParameterType.TEXT
                && parameter.defaultValue().isEmpty();
    }

    /** Gives one answer, the first. */
    private static final class Answering {
        private final Consumer<Optional<Map<String, String>>> answer;
        private boolean given;

        private Answering(Consumer<Optional<Map<String, String>>> answer) {
            this.answer = answer;
        }

        private void give(Optional<Map<String, String>> values) {
            if (!given) {
                given = true;
                answer.accept(values);
            }
        }
    }
}
