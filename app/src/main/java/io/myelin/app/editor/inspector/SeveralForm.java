package io.myelin.app.editor.inspector;

import io.myelin.app.editor.document.Document;
import io.myelin.app.text.Texts;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.graph.ComponentState;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The form of several components: how many of which type, and what can be set for all of them. */
final class SeveralForm implements Form {
    private static final Texts TEXTS = Texts.of(SeveralForm.class);

    private final Document document;
    private final List<String> ids;
    private final StateButtons state = new StateButtons(this::choose);
    private final VBox box = new VBox();

    SeveralForm(Document document, List<String> ids) {
        this.document = document;
        this.ids = ids;
        Label title = new Label(TEXTS.get("several", ids.size()));
        title.setId("several-title");
        title.getStyleClass().add("inspector-title");
        title.setStyle("-fx-padding: 12px 0 0 0;");
        Map<String, Long> types = components()
                .map(component -> document.catalog()
                        .find(component.type())
                        .map(ComponentType::title)
                        .orElse(component.type()))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        VBox list = new VBox(2);
        types.forEach(
                (type, count) -> list.getChildren().add(FieldLabels.help(count == 1 ? type : type + "  × " + count)));
        box.getStyleClass().add("inspector");
        box.getChildren().addAll(title, list, state.node());
        refresh();
    }

    private Stream<GraphComponent> components() {
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(document.graph().components().get(id)));
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
        Set<ComponentState> states = components().map(GraphComponent::state).collect(Collectors.toSet());
        if (states.size() == 1) {
            state.show(states.iterator().next());
        } else {
            state.showMixed();
        }
        return true;
    }
}
