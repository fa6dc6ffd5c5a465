package io.myelin.app.editor.inspector;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.document.Subscription;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.LinkLayout;
import io.myelin.engine.graph.Problem;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The form of a link: what it joins, how it is drawn, and what is held on it. */
final class LinkForm implements Form {
    private static final Texts TEXTS = Texts.of(LinkForm.class);

    private final Document document;
    private final LinkReference link;
    private final Label errors = FieldLabels.error();
    private final VBox box = new VBox();
    private final TextField label = new TextField();
    private final CheckBox hidden = new CheckBox(TEXTS.get("link.hidden"));
    private final BreakpointSection breakpoint;
    private final Subscription following;
    private final CheckBox muted = new CheckBox(TEXTS.get("muted-link"));

    LinkForm(Document document, LinkReference link, int count) {
        this.document = document;
        this.link = link;
        this.breakpoint = new BreakpointSection(document, link);
        this.following = breakpoint.follow();
        Label title = new Label(TEXTS.get("link.title", count));
        title.getStyleClass().add("inspector-title");
        title.setStyle("-fx-padding: 12px 0 0 0;");
        box.getStyleClass().add("inspector");
        box.getChildren().add(title);
        if (count == 1) {
            box.getChildren()
                    .addAll(
                            errors,
                            end(TEXTS.get("field.from"), link.from()),
                            end(TEXTS.get("field.to"), link.to()),
                            labelField(),
                            mutedBox(),
                            hiddenBox(),
                            breakpoint.node());
        }
        refresh();
    }

    private Node labelField() {
        label.setId("link-label");
        label.setPromptText(TEXTS.get("link.label"));
        label.textProperty()
                .addListener(
                        (_, _, text) -> redraw(TEXTS.get("step.label"), layout().withLabel(text), "label " + link));
        return Sections.field(TEXTS.get("field.label"), label, "");
    }

    private Node hiddenBox() {
        hidden.setId("link-hidden");
        hidden.setOnAction(_ -> redraw(TEXTS.get("step.hide-link"), layout().withHidden(hidden.isSelected()), ""));
        return hidden;
    }

    private Node mutedBox() {
        muted.setId("link-muted");
        muted.setOnAction(_ -> own().map(drawn -> drawn.withMuted(muted.isSelected()))
                .ifPresent(changed -> document.perform(
                        TEXTS.get(changed.muted() ? "mute-link" : "unmute-link"), new GraphEdit.ChangeLink(changed))));
        return muted;
    }

    private Optional<GraphLink> own() {
        return document.graph().links().stream()
                .filter(drawn -> LinkReference.of(drawn).equals(link))
                .findFirst();
    }

    private LinkLayout layout() {
        return document.graph()
                .layout()
                .link(link.from(), link.to())
                .orElseGet(() -> LinkLayout.plain(link.from(), link.to()));
    }

    private void redraw(String name, LinkLayout changed, String mergeKey) {
        if (!changed.equals(layout())) {
            document.perform(name, GraphEdit.ChangeLinkLayout.to(changed), mergeKey);
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
    public void close() {
        following.close();
    }

    @Override
    public boolean refresh() {
        LinkLayout layout = layout();
        if (!label.getText().equals(layout.label())) {
            label.setText(layout.label());
        }
        hidden.setSelected(layout.hidden());
        muted.setSelected(own().filter(GraphLink::muted).isPresent());
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
