package io.myelin.app.editor.inspector;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.GraphHeader;
import io.myelin.app.editor.document.ProblemPlace;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.PublicBox.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The form of the graph itself: its title, what it is for, its parameters, its own boxes. */
final class GraphForm implements Form {
    private static final Texts TEXTS = Texts.of(GraphForm.class);

    private final Document document;
    private final TextField title = new TextField();
    private final TextArea description = new TextArea();
    private final ParametersEditor parameters;
    private final List<PublicBoxesEditor> boxes;
    private final Label errors = FieldLabels.error();
    private final VBox box = new VBox();
    private boolean showing;

    GraphForm(Document document) {
        this.document = document;
        Label heading = new Label(TEXTS.get("graph"));
        heading.getStyleClass().add("inspector-title");
        heading.setStyle("-fx-padding: 12px 0 0 0;");
        title.setId("graph-title");
        title.setPromptText(
                document.path().isEmpty() ? document.name() : document.path().getLast());
        title.textProperty()
                .subscribe((_, text) ->
                        change(TEXTS.get("step.title"), "title", graph -> GraphHeader.withTitle(graph, text)));
        description.setId("graph-description");
        description.setWrapText(true);
        description.setPrefRowCount(6);
        description.setPromptText(TEXTS.get("graph.description"));
        description
                .textProperty()
                .subscribe((_, text) -> change(
                        TEXTS.get("step.description"),
                        "description",
                        graph -> GraphHeader.withDescription(graph, text)));
        parameters = new ParametersEditor(changed -> change(
                TEXTS.get("step.parameters"), "parameters", graph -> GraphHeader.withParameters(graph, changed)));
        boxes = List.of(new PublicBoxesEditor(document, Kind.INBOX), new PublicBoxesEditor(document, Kind.OUTBOX));
        box.getStyleClass().add("inspector");
        box.getChildren()
                .addAll(
                        heading,
                        errors,
                        Sections.field(TEXTS.get("field.title"), title, ""),
                        Sections.field(TEXTS.get("field.description"), description, ""),
                        Sections.title(TEXTS.get("section.parameters")),
                        FieldLabels.help(TEXTS.get("parameters.help", "${name}")),
                        parameters.node(),
                        boxes.getFirst().node(),
                        boxes.getLast().node());
        refresh();
    }

    private void change(String name, String field, UnaryOperator<Graph> change) {
        if (showing) {
            return;
        }
        Graph changed = change.apply(document.graph());
        if (!changed.equals(document.graph())) {
            document.perform(name, new GraphEdit.ChangeGraph(changed), "graph " + field);
        }
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public boolean refresh() {
        Graph graph = document.graph();
        showing = true;
        if (!graph.title().equals(title.getText())) {
            title.setText(graph.title());
        }
        if (!graph.description().equals(description.getText())) {
            description.setText(graph.description());
        }
        parameters.show(graph.parameters());
        boxes.forEach(PublicBoxesEditor::refresh);
        showing = false;
        return true;
    }

    @Override
    public void showProblems() {
        List<FieldProblem> problems = new ArrayList<>();
        document.problems().all().forEach(problem -> {
            ProblemPlace place = ProblemPlace.of(problem, document.graph());
            if (place.component().isEmpty() && place.link().isEmpty()) {
                problems.add(FieldProblem.of(place.rest(), problem));
            }
        });
        FieldLabels.show(errors, parameters.showProblems(problems));
    }

    @Override
    public void focus(List<String> path) {
        if (path.size() > 1 && path.getFirst().equals("parameters")) {
            parameters.focus(path.get(1));
        } else {
            title.requestFocus();
            title.selectAll();
        }
    }
}
