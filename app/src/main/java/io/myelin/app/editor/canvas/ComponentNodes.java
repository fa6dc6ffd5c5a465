package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.canvas.live.ComponentLife;
import io.myelin.app.editor.canvas.live.LiveFrame;
import io.myelin.app.editor.document.Selection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Affine;

/** Keeps a node for each visible component while few are visible, and for those that show content. */
final class ComponentNodes extends Pane {
    private static final int MOST = 150;
    private static final double CONTENT_FROM = 0.4;

    private final Map<String, ComponentNode> nodes = new HashMap<>();
    private final Affine world = new Affine();

    ComponentNodes() {
        setManaged(false);
        setPickOnBounds(false);
        getTransforms().add(world);
    }

    /** Moves all nodes to where {@code viewport} shows them. */
    void follow(Viewport viewport) {
        double zoom = viewport.zoom();
        world.setToTransform(zoom, 0, Math.round(-viewport.x() * zoom), 0, zoom, Math.round(-viewport.y() * zoom));
    }

    /** Follows to what is visible now. */
    void show(
            List<ComponentShape> visible,
            Viewport viewport,
            Selection selection,
            LiveFrame live,
            Function<String, Optional<Node>> contents) {
        double zoom = viewport.zoom();
        follow(viewport);
        boolean few = visible.size() <= MOST;
        Set<String> gone = new HashSet<>(nodes.keySet());
        for (ComponentShape shape : visible) {
            boolean showsContent = shape.body().isPresent() && zoom >= CONTENT_FROM;
            if (few || showsContent) {
                gone.remove(shape.id());
                ComponentNode node = nodes.computeIfAbsent(shape.id(), this::made);
                ComponentLife life = live.components().get(shape.id());
                node.show(shape, selection.contains(shape.id()), life == null ? "" : life.text());
                node.show(showsContent ? contents.apply(shape.id()) : Optional.empty());
            }
        }
        for (String id : gone) {
            getChildren().remove(nodes.remove(id));
        }
    }

    private ComponentNode made(String id) {
        ComponentNode node = new ComponentNode(id);
        getChildren().add(node);
        return node;
    }
}
