package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.document.PublicBoxEdits;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.PublicBox;
import io.myelin.engine.graph.PublicBoxes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What takes links away and puts others in, whether between components or at the border: the way to a box of the graph's
 * own is no link in the graph, but what that box stands for, and goes and comes with the box.
 */
final class LinkEdits {
    private final Set<LinkReference> cut = new LinkedHashSet<>();
    private final Map<LinkReference, GraphLink> joined = new LinkedHashMap<>();

    /** Takes {@code links} away. */
    LinkEdits cut(Collection<LinkReference> links) {
        cut.addAll(links);
        return this;
    }

    /** Joins the two boxes of {@code link}. */
    LinkEdits join(LinkReference link) {
        return join(new GraphLink(link.from(), link.to()));
    }

    /** Joins the two boxes of {@code link} by it. */
    LinkEdits join(GraphLink link) {
        joined.put(LinkReference.of(link), link);
        return this;
    }

    /** What {@code graph} says of {@code link}, such as that it is muted; of a way at the border that is nothing. */
    static GraphLink in(Graph graph, LinkReference link) {
        return graph.links().stream()
                .filter(one -> LinkReference.of(one).equals(link))
                .findFirst()
                .orElseGet(() -> new GraphLink(link.from(), link.to()));
    }

    /** Joins {@code one} and {@code other}, {@code one} being where messages come from. */
    LinkEdits join(BoxReference one, BoxReference other) {
        return join(new LinkReference(one, other));
    }

    /** Does it as a step of {@code document}, or a part of one, with {@code others} before the new links. */
    void perform(Document document, String step, List<GraphEdit> others) {
        Set<PublicBox> gone = goneBoxes(document, others);
        List<GraphEdit> edits = new ArrayList<>();
        Graph led = document.graph();
        for (Map.Entry<PublicBox, BoxReference> box : ledBoxes().entrySet()) {
            GraphEdit edit = PublicBoxes.lead(led, box.getKey(), box.getValue());
            led = edit.applyTo(led).graph();
            edits.add(edit);
        }
        cut.stream()
                .filter(link -> link.publicBox().isEmpty())
                .forEach(link -> edits.add(new GraphEdit.RemoveLink(link.from(), link.to())));
        edits.addAll(others);
        joined.forEach((reference, link) -> {
            if (reference.publicBox().isEmpty()) {
                edits.add(new GraphEdit.AddLink(link));
            }
        });
        if (gone.isEmpty()) {
            perform(document, step, edits, edits.size() == 1);
        } else {
            performWithout(gone, document, step, edits);
        }
    }

    private static void perform(Document document, String step, List<GraphEdit> edits, boolean isSingle) {
        if (!edits.isEmpty()) {
            document.perform(step, isSingle ? edits.getFirst() : new GraphEdit.Several(edits));
        }
    }

    /** The links outside go with the boxes, so that this is more than an edit of the level. */
    private static void performWithout(Set<PublicBox> gone, Document document, String step, List<GraphEdit> edits) {
        boolean isPart = document.isInStep();
        if (!isPart) {
            document.begin(step);
        }
        boolean done = false;
        try {
            perform(document, step, edits, edits.size() == 1);
            new PublicBoxEdits(document).remove(gone);
            done = true;
        } finally {
            if (!isPart && done) {
                document.commit();
            } else if (!isPart) {
                document.rollback();
            }
        }
    }

    private Map<PublicBox, BoxReference> ledBoxes() {
        Map<PublicBox, BoxReference> led = new LinkedHashMap<>();
        joined.keySet()
                .forEach(link -> link.publicBox()
                        .ifPresent(box -> led.put(box, box.kind() == PublicBox.Kind.INBOX ? link.to() : link.from())));
        return led;
    }

    /** Those that are cut off, and inside another graph those of components that go; one that is led elsewhere stays. */
    private Set<PublicBox> goneBoxes(Document document, List<GraphEdit> others) {
        Set<PublicBox> gone = new LinkedHashSet<>();
        cut.forEach(link -> link.publicBox().ifPresent(gone::add));
        if (!document.path().isEmpty()) {
            Set<String> ids = new HashSet<>();
            others.forEach(edit -> {
                if (edit instanceof GraphEdit.RemoveComponent remove) {
                    ids.add(remove.id());
                }
            });
            for (PublicBox.Kind kind : PublicBox.Kind.values()) {
                kind.of(document.graph()).forEach((name, inner) -> {
                    if (ids.contains(inner.component())) {
                        gone.add(new PublicBox(kind, name));
                    }
                });
            }
        }
        gone.removeAll(ledBoxes().keySet());
        return gone;
    }
}
