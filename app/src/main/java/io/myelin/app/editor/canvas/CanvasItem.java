package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.Bounds;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.collections.FXCollections;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Something on the canvas as assistive technology meets it: a node that shows nothing, where the thing itself is painted. */
final class CanvasItem extends Region {
    private final BooleanSupplier selected;
    private final Runnable select;
    private final int index;
    private List<Node> parts = List.of();

    /** {@code kind} says what it is, such as "link"; {@code index} is its place among all items. */
    CanvasItem(String kind, int index, BooleanSupplier selected, Runnable select) {
        this.index = index;
        this.selected = selected;
        this.select = select;
        setManaged(false);
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setAccessibleRoleDescription(kind);
    }

    /** Names it, with more about it in {@code help}, and lays it where it is painted, in pixels of the canvas. */
    CanvasItem show(String name, String help, Bounds place) {
        setAccessibleText(name);
        setAccessibleHelp(help.isEmpty() ? null : help);
        resizeRelocate(place.x(), place.y(), Math.max(1, place.width()), Math.max(1, place.height()));
        return this;
    }

    /** Gives it parts of its own, such as the boxes of a component. */
    void setParts(List<CanvasItem> boxes, Optional<Node> content) {
        parts = java.util.stream.Stream.concat(boxes.stream(), content.stream()).toList();
        getChildren().setAll(boxes);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case SELECTED -> selected.getAsBoolean();
            case INDEX -> index;
            case CHILDREN -> FXCollections.observableList(parts);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        switch (action) {
            case FIRE, REQUEST_FOCUS, SHOW_ITEM -> select.run();
            default -> super.executeAccessibleAction(action, parameters);
        }
    }
}
