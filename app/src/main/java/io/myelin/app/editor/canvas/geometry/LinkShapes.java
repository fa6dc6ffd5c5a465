package io.myelin.app.editor.canvas.geometry;

import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.LinkLayout;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The shapes of a graph's links, with lines as if nothing stood in their way. Those at what is dragged stand in the index
 * where they rest. For one thread.
 */
final class LinkShapes {
    private final ComponentShapes components;
    private final Wiring wiring;
    private final LinkRoutes routes;
    private final Map<LinkReference, LinkShape> links = new HashMap<>();
    private final SpatialIndex<LinkReference, LinkShape> index = new SpatialIndex<>();
    private Map<LinkReference, LinkLayout> layouts = Map.of();
    private boolean hadHidden;
    private Set<LinkReference> muted = Set.of();
    private Set<LinkReference> displaced = Set.of();
    private Point displacement = new Point(0, 0);
    private List<GraphLink> order = List.of();
    private List<Bounds> changedLines = new ArrayList<>();

    /** No links yet, between {@code components}; what {@code routes} knows of those that change is forgotten. */
    LinkShapes(ComponentShapes components, Wiring wiring, LinkRoutes routes) {
        this.components = components;
        this.wiring = wiring;
        this.routes = routes;
    }

    /** Follows to {@code changed}, in which the components {@code renewed} have come, gone, or changed. */
    void update(Graph before, Graph changed, GraphDelta.Links delta, Set<String> renewed) {
        order = changed.links();
        if (!delta.isEmpty()) {
            muted = order.stream()
                    .filter(GraphLink::muted)
                    .map(LinkReference::of)
                    .collect(Collectors.toUnmodifiableSet());
        }
        Set<LinkReference> touched = new LinkedHashSet<>();
        delta.come().forEach(link -> touched.add(LinkReference.of(link)));
        Set<LinkReference> gone = new HashSet<>();
        delta.gone().forEach(link -> gone.add(LinkReference.of(link)));
        touched.addAll(gone);
        relaid(before, changed).stream().filter(links::containsKey).forEach(touched::add);
        renewed.forEach(id -> touched.addAll(wiring.linksAt(id)));
        for (LinkReference link : touched) {
            noteLine(link);
            // A file may have the same link twice: one of them stays.
            if (gone.contains(link) && !wiring.has(link)) {
                drop(link);
            } else {
                route(link);
            }
            noteLine(link);
        }
    }

    private void noteLine(LinkReference reference) {
        LinkShape shape = links.get(reference);
        if (shape != null) {
            changedLines.add(shape.path().bounds());
        }
    }

    /** Whether a link is hidden, or was before the last {@link #update}. */
    boolean hasHidden() {
        return hadHidden || layouts.values().stream().anyMatch(LinkLayout::hidden);
    }

    /** Where plain lines have come, gone or changed since this was asked for last. */
    List<Bounds> takeChangedLines() {
        List<Bounds> taken = changedLines;
        changedLines = new ArrayList<>();
        return taken;
    }

    /** Follows to how links are drawn in {@code changed}; gives those that are drawn in another way than before. */
    private Set<LinkReference> relaid(Graph before, Graph changed) {
        hadHidden = false;
        if (changed.layout().links().equals(before.layout().links())) {
            return Set.of();
        }
        hadHidden = layouts.values().stream().anyMatch(LinkLayout::hidden);
        Map<LinkReference, LinkLayout> now = new HashMap<>();
        changed.layout().links().forEach(layout -> now.put(new LinkReference(layout.from(), layout.to()), layout));
        Map<LinkReference, LinkLayout> then = layouts;
        Set<LinkReference> relaid = new LinkedHashSet<>(then.keySet());
        relaid.addAll(now.keySet());
        relaid.removeIf(link -> Objects.equals(then.get(link), now.get(link)));
        layouts = now;
        return relaid;
    }

    private void drop(LinkReference reference) {
        routes.forget(reference);
        links.remove(reference);
        index.remove(reference);
    }

    private void route(LinkReference reference) {
        routes.forget(reference);
        show(reference);
        LinkShape shape = links.get(reference);
        if (shape == null) {
            index.remove(reference);
        } else {
            index.put(
                    reference,
                    shape,
                    shape.path()
                            .bounds()
                            .union(components.boundsOf(reference.from().component()))
                            .union(components.boundsOf(reference.to().component())));
        }
    }

    /** Leads a link anew, but leaves the index as it is. */
    private void show(LinkReference reference) {
        Optional<BoxShape> from = components.box(reference.from(), Side.OUTLET);
        Optional<BoxShape> to = components.box(reference.to(), Side.INLET);
        if (from.isEmpty() || to.isEmpty() || components.folds().hides(reference)) {
            links.remove(reference);
            return;
        }
        LinkLayout drawn = layouts.get(reference);
        List<Point> waypoints = drawn == null ? List.of() : waypoints(reference, drawn);
        Point start = from.get().centre();
        Point end = to.get().centre();
        LinkPath path = waypoints.isEmpty()
                ? LinkPath.between(
                        start,
                        end,
                        components.boundsOf(reference.from().component()),
                        components.boundsOf(reference.to().component()))
                : LinkPath.through(start, waypoints, end);
        links.put(
                reference,
                new LinkShape(
                        reference,
                        path,
                        from.get(),
                        to.get(),
                        waypoints,
                        drawn == null ? "" : drawn.label(),
                        drawn != null && drawn.hidden(),
                        muted.contains(reference),
                        0.5));
    }

    /** Waypoints between two components that are dragged are dragged with them. */
    private List<Point> waypoints(LinkReference link, LinkLayout drawn) {
        boolean moves = components.displaced().contains(link.from().component())
                && components.displaced().contains(link.to().component());
        Point by = moves ? displacement : new Point(0, 0);
        return drawn.waypoints().stream()
                .map(place -> new Point(place.x() + by.x(), place.y() + by.y()))
                .toList();
    }

    /** Follows components to where they are displaced to; {@code touched} are those that this is news for. */
    void displace(boolean same, Set<String> touched, double dx, double dy) {
        Set<LinkReference> rerouted = same ? displaced : at(touched);
        displacement = new Point(dx, dy);
        if (!same) {
            displaced = at(components.displaced());
            displaced.retainAll(links.keySet());
        }
        rerouted.forEach(routes::forget);
        rerouted.forEach(this::show);
    }

    private Set<LinkReference> at(Set<String> ids) {
        Set<LinkReference> touched = new LinkedHashSet<>();
        ids.forEach(id -> touched.addAll(wiring.linksAt(id)));
        return touched;
    }

    Optional<LinkShape> link(LinkReference reference) {
        return Optional.ofNullable(links.get(reference));
    }

    /** All of them, in the order of the graph. */
    Collection<LinkShape> all() {
        Map<LinkReference, LinkShape> ordered = LinkedHashMap.newLinkedHashMap(links.size());
        for (GraphLink link : order) {
            LinkReference reference = LinkReference.of(link);
            link(reference).ifPresent(shape -> ordered.put(reference, shape));
        }
        return Collections.unmodifiableCollection(ordered.values());
    }

    int size() {
        return links.size();
    }

    /** Those whose surroundings touch {@code area}: of any two the same one is above the other wherever that is. */
    List<LinkShape> touching(Bounds area) {
        List<LinkShape> found = index.touchingInOrder(area);
        if (!displaced.isEmpty()) {
            found.removeIf(link -> displaced.contains(link.reference()));
            displaced.stream()
                    .flatMap(link -> Stream.ofNullable(links.get(link)))
                    .filter(link -> link.path().bounds().intersects(area))
                    .forEach(found::add);
        }
        return found;
    }

    /** The links from one component to another that go where nobody says; empty where there are none. */
    Optional<LinkRouter.Bundle> bundle(LinkRoutes.Pair pair) {
        List<LinkShape> led = wiring.linksAt(pair.source()).stream()
                .filter(pair::isOf)
                .distinct()
                .flatMap(reference -> Stream.ofNullable(links.get(reference)))
                .filter(LinkRoutes::isLed)
                .toList();
        return led.isEmpty()
                ? Optional.empty()
                : Optional.of(new LinkRouter.Bundle(
                        components.boundsOf(pair.source()), components.boundsOf(pair.target()), led));
    }

    /** The links that touch one of {@code areas}, whose lines are then led anew. */
    void forgetRoutesIn(List<Bounds> areas) {
        List<LinkShape> there = new ArrayList<>();
        areas.forEach(area -> there.addAll(index.touching(area)));
        there.forEach(link -> routes.forget(link.reference()));
    }
}
