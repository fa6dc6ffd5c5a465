package io.myelin.app.editor.inspector;

import io.myelin.app.editor.document.Document;
import io.myelin.app.text.Texts;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.graph.ComponentState;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.Subgraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The form of several components: what they are called, and what can be set for all of them. */
final class SeveralForm implements Form {
    private static final Texts TEXTS = Texts.of(SeveralForm.class);
    private static final int MOST_NAMED = 12;

    private final Document document;
    private final List<String> ids;
    private final StateButtons state = new StateButtons(this::choose);
    private final VBox list = new VBox(2);
    private final VBox box = new VBox();

    SeveralForm(Document document, List<String> ids) {
        this.document = document;
        this.ids = ids;
        Label title = new Label(TEXTS.get("several", ids.size()));
        title.setId("several-title");
        title.getStyleClass().add("inspector-title");
        title.setStyle("-fx-padding: 12px 0 0 0;");
        list.setId("several-names");
        box.getStyleClass().add("inspector");
        box.getChildren().addAll(title, list, state.node());
        refresh();
    }

    private Stream<GraphComponent> components() {
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(document.graph().components().get(id)));
    }

    private void showNames() {
        Map<String, Long> titles =
                components().collect(Collectors.groupingBy(this::title, LinkedHashMap::new, Collectors.counting()));
        List<Node> rows = new ArrayList<>();
        titles.entrySet().stream()
                .limit(MOST_NAMED)
                .map(one -> one.getValue() == 1 ? one.getKey() : one.getKey() + "  × " + one.getValue())
                .forEach(text -> rows.add(FieldLabels.help(text)));
        if (titles.size() > MOST_NAMED) {
            rows.add(FieldLabels.help(TEXTS.get("several.more", titles.size() - MOST_NAMED)));
        }
        list.getChildren().setAll(rows);
    }

    /** As on its card. */
    private String title(GraphComponent component) {
        if (!component.title().isEmpty()) {
            return component.title();
        }
        String type = component.type();
        return type.startsWith(Subgraph.TYPE)
                ? graphTitle(type.substring(Subgraph.TYPE.length()))
                : document.catalog().find(type).map(ComponentType::title).orElse(type);
    }

    private String graphTitle(String name) {
        return document.named(name)
                .map(inside -> inside.graph().title())
                .filter(title -> !title.isEmpty())
                .orElse(name);
    }

    private void choose(ComponentState chosen) {
        List<GraphEdit> changes = ids.stream()
                .flatMap(id -> Stream.ofNullable(document.graph().components().get(id))
                        .map(one -> (GraphEdit) new GraphEdit.ChangeComponent(id, one.withState(chosen))))
                .toList();
        document.perform(TEXTS.get("step.state"), new GraphEdit.Several(changes));
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public boolean refresh() {
        showNames();
        Set<ComponentState> states = components().map(GraphComponent::state).collect(Collectors.toSet());
        if (states.size() == 1) {
            state.show(states.iterator().next());
        } else {
            state.showMixed();
        }
        return true;
    }
}
