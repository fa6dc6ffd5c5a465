package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.text.Texts;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * A component as the rest of the world meets it: for assistive technology, for tests, for style sheets, and as the
 * ground on which it shows its content. Its looks are painted underneath.
 */
final class ComponentNode extends Region {
    private static final Texts TEXTS = Texts.of(ComponentNode.class);

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private @Nullable Node content;
    private @Nullable Bounds body;
    private @Nullable Sight sight;

    ComponentNode(String id) {
        setId("component-" + id);
        getStyleClass().add("graph-component");
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleRoleDescription(TEXTS.get("component"));
        setPickOnBounds(false);
        setManaged(false);
    }

    /** Follows the component to its place. */
    void show(ComponentShape shape, boolean selected, String state) {
        Sight wanted = new Sight(shape, selected, state);
        if (wanted.equals(sight)) {
            return;
        }
        sight = wanted;
        Bounds bounds = shape.bounds();
        body = shape.body().map(area -> area.moved(-bounds.x(), -bounds.y())).orElse(null);
        resizeRelocate(bounds.x(), bounds.y(), bounds.width(), bounds.height());
        pseudoClassStateChanged(SELECTED, selected);
        setAccessibleText(shape.face().title() + ", " + shape.component().type());
        String boxes = shape.boxes().map(ComponentNode::words).collect(Collectors.joining(", "));
        setAccessibleHelp(state.isEmpty() ? boxes : state + "; " + boxes);
        setNeedsLayout(true);
    }

    private static String words(BoxShape box) {
        return TEXTS.get(
                box.side() == BoxShape.Side.INLET ? "component.inbox" : "component.outbox",
                box.reference().box());
    }

    /** Shows {@code wanted} as its content; empty for none. */
    void show(Optional<Node> wanted) {
        Node node = wanted.orElse(null);
        if (!Objects.equals(node, content)) {
            content = node;
            getChildren().clear();
            wanted.ifPresent(shown -> {
                getChildren().add(shown);
                shown.setClip(new Rectangle());
            });
        }
    }

    @Override
    protected void layoutChildren() {
        Node shown = content;
        Bounds area = body;
        if (shown != null && area != null) {
            shown.resizeRelocate(area.x(), area.y(), area.width(), area.height());
            if (shown.getClip() instanceof Rectangle clip) {
                clip.setWidth(area.width());
                clip.setHeight(area.height());
                clip.setArcWidth(8);
                clip.setArcHeight(8);
            }
        }
    }

    /** What it was told to show. */
    private record Sight(ComponentShape shape, boolean selected, String state) {}
}
