package io.myelin.app.editor.inspector;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.FreeIds;
import io.myelin.app.editor.document.ProblemPlace;
import io.myelin.app.editor.document.UsedGraph;
import io.myelin.app.editor.palette.ComponentIcons;
import io.myelin.app.text.Texts;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.Subgraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;

/** The form of one component: what it is, what it is called, its settings, how it runs, its inboxes. */
final class ComponentForm implements Form {
    private static final Texts TEXTS = Texts.of(ComponentForm.class);

    private final Document document;
    private final String id;
    private final String typeId;
    private final Optional<ComponentType> type;
    private final ComponentEdits edits;
    private final TextField title = new TextField();
    private final CheckedField idField;
    private final Label errors = FieldLabels.error();
    private final Label settingsTitle = Sections.title(TEXTS.get("section.settings"));
    private final SettingsSection settings;
    private final RunningSection running;
    private final InboxesSection inboxes;
    private final TitledPane runningPane;
    private final TitledPane inboxesPane;
    private final StateButtons state;
    private final VBox box = new VBox();
    private final Label heading = new Label();
    private final Optional<UsedGraph> used;
    private final EditorContext context;
    private boolean showing;

    ComponentForm(Document document, String id, EditorContext context) {
        this.document = document;
        this.id = id;
        this.edits = new ComponentEdits(document, id);
        GraphComponent component = edits.component().orElseThrow();
        this.typeId = component.type();
        this.type = document.catalog().find(typeId);
        this.used = UsedGraph.of(typeId);
        this.context = context;
        this.settings = new SettingsSection(edits, context);
        this.running = new RunningSection(edits, type);
        this.inboxes = new InboxesSection(edits, type, document.folder());
        this.runningPane =
                Sections.folded("section-running", TEXTS.get("section.running"), running.isSet(), running.node());
        this.inboxesPane =
                Sections.folded("section-inboxes", TEXTS.get("section.inboxes"), inboxes.isSet(), inboxes.node());
        this.state =
                new StateButtons(chosen -> edits.change(TEXTS.get("step.state"), "", one -> one.withState(chosen)));
        this.idField = new CheckedField("", this::checkId).onCommit(this::rename);
        idField.field().setId("component-id");
        title.setId("component-title");
        title.textProperty().subscribe((_, text) -> {
            if (!showing) {
                edits.change(TEXTS.get("step.title"), "title", one -> one.withTitle(text));
            }
        });
        SideBySide names = new SideBySide(
                8,
                List.of(
                        Sections.field(TEXTS.get("field.title"), title, ""),
                        Sections.field(TEXTS.get("field.id"), idField.node(), "")));
        names.getStyleClass().add("component-names");
        box.getStyleClass().add("inspector");
        box.getChildren()
                .addAll(
                        header(),
                        errors,
                        names,
                        state.node(),
                        settingsTitle,
                        settings.node(),
                        runningPane,
                        inboxesPane);
        show(component);
    }

    private Node header() {
        FontIcon icon = type.map(ComponentIcons::of).orElseGet(this::iconWithoutType);
        icon.setIconSize(20);
        heading.setId("component-heading");
        heading.getStyleClass().add("inspector-title");
        heading.setWrapText(true);
        Label typeLabel =
                new Label(used.map(graph -> Subgraph.TYPE + graph.shortName()).orElse(typeId));
        typeLabel.getStyleClass().add("key");
        used.filter(UsedGraph::isFile).ifPresent(_ -> typeLabel.setTooltip(new Tooltip(typeId)));
        HBox line = new HBox(8, icon, heading);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox header = new VBox(4, line, typeLabel);
        header.setStyle("-fx-padding: 12px 0 0 0;");
        type.ifPresentOrElse(
                one -> {
                    header.getChildren().add(HelpText.of(one.summary()));
                    if (!one.help().isBlank()) {
                        header.getChildren()
                                .add(Sections.folded(
                                        "section-help", TEXTS.get("section.help"), false, HelpText.of(one.help())));
                    }
                },
                () -> header.getChildren().add(HelpText.of(withoutType())));
        return header;
    }

    /** What a component of this type is called that has no title of its own. */
    private String typeTitle() {
        return type.map(ComponentType::title)
                .or(() -> used.map(graph -> graph.title(context.graph(document, graph))))
                .orElse(typeId);
    }

    private FontIcon iconWithoutType() {
        return used.isPresent()
                ? new FontIcon(ComponentIcons.literalOfFamily("graph"))
                : new FontIcon(MaterialDesignG.GHOST_OUTLINE);
    }

    private String withoutType() {
        return used.isPresent() ? TEXTS.get("type.graph") : TEXTS.get("type.unknown");
    }

    private Optional<String> checkId(String text) {
        if (text.equals(id)) {
            return Optional.empty();
        }
        if (!FreeIds.isId(text)) {
            return Optional.of(TEXTS.get("id.unfit"));
        }
        Set<String> taken = document.graph().components().keySet();
        return taken.contains(text) ? Optional.of(TEXTS.get("id.taken", text)) : Optional.empty();
    }

    private void rename(String newId) {
        if (!newId.equals(id) && document.graph().components().containsKey(id)) {
            document.perform(TEXTS.get("step.rename", id), new GraphEdit.RenameComponent(id, newId));
        }
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public boolean refresh() {
        Optional<GraphComponent> component =
                edits.component().filter(one -> one.type().equals(typeId) && !settings.isOutdated());
        component.ifPresent(this::show);
        return component.isPresent();
    }

    private void show(GraphComponent component) {
        showing = true;
        if (!component.title().equals(title.getText())) {
            title.setText(component.title());
        }
        showing = false;
        String name = typeTitle();
        title.setPromptText(name);
        heading.setText(used.isPresent() && !component.title().isBlank() ? component.title() : name);
        idField.show(id);
        state.show(component.state());
        settings.show(component);
        for (Node part : List.of(settingsTitle, settings.node())) {
            part.setVisible(settings.hasFields());
            part.setManaged(settings.hasFields());
        }
        running.show(component);
        inboxes.show(component);
    }

    @Override
    public void showProblems() {
        List<FieldProblem> problems = new ArrayList<>();
        document.problems()
                .of(id)
                .forEach(problem -> problems.add(FieldProblem.of(
                        ProblemPlace.of(problem, document.graph()).rest(), problem)));
        List<FieldProblem> left = inboxes.showProblems(running.showProblems(settings.showProblems(problems)));
        // The fields of one that was just added say that they are required: no need to call it wrong before it is left.
        FieldLabels.show(errors, document.problems().isToFillIn(id) ? List.of() : left);
    }

    @Override
    public void focus(List<String> path) {
        if (path.isEmpty()) {
            return;
        }
        List<String> rest = path.subList(1, path.size());
        switch (path.getFirst()) {
            case "settings" -> settings.focus(rest);
            case "inboxes" -> {
                inboxesPane.setExpanded(true);
                inboxes.focus(rest);
            }
            case "execution", "onError", "place" -> {
                runningPane.setExpanded(true);
                running.focus(path);
            }
            default -> title.requestFocus();
        }
    }
}
