package io.myelin.app.editor.document;

import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.PublicBox;
import io.myelin.engine.graph.PublicBox.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A link, known by the two boxes that it joins. The way from a box of the graph's own to the inner box that it stands for
 * is one too: the graph's own box is written as of a component without an id.
 *
 * @param from an outbox, or an inbox of the graph's own
 * @param to an inbox, or an outbox of the graph's own
 */
public record LinkReference(BoxReference from, BoxReference to) {
    /** What {@code link} joins. */
    public static LinkReference of(GraphLink link) {
        return new LinkReference(link.from(), link.to());
    }

    /** The way from {@code box}, which is the graph's own, to {@code inner}, or from that to it. */
    public static LinkReference of(PublicBox box, BoxReference inner) {
        BoxReference own = border(box);
        return box.kind() == Kind.INBOX ? new LinkReference(own, inner) : new LinkReference(inner, own);
    }

    /** The ways between the boxes of {@code graph}'s own and what they stand for. */
    public static List<LinkReference> publicOf(Graph graph) {
        List<LinkReference> links = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            kind.of(graph).forEach((name, inner) -> links.add(of(new PublicBox(kind, name), inner)));
        }
        return links;
    }

    /** How a box of the graph's own is written. */
    public static BoxReference border(PublicBox box) {
        return new BoxReference("", box.name());
    }

    /** Whether {@code box} is one of the graph's own. */
    public static boolean isBorder(BoxReference box) {
        return box.component().isEmpty();
    }

    /** The box of the graph's own at an end of it; empty for a link between components. */
    public Optional<PublicBox> publicBox() {
        if (isBorder(from)) {
            return Optional.of(new PublicBox(Kind.INBOX, from.box()));
        }
        return isBorder(to) ? Optional.of(new PublicBox(Kind.OUTBOX, to.box())) : Optional.empty();
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
