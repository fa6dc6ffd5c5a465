package io.myelin.app.editor.inspector;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Problem;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The form of a link: what it joins. */
final class LinkForm implements Form {
    private final Document document;
    private final LinkReference link;
    private final Label errors = FieldLabels.error();
    private final VBox box = new VBox();

    LinkForm(Document document, LinkReference link, int count) {
        this.document = document;
        this.link = link;
        Label title = new Label(count == 1 ? "Link" : count + " links");
        title.getStyleClass().add("inspector-title");
        title.setStyle("-fx-padding: 12px 0 0 0;");
        box.getStyleClass().add("inspector");
        box.getChildren().add(title);
        if (count == 1) {
            box.getChildren().addAll(errors, end("from", link.from()), end("to", link.to()));
        }
    }

    private Node end(String name, BoxReference end) {
        Hyperlink component = new Hyperlink(end.component());
        component.setOnAction(_ -> document.selection().select(end.component()));
        HBox line = new HBox(2, component, new Label("." + end.box()));
        line.setAlignment(Pos.CENTER_LEFT);
        return Sections.field(name, line, "");
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public boolean refresh() {
        return true;
    }

    @Override
    public void showProblems() {
        List<Problem> problems = document.problems().of(link);
        FieldLabels.show(
                errors,
                problems.stream()
                        .map(problem -> FieldProblem.of(List.of(), problem))
                        .toList());
    }
}
