package io.myelin.app.editor;

import io.myelin.app.editor.action.ActionSearch;
import io.myelin.app.editor.action.Overlay;
import io.myelin.app.editor.action.PickList;
import io.myelin.app.editor.document.Document;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.graph.GraphComponent;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Finds a component of the graph in front by its title, id or type, selects it and brings it into view. */
final class ComponentFinder {
    private final Overlay overlay;
    private final OpenDocument open;

    ComponentFinder(Overlay overlay, OpenDocument open) {
        this.overlay = overlay;
        this.open = open;
    }

    void show() {
        List<Map.Entry<String, GraphComponent>> all =
                List.copyOf(open.document().graph().components().entrySet());
        new PickList<>(overlay, this::row, (Map.Entry<String, GraphComponent> entry) -> goTo(entry.getKey()))
                .show(
                        "Type a title, an id or a type",
                        "No component of this graph is called that.",
                        text -> ActionSearch.find(all, text, this::words));
    }

    private void goTo(String id) {
        open.document().selection().select(id);
        open.canvas().centreOn(id);
    }

    private String words(Map.Entry<String, GraphComponent> entry) {
        return title(entry.getValue()) + " " + entry.getKey() + " "
                + entry.getValue().type();
    }

    private String title(GraphComponent component) {
        Document document = open.document();
        return component.title().isEmpty()
                ? document.catalog()
                        .find(component.type())
                        .map(ComponentType::title)
                        .orElse(component.type())
                : component.title();
    }

    private Node row(Map.Entry<String, GraphComponent> entry) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label id = new Label(entry.getKey());
        id.getStyleClass().add("text-muted");
        Label type = new Label(entry.getValue().type());
        type.getStyleClass().add("key");
        HBox row = new HBox(8, new Label(title(entry.getValue())), id, gap, type);
        row.getStyleClass().add("command-row");
        return row;
    }
}
