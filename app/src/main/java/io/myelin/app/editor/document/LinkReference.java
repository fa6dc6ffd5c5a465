package io.myelin.app.editor.document;

import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.GraphLink;

/**
 * A link, known by the two boxes that it joins.
 *
 * @param from an outbox
 * @param to an inbox
 */
public record LinkReference(BoxReference from, BoxReference to) {
    /** What {@code link} joins. */
    public static LinkReference of(GraphLink link) {
        return new LinkReference(link.from(), link.to());
    }

    /** Whether it begins or ends at the component {@code id}. */
    public boolean touches(String id) {
        return from.component().equals(id) || to.component().equals(id);
    }

    /** This link after the component {@code id} has been called {@code newId}. */
    public LinkReference renamed(String id, String newId) {
        return new LinkReference(renamed(from, id, newId), renamed(to, id, newId));
    }

    private static BoxReference renamed(BoxReference box, String id, String newId) {
        return box.component().equals(id) ? new BoxReference(newId, box.box()) : box;
    }

    @Override
    public String toString() {
        return from + " -> " + to;
    }
}
