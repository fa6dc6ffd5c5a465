package io.myelin.app.editor.canvas.geometry;

import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.canvas.geometry.ShapeMaker.LinkedNames;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.LinkLayout;
import io.myelin.engine.graph.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
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
 * The shapes of all components and links of a graph. It follows the graph: {@link #update} makes only what differs from
 * the graph before. Components can be shown away from their places while they are dragged. For one thread.
 */
public final class CanvasGeometry {
    /** The pitch of the grid that components snap to, in units of the world. */
    public static final double GRID = ShapeMaker.GRID;

    /** The place on the grid nearest to {@code coordinate}. */
    public static double onGrid(double coordinate) {
        return Math.round(coordinate / GRID) * GRID;
    }

    /** The crossing of the grid nearest to {@code place}. */
    public static Point onGrid(Point place) {
        return new Point(onGrid(place.x()), onGrid(place.y()));
    }

    private final ComponentFaces faces;
    private final ShapeMaker maker;
    private final Map<String, ComponentShape> settled = new LinkedHashMap<>();
    private final Map<String, Position> places = new HashMap<>();
    private final Map<String, ComponentShape> shown = new HashMap<>();
    private final Map<String, Integer> order = new HashMap<>();
    private final Map<LinkReference, LinkShape> links = new LinkedHashMap<>();
    private final SpatialIndex<String, ComponentShape> componentIndex = new SpatialIndex<>();
    private final SpatialIndex<LinkReference, LinkShape> linkIndex = new SpatialIndex<>();
    private final RecentAreas<List<ComponentShape>> componentsSeen = new RecentAreas<>();
    private final RecentAreas<List<LinkShape>> linksSeen = new RecentAreas<>();
    private Map<String, LinkedNames> linkedNames = Map.of();
    private Map<String, List<LinkReference>> incident = Map.of();
    private final LayoutShapes layout = new LayoutShapes(id -> component(id).map(ComponentShape::bounds));
    private Map<LinkReference, LinkLayout> linkLayouts = Map.of();
    private Set<String> displaced = Set.of();
    private Set<LinkReference> displacedLinks = Set.of();
    private Point displacement = new Point(0, 0);
    private Graph graph = Graph.EMPTY;
    private boolean outOfBand;
    private boolean graphsForgotten;

    /** The geometry of the empty graph. */
    public CanvasGeometry(ComponentFaces faces, TextMeasure measure) {
        this.faces = faces;
        this.maker = new ShapeMaker(measure);
    }

    /** The graph that is shown. */
    public Graph graph() {
        return graph;
    }

    /** Lets the next {@link #update} look anew at all graphs that components stand for: they may be others. */
    public void forgetGraphs() {
        graphsForgotten = true;
    }

    /** Follows to {@code changed}; what was displaced is back in its place. */
    public void update(Graph changed) {
        forgetSeen();
        displace(Set.of(), 0, 0);
        boolean innerGraphsChanged = graphsForgotten || !changed.graphs().equals(graph.graphs());
        graphsForgotten = false;
        Set<String> renewed = new HashSet<>();
        Map<String, LinkedNames> names = changed.links().equals(graph.links()) ? linkedNames : linkedNames(changed);
        Map<String, Position> found = MissingPlaces.of(changed, id -> sizeOf(id, changed, names));
        removeGone(changed, renewed);
        boolean reordered =
                !sameNames(changed.components().keySet(), graph.components().keySet());
        int index = 0;
        for (Map.Entry<String, GraphComponent> entry : changed.components().entrySet()) {
            String id = entry.getKey();
            if (reordered) {
                order.put(id, index++);
            }
            Position place = place(changed, found, id);
            LinkedNames linked = names.getOrDefault(id, LinkedNames.NONE);
            boolean mayBeOther = innerGraphsChanged && ComponentFaces.isSubgraph(entry.getValue());
            boolean same = !mayBeOther && isCurrent(id, entry.getValue(), linked);
            if (!same || !Objects.equals(place, places.get(id))) {
                renew(id, entry.getValue(), place, linked, same, changed);
                renewed.add(id);
            }
        }
        linkedNames = names;
        boolean linksChanged = !changed.links().equals(graph.links());
        Set<LinkReference> relaid = relaid(changed);
        graph = changed;
        updateLinks(renewed, linksChanged);
        relaid.stream().filter(links::containsKey).forEach(this::route);
        layout.update(changed.layout());
        forgetSeen();
    }

    private void forgetSeen() {
        componentsSeen.clear();
        linksSeen.clear();
    }

    private static boolean sameNames(Set<String> one, Set<String> other) {
        if (one.size() != other.size()) {
            return false;
        }
        Iterator<String> others = other.iterator();
        return one.stream().allMatch(name -> name.equals(others.next()));
    }

    /** Follows to how links are drawn in {@code changed}; gives those that are drawn in another way than before. */
    private Set<LinkReference> relaid(Graph changed) {
        if (changed.layout().links().equals(graph.layout().links())) {
            return Set.of();
        }
        Map<LinkReference, LinkLayout> layouts = new HashMap<>();
        changed.layout().links().forEach(layout -> layouts.put(new LinkReference(layout.from(), layout.to()), layout));
        Set<LinkReference> relaid = new LinkedHashSet<>(linkLayouts.keySet());
        relaid.addAll(layouts.keySet());
        Map<LinkReference, LinkLayout> before = linkLayouts;
        relaid.removeIf(link -> Objects.equals(before.get(link), layouts.get(link)));
        linkLayouts = layouts;
        return relaid;
    }

    private Bounds sizeOf(String id, Graph changed, Map<String, LinkedNames> names) {
        GraphComponent component = Objects.requireNonNull(changed.components().get(id));
        LinkedNames linked = names.getOrDefault(id, LinkedNames.NONE);
        ComponentShape known = settled.get(id);
        if (known != null && isCurrent(id, component, linked)) {
            return known.bounds();
        }
        return maker.make(id, component, faces.of(component, changed), new Position(0, 0), linked, outOfBand)
                .bounds();
    }

    private static Position place(Graph graph, Map<String, Position> found, String id) {
        Position place = graph.layout().components().get(id);
        return place == null ? found.getOrDefault(id, new Position(0, 0)) : place;
    }

    private boolean isCurrent(String id, GraphComponent component, LinkedNames linked) {
        ComponentShape known = settled.get(id);
        return known != null
                // By identity first: of thousands of components an edit leaves all but a few the very same.
                && Objects.equals(known.component(), component)
                && Objects.equals(linkedNames.getOrDefault(id, LinkedNames.NONE), linked);
    }

    private void renew(
            String id, GraphComponent component, Position place, LinkedNames linked, boolean same, Graph changed) {
        ComponentShape known = settled.get(id);
        Position before = places.get(id);
        ComponentShape shape;
        if (same && known != null && before != null && before.unknown().equals(place.unknown())) {
            shape = known.moved(place.x() - before.x(), place.y() - before.y());
        } else {
            shape = maker.make(id, component, faces.of(component, changed), place, linked, outOfBand);
        }
        places.put(id, place);
        settled.put(id, shape);
        show(shape);
    }

    private void removeGone(Graph changed, Set<String> renewed) {
        for (String id : List.copyOf(settled.keySet())) {
            if (!changed.components().containsKey(id)) {
                settled.remove(id);
                places.remove(id);
                shown.remove(id);
                order.remove(id);
                componentIndex.remove(id);
                renewed.add(id);
            }
        }
    }

    private static Map<String, LinkedNames> linkedNames(Graph graph) {
        Map<String, LinkedNames> names = new HashMap<>();
        for (GraphLink link : graph.links()) {
            names.computeIfAbsent(
                            link.from().component(), _ -> new LinkedNames(new LinkedHashSet<>(), new LinkedHashSet<>()))
                    .outlets()
                    .add(link.from().box());
            names.computeIfAbsent(
                            link.to().component(), _ -> new LinkedNames(new LinkedHashSet<>(), new LinkedHashSet<>()))
                    .inlets()
                    .add(link.to().box());
        }
        return names;
    }

    private void updateLinks(Set<String> renewed, boolean linksChanged) {
        if (linksChanged) {
            Map<LinkReference, LinkShape> before = new HashMap<>(links);
            incident = incident(graph);
            links.clear();
            for (GraphLink link : graph.links()) {
                LinkReference reference = LinkReference.of(link);
                LinkShape known = before.remove(reference);
                boolean moved = renewed.contains(reference.from().component())
                        || renewed.contains(reference.to().component());
                if (known == null || moved) {
                    route(reference);
                } else {
                    links.put(reference, known);
                }
            }
            before.keySet().forEach(linkIndex::remove);
        } else {
            reroute(renewed);
        }
    }

    private static Map<String, List<LinkReference>> incident(Graph graph) {
        Map<String, List<LinkReference>> touching = new HashMap<>();
        for (GraphLink link : graph.links()) {
            LinkReference reference = LinkReference.of(link);
            touching.computeIfAbsent(reference.from().component(), _ -> new ArrayList<>())
                    .add(reference);
            touching.computeIfAbsent(reference.to().component(), _ -> new ArrayList<>())
                    .add(reference);
        }
        return touching;
    }

    private void reroute(Set<String> ids) {
        linksAt(ids).forEach(this::route);
    }

    private void route(LinkReference reference) {
        showRouted(reference);
        LinkShape shape = links.get(reference);
        if (shape == null) {
            linkIndex.remove(reference);
        } else {
            linkIndex.put(reference, shape, shape.path().bounds());
        }
    }

    /** Leads a link anew, but leaves the index as it is. */
    private void showRouted(LinkReference reference) {
        Optional<BoxShape> from = box(reference.from(), Side.OUTLET);
        Optional<BoxShape> to = box(reference.to(), Side.INLET);
        if (from.isEmpty() || to.isEmpty()) {
            links.remove(reference);
            return;
        }
        LinkLayout drawn = linkLayouts.get(reference);
        List<Point> waypoints = drawn == null ? List.of() : waypoints(reference, drawn);
        Point start = from.get().centre();
        Point end = to.get().centre();
        LinkPath path = waypoints.isEmpty()
                ? LinkPath.between(
                        start,
                        end,
                        boundsOf(reference.from().component()),
                        boundsOf(reference.to().component()),
                        lane(reference))
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
                        drawn != null && drawn.hidden()));
    }

    /** Waypoints between two components that are dragged are dragged with them. */
    private List<Point> waypoints(LinkReference link, LinkLayout drawn) {
        boolean moves = displaced.contains(link.from().component())
                && displaced.contains(link.to().component());
        Point by = moves ? displacement : new Point(0, 0);
        return drawn.waypoints().stream()
                .map(place -> new Point(place.x() + by.x(), place.y() + by.y()))
                .toList();
    }

    /** Which of the links between the same two components it is, so that those that lead back lie side by side. */
    private int lane(LinkReference link) {
        int lane = 0;
        for (LinkReference other : linksAt(link.from().component())) {
            if (other.equals(link)) {
                return lane;
            }
            if (other.from().component().equals(link.from().component())
                    && other.to().component().equals(link.to().component())) {
                lane++;
            }
        }
        return lane;
    }

    private Bounds boundsOf(String id) {
        return Objects.requireNonNull(shown.get(id)).bounds();
    }

    private void show(ComponentShape shape) {
        shown.put(shape.id(), shape);
        componentIndex.put(shape.id(), shape, shape.bounds());
    }

    /** Shows the components {@code ids} away from their places by so much, and all others in theirs. */
    public void displace(Set<String> ids, double dx, double dy) {
        displace(ids, Set.of(), dx, dy);
    }

    /** As {@link #displace(Set, double, double)}, with the notes {@code notes} too. */
    public void displace(Set<String> ids, Set<String> notes, double dx, double dy) {
        layout.displace(notes, dx, dy);
        forgetSeen();
        boolean same = ids.equals(displaced);
        Set<String> touched = same ? displaced : union(displaced, ids);
        if (touched.isEmpty()) {
            return;
        }
        for (String id : touched) {
            ComponentShape shape = settled.get(id);
            if (shape != null) {
                shown.put(id, ids.contains(id) ? shape.moved(dx, dy) : shape);
            }
        }
        Set<LinkReference> rerouted = same ? displacedLinks : linksAt(touched);
        displacement = new Point(dx, dy);
        if (!same) {
            displaced = ids.stream().filter(settled::containsKey).collect(Collectors.toUnmodifiableSet());
            displacedLinks = linksAt(displaced);
            displacedLinks.retainAll(links.keySet());
        }
        rerouted.forEach(this::showRouted);
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        Set<T> both = new LinkedHashSet<>(one);
        both.addAll(other);
        return both;
    }

    private Set<LinkReference> linksAt(Set<String> ids) {
        Set<LinkReference> touched = new LinkedHashSet<>();
        ids.forEach(id -> touched.addAll(linksAt(id)));
        return touched;
    }

    /** The components that are shown away from their places. */
    public Set<String> displaced() {
        return displaced;
    }

    /** Whether {@code control} and {@code signal} are drawn on every component, or only where they are linked. */
    public void showOutOfBand(boolean wanted) {
        if (outOfBand != wanted) {
            outOfBand = wanted;
            Graph current = graph;
            update(Graph.EMPTY);
            update(current);
        }
    }

    /** The component with this id. */
    public Optional<ComponentShape> component(String id) {
        return Optional.ofNullable(shown.get(id));
    }

    /** All components in the order of the graph. */
    public List<ComponentShape> components() {
        return sorted(shown.values());
    }

    /** Those of {@code ids} that are there, in the order of the graph. */
    public List<ComponentShape> components(Collection<String> ids) {
        return sorted(ids.stream().flatMap(id -> component(id).stream()).toList());
    }

    /** The link {@code reference}. */
    public Optional<LinkShape> link(LinkReference reference) {
        return Optional.ofNullable(links.get(reference));
    }

    /** All links in the order of the graph. */
    public Collection<LinkShape> links() {
        return Collections.unmodifiableCollection(links.values());
    }

    /** The links that begin or end at a component. */
    public List<LinkReference> linksAt(String id) {
        return incident.getOrDefault(id, List.of());
    }

    /** The place of a component as the graph has it, or as it was found for one without. */
    public Optional<Position> placeOf(String id) {
        return Optional.ofNullable(places.get(id));
    }

    /** A box, if it is drawn. */
    public Optional<BoxShape> box(BoxReference reference, Side side) {
        return component(reference.component()).flatMap(shape -> shape.box(side, reference.box()));
    }

    /** The components that touch {@code area}, in the order of the graph. */
    public List<ComponentShape> componentsIn(Bounds area) {
        return componentsSeen.computeIfAbsent(area, _ -> {
            List<ComponentShape> found = componentIndex.touching(area);
            if (!displaced.isEmpty()) {
                found.removeIf(shape -> displaced.contains(shape.id()));
                displaced.forEach(id -> addIfIn(area, Objects.requireNonNull(shown.get(id)), found));
            }
            return sorted(found);
        });
    }

    /** What is displaced stands in the index where it was: who drags much must not pay for an index at each step. */
    private static void addIfIn(Bounds area, ComponentShape shape, List<ComponentShape> found) {
        if (shape.bounds().intersects(area)) {
            found.add(shape);
        }
    }

    private List<ComponentShape> sorted(Collection<ComponentShape> shapes) {
        // By numbers: comparing would look thousands of components up a dozen times each.
        List<ComponentShape> unsorted = new ArrayList<>(shapes);
        long[] keys = new long[unsorted.size()];
        for (int index = 0; index < keys.length; index++) {
            keys[index] = (long) order.getOrDefault(unsorted.get(index).id(), 0) << Integer.SIZE | index;
        }
        Arrays.sort(keys);
        List<ComponentShape> sorted = new ArrayList<>(keys.length);
        for (long key : keys) {
            sorted.add(unsorted.get((int) key));
        }
        return sorted;
    }

    /** The links whose surroundings touch {@code area}. */
    public List<LinkShape> linksIn(Bounds area) {
        return linksSeen.computeIfAbsent(area, _ -> {
            List<LinkShape> found = linkIndex.touching(area);
            if (!displacedLinks.isEmpty()) {
                found.removeIf(link -> displacedLinks.contains(link.reference()));
                displacedLinks.stream()
                        .map(link -> Objects.requireNonNull(links.get(link)))
                        .filter(link -> link.path().bounds().intersects(area))
                        .forEach(found::add);
            }
            return found;
        });
    }

    /** The notes and groups. */
    public LayoutShapes layout() {
        return layout;
    }

    /** A rectangle around all components, notes and groups; empty for none. */
    public Optional<Bounds> contents() {
        return Bounds.around(
                Stream.concat(shown.values().stream().map(ComponentShape::bounds), layout.contents().stream())
                        .toList());
    }

    /** A rectangle around those of {@code ids} that are there; empty for none. */
    public Optional<Bounds> contents(Collection<String> ids) {
        return Bounds.around(ids.stream()
                .flatMap(id -> component(id).stream())
                .map(ComponentShape::bounds)
                .toList());
    }
}
