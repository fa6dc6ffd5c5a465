package io.myelin.app.editor.canvas.paint;

import io.myelin.app.editor.document.LinkReference;
import java.util.Map;
import java.util.SequencedSet;

/**
 * The marks on the parts of a graph.
 *
 * @param components by id; the first of several gives the frame
 * @param links the marked links
 */
public record Marks(Map<String, SequencedSet<Mark>> components, Map<LinkReference, Mark> links) {
    /** No marks. */
    public static final Marks NONE = new Marks(Map.of(), Map.of());

    /** Copies both. */
    public Marks {
        components = Map.copyOf(components);
        links = Map.copyOf(links);
    }

    /** Whether nothing is marked. */
    public boolean isEmpty() {
        return components.isEmpty() && links.isEmpty();
    }
}
