package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.NoteShape;
import io.myelin.app.editor.canvas.geometry.Viewport;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Affine;

/** Keeps a node for each visible note. The pointer looks through them: what is under it is found by place. */
final class NoteNodes extends Pane {
    private final Map<String, NoteNode> nodes = new HashMap<>();
    private final Affine world = new Affine();

    NoteNodes() {
        setManaged(false);
        setMouseTransparent(true);
        getTransforms().add(world);
    }

    /** Moves all notes to where {@code viewport} shows them. */
    void follow(Viewport viewport) {
        double zoom = viewport.zoom();
        world.setToTransform(zoom, 0, Math.round(-viewport.x() * zoom), 0, zoom, Math.round(-viewport.y() * zoom));
    }

    /** Follows to what is visible now, the upper notes last. */
    void show(Collection<NoteShape> visible, Viewport viewport, Set<String> selected) {
        follow(viewport);
        Set<String> gone = new HashSet<>(nodes.keySet());
        for (NoteShape shape : visible) {
            gone.remove(shape.name());
            NoteNode node = nodes.computeIfAbsent(shape.name(), NoteNode::new);
            node.show(shape, selected.contains(shape.name()));
        }
        gone.forEach(nodes::remove);
        getChildren()
                .setAll(visible.stream().map(NoteShape::name).map(nodes::get).toList());
    }
}
