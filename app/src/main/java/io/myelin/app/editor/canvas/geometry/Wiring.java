package io.myelin.app.editor.canvas.geometry;

import io.myelin.app.editor.canvas.geometry.ShapeMaker.LinkedNames;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphLink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which links begin and end at each component of a graph, and the names that they give its boxes. For one thread. */
final class Wiring {
    private final Map<String, Ends> ends = new HashMap<>();
    private List<GraphLink> links = List.of();

    /** The links before the last change, and the ends then at the components that it touched: for when it is taken back. */
    private List<GraphLink> linksBefore = List.of();

    private Map<String, Ends> endsBefore = Map.of();

    /** Follows to {@code graph}; gives the components to whose boxes other names are linked than before. */
    Set<String> update(Graph graph, GraphDelta delta) {
        Map<String, Ends> touched = new HashMap<>();
        delta.links().gone().forEach(link -> touch(link, touched));
        delta.links().come().forEach(link -> touch(link, touched));
        delta.boxed().forEach(id -> touched.computeIfAbsent(id, _ -> new Ends()));
        if (touched.isEmpty()) {
            return Set.of();
        }
        if (isBefore(graph, delta, touched.keySet())) {
            touched.replaceAll((id, none) -> endsBefore.getOrDefault(id, none));
        } else {
            find(graph, touched);
        }
        Map<String, Ends> left = HashMap.newHashMap(touched.size());
        if (delta.boxed().isEmpty()) {
            touched.keySet().forEach(id -> left.put(id, ends.getOrDefault(id, new Ends())));
        }
        endsBefore = left;
        linksBefore = links;
        links = graph.links();
        return take(touched);
    }

    /** Whether it is the very graph from which the last change led here, but for what is no matter of links. */
    @SuppressWarnings("ReferenceEquality") // A list of links is never changed.
    private boolean isBefore(Graph graph, GraphDelta delta, Set<String> touched) {
        return graph.links() == linksBefore
                && delta.boxed().isEmpty()
                && endsBefore.keySet().containsAll(touched);
    }

    /** Fills in what {@code graph} links at the components {@code touched}. */
    private static void find(Graph graph, Map<String, Ends> touched) {
        for (GraphLink link : graph.links()) {
            Ends from = touched.get(link.from().component());
            Ends to = touched.get(link.to().component());
            if (from != null || to != null) {
                LinkReference reference = LinkReference.of(link);
                if (from != null) {
                    from.links.add(reference);
                    from.names.outlets().add(link.from().box());
                }
                if (to != null) {
                    to.links.add(reference);
                    to.names.inlets().add(link.to().box());
                }
            }
        }
        graph.outboxes()
                .values()
                .forEach(box -> at(box, touched).names.outlets().add(box.box()));
        graph.inboxes().values().forEach(box -> at(box, touched).names.inlets().add(box.box()));
    }

    private static void touch(GraphLink link, Map<String, Ends> touched) {
        touched.computeIfAbsent(link.from().component(), _ -> new Ends());
        touched.computeIfAbsent(link.to().component(), _ -> new Ends());
    }

    /** What is known of the component of {@code box}; what nobody has touched is thrown away. */
    private static Ends at(BoxReference box, Map<String, Ends> touched) {
        return touched.getOrDefault(box.component(), new Ends());
    }

    private Set<String> take(Map<String, Ends> touched) {
        Set<String> relinked = new HashSet<>();
        touched.forEach((id, now) -> {
            LinkedNames before = names(id);
            if (now.isEmpty()) {
                ends.remove(id);
            } else {
                ends.put(id, now);
            }
            if (!before.equals(now.names)) {
                relinked.add(id);
            }
        });
        return relinked;
    }

    /** The names that links and the graph's own boxes give the boxes of a component. */
    LinkedNames names(String id) {
        Ends known = ends.get(id);
        return known == null ? LinkedNames.NONE : known.names;
    }

    /** The links that begin or end at a component, in the order of the graph. */
    List<LinkReference> linksAt(String id) {
        Ends known = ends.get(id);
        return known == null ? List.of() : known.links;
    }

    /** Whether {@code link} is in the graph. */
    boolean has(LinkReference link) {
        return linksAt(link.from().component()).contains(link);
    }

    /** What is linked at one component; never changed once the graph has been followed. */
    private static final class Ends {
        private final List<LinkReference> links = new ArrayList<>(4);
        private final LinkedNames names = new LinkedNames(new LinkedHashSet<>(4), new LinkedHashSet<>(4));

        private boolean isEmpty() {
            return links.isEmpty()
                    && names.inlets().isEmpty()
                    && names.outlets().isEmpty();
        }
    }
}
