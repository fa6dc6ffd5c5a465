package io.myelin.app.editor.canvas.geometry;

import io.myelin.engine.graph.Graph;
import java.util.List;
import java.util.Set;

/**
 * The shapes of the components and links of one graph, which follow it from edit to edit: an edit costs what it touches.
 * For one thread.
 */
final class GraphShapes {
    // Looking for the links round each of more than these costs more than finding those in view again.
    private static final int MOST_CARDS = 500;

    private final LinkRoutes routes;
    private final Wiring wiring = new Wiring();
    private final ComponentShapes components;
    private final LinkShapes links;
    private Graph graph = Graph.EMPTY;

    GraphShapes(ComponentShapes components, LinkRoutes routes) {
        this.components = components;
        this.routes = routes;
        this.links = new LinkShapes(components, wiring, routes);
    }

    /** The shapes of the empty graph; what will be as in this one gets the shapes that it has here. */
    GraphShapes another() {
        return new GraphShapes(new ComponentShapes(components), routes);
    }

    /**
     * Follows to {@code changed}, by what differs; tells what that has made of the shapes. With {@code relooked} all inner
     * graphs are looked at anew.
     */
    @SuppressWarnings("ReferenceEquality") // Graphs that are equal may still differ in the order of their boxes.
    ShapeNews update(Graph changed, GraphDelta delta, boolean relooked) {
        boolean otherInside = relooked || changed.graphs() != graph.graphs();
        boolean otherFrames = changed.layout().notes() != graph.layout().notes()
                || changed.layout().groups() != graph.layout().groups();
        Set<String> relinked = wiring.update(changed, delta);
        Set<String> renewed = components.update(changed, delta, wiring, relinked, otherInside);
        renewed.addAll(components.fold(changed, renewed));
        links.update(graph, changed, delta.links(), renewed);
        graph = changed;
        forgetRoutes();
        return news(otherInside || otherFrames || !delta.boxed().isEmpty());
    }

    private ShapeNews news(boolean more) {
        List<ShapeNews.Face> faces = components.takeChangedFaces();
        List<Bounds> places = components.takeChangedPlaces();
        places.addAll(links.takeChangedLines());
        // Ends of hidden links stand in rows with others, outside of all bounds, and say what is at the other end.
        boolean isAtHidden = !places.isEmpty() && links.hasHidden()
                || faces.stream().anyMatch(face -> isNamedElsewhere(face.after().id()));
        return more || isAtHidden ? ShapeNews.ALL : new ShapeNews(faces, places, false);
    }

    private boolean isNamedElsewhere(String id) {
        return wiring.linksAt(id).stream()
                .flatMap(link -> links.link(link).stream())
                .anyMatch(LinkShape::hidden);
    }

    /** Links round whose lines cards have come or gone are led anew. */
    private void forgetRoutes() {
        List<Bounds> changedCards = components.takeChangedCards();
        if (changedCards.size() > MOST_CARDS) {
            routes.forgetAll();
        } else if (!routes.isEmpty()) {
            links.forgetRoutesIn(changedCards.stream()
                    .map(card -> card.grown(LinkRoutes.FARTHEST))
                    .toList());
        }
    }

    /** Shows the components {@code ids} away from their places by so much; tells whether that is news for any. */
    boolean displace(Set<String> ids, double dx, double dy) {
        boolean same = ids.equals(components.displaced());
        Set<String> touched = components.displace(ids, dx, dy);
        if (touched.isEmpty()) {
            return false;
        }
        links.displace(same, touched, dx, dy);
        return true;
    }

    /** How many components and links there are. */
    int size() {
        return graph.components().size() + graph.links().size();
    }

    Graph graph() {
        return graph;
    }

    Wiring wiring() {
        return wiring;
    }

    ComponentShapes components() {
        return components;
    }

    LinkShapes links() {
        return links;
    }
}
