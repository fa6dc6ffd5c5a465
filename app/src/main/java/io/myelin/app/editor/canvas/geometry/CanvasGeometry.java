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
import java.util.Comparator;
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

    // Looking for the links round each of more than these costs more than finding those in view again.
    private static final int MOST_CARDS = 500;

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
    private final TextMeasure measure;
    private final LinkRoutes routes;
    private Folds folds = Folds.NONE;
    private final LayoutShapes layout = new LayoutShapes(id -> component(id).map(ComponentShape::bounds));
    private Set<LinkReference> muted = Set.of();
    private final BorderShapes border;
    private Map<LinkReference, LinkLayout> linkLayouts = Map.of();
    private final List<Bounds> changedCards = new ArrayList<>();
    private Set<String> displaced = Set.of();
    private Set<LinkReference> displacedLinks = Set.of();
    private Point displacement = new Point(0, 0);
    private Graph graph = Graph.EMPTY;
    private boolean outOfBand;
    private boolean graphsForgotten;
    private long changes;

    /** The geometry of the empty graph, whose links will be drawn as if nothing stood in their way. */
    public CanvasGeometry(ComponentFaces faces, TextMeasure measure) {
        this(faces, measure, LinkRouter.PLAIN);
    }

    /** The geometry of the empty graph, whose links will be drawn where {@code router} leads them. */
    public CanvasGeometry(ComponentFaces faces, TextMeasure measure, LinkRouter router) {
        this.faces = faces;
        this.maker = new ShapeMaker(measure);
        this.border = new BorderShapes(this::box, measure);
        this.measure = measure;
        this.routes = new LinkRoutes(router, new Surroundings());
    }

    /** The lines of links that are not plain. */
    public LinkRoutes routes() {
        return routes;
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
        boolean sameBoxes = changed.links().equals(graph.links())
                && changed.inboxes().equals(graph.inboxes())
                && changed.outboxes().equals(graph.outboxes());
        Map<String, LinkedNames> names = sameBoxes ? linkedNames : linkedNames(changed);
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
        boolean linksChanged = fold(changed, renewed) || !changed.links().equals(graph.links());
        Set<LinkReference> relaid = relaid(changed);
        graph = changed;
        updateLinks(renewed, linksChanged);
        relaid.stream().filter(links::containsKey).forEach(this::route);
        forgetRoutes();
        layout.update(changed.layout(), folds);
        border.update(changed, this::inside);
        forgetSeen();
    }

    /** Counts what moves lines: where it is as it was, every link is drawn where it was. */
    public long changes() {
        return changes + routes.found();
    }

    private void forgetSeen() {
        changes++;
        componentsSeen.clear();
        linksSeen.clear();
    }

    /** Follows to what is folded in {@code changed}; tells whether other links than before are out of sight. */
    private boolean fold(Graph changed, Set<String> renewed) {
        Folds before = folds;
        folds = Folds.of(changed, settled, measure);
        Set<String> touched = new LinkedHashSet<>(before.members());
        touched.addAll(folds.members());
        for (String id : touched) {
            ComponentShape known = shown.get(id);
            if (known != null && !known.equals(resting(id))) {
                changedCards.add(known.bounds());
                changedCards.add(resting(id).bounds());
                show(resting(id));
                renewed.add(id);
            }
        }
        return !folds.hidesSameAs(before);
    }

    /** A component where it is while nothing is displaced. */
    private ComponentShape resting(String id) {
        return folds.shape(id).orElseGet(() -> Objects.requireNonNull(settled.get(id)));
    }

    /** The ids of all that moves as one with a component: those in its folded group, or only itself. */
    public List<String> oneWith(String id) {
        return folds.cardOf(id).map(this::members).orElse(List.of(id));
    }

    /** The components of a group that are there: a file may name others too. */
    public List<String> members(GroupShape group) {
        return group.group().members().stream().filter(settled::containsKey).toList();
    }

    /** What can stand in places of its own: components, and for each folded group its card under the id of a member. */
    public List<ComponentShape> movable() {
        return Stream.concat(
                        components().stream().filter(shape -> !isFolded(shape.id())),
                        layout.groups().stream()
                                .filter(GroupShape::isFolded)
                                .flatMap(card -> folds.asComponent(card).stream()))
                .toList();
    }

    /** Whether a component is in a folded group, and so is not drawn itself: its shape is that of the card. */
    public boolean isFolded(String id) {
        return folds.shape(id).isPresent();
    }

    /** Links round whose lines cards have come or gone are led anew. */
    private void forgetRoutes() {
        if (changedCards.size() > MOST_CARDS) {
            routes.forgetAll();
        } else {
            changedCards.forEach(card -> linkIndex
                    .touching(card.grown(LinkRoutes.FARTHEST))
                    .forEach(link -> routes.forget(link.reference())));
        }
        changedCards.clear();
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
        if (known == null || !known.bounds().equals(shape.bounds())) {
            changedCards.add(shape.bounds());
            Optional.ofNullable(known).map(ComponentShape::bounds).ifPresent(changedCards::add);
        }
        show(shape);
    }

    private void removeGone(Graph changed, Set<String> renewed) {
        for (String id : List.copyOf(settled.keySet())) {
            if (!changed.components().containsKey(id)) {
                changedCards.add(Objects.requireNonNull(settled.remove(id)).bounds());
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
        Stream.concat(graph.links().stream().map(GraphLink::from), graph.outboxes().values().stream())
                .forEach(box -> namesAt(box, names).outlets().add(box.box()));
        Stream.concat(graph.links().stream().map(GraphLink::to), graph.inboxes().values().stream())
                .forEach(box -> namesAt(box, names).inlets().add(box.box()));
        return names;
    }

    private static LinkedNames namesAt(BoxReference box, Map<String, LinkedNames> names) {
        return names.computeIfAbsent(
                box.component(), _ -> new LinkedNames(new LinkedHashSet<>(), new LinkedHashSet<>()));
    }

    private void updateLinks(Set<String> renewed, boolean linksChanged) {
        if (linksChanged) {
            Map<LinkReference, LinkShape> before = new HashMap<>(links);
            incident = incident(graph);
            Set<LinkReference> mutedBefore = muted;
            muted = muted(graph);
            links.clear();
            for (GraphLink link : graph.links()) {
                LinkReference reference = LinkReference.of(link);
                LinkShape known = before.remove(reference);
                boolean moved = renewed.contains(reference.from().component())
                        || renewed.contains(reference.to().component());
                boolean changed = mutedBefore.contains(reference) != muted.contains(reference);
                if (known == null || moved || changed) {
                    route(reference);
                } else {
                    links.put(reference, known);
                }
            }
            before.keySet().forEach(gone -> {
                linkIndex.remove(gone);
                routes.forget(gone);
            });
        } else {
            reroute(renewed);
        }
    }

    private static Set<LinkReference> muted(Graph graph) {
        return graph.links().stream()
                .filter(GraphLink::muted)
                .map(LinkReference::of)
                .collect(Collectors.toUnmodifiableSet());
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
        routes.forget(reference);
        showRouted(reference);
        LinkShape shape = links.get(reference);
        if (shape == null) {
            linkIndex.remove(reference);
        } else {
            linkIndex.put(
                    reference,
                    shape,
                    shape.path()
                            .bounds()
                            .union(boundsOf(reference.from().component()))
                            .union(boundsOf(reference.to().component())));
        }
    }

    /** Leads a link anew, but leaves the index as it is. */
    private void showRouted(LinkReference reference) {
        Optional<BoxShape> from = box(reference.from(), Side.OUTLET);
        Optional<BoxShape> to = box(reference.to(), Side.INLET);
        if (from.isEmpty() || to.isEmpty() || folds.hides(reference)) {
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
                        boundsOf(reference.to().component()))
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
        boolean moves = displaced.contains(link.from().component())
                && displaced.contains(link.to().component());
        Point by = moves ? displacement : new Point(0, 0);
        return drawn.waypoints().stream()
                .map(place -> new Point(place.x() + by.x(), place.y() + by.y()))
                .toList();
    }

    private Bounds boundsOf(String id) {
        return Objects.requireNonNull(shown.get(id)).bounds();
    }

    private void show(ComponentShape shape) {
        shown.put(shape.id(), shape);
        if (isFolded(shape.id())) {
            componentIndex.remove(shape.id());
        } else {
            componentIndex.put(shape.id(), shape, shape.bounds());
        }
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
            if (settled.containsKey(id)) {
                shown.put(id, ids.contains(id) ? resting(id).moved(dx, dy) : resting(id));
            }
        }
        Set<LinkReference> rerouted = same ? displacedLinks : linksAt(touched);
        displacement = new Point(dx, dy);
        if (!same) {
            displaced = ids.stream().filter(settled::containsKey).collect(Collectors.toUnmodifiableSet());
            displacedLinks = linksAt(displaced);
            displacedLinks.retainAll(links.keySet());
        }
        rerouted.forEach(routes::forget);
        rerouted.forEach(this::showRouted);
        border.route();
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
            makeAnew();
        }
    }

    /** Shows components in {@code style}. */
    public void showCards(CardStyle style) {
        if (maker.setStyle(style)) {
            makeAnew();
        }
    }

    private void makeAnew() {
        Graph current = graph;
        update(Graph.EMPTY);
        update(current);
    }

    /** The component with this id. */
    public Optional<ComponentShape> component(String id) {
        return Optional.ofNullable(shown.get(id));
    }

    /** All components in the order of the graph. */
    public List<ComponentShape> components() {
        return sorted(shown.values());
    }

    /** Those of {@code ids} that are there and drawn by themselves, in the order of the graph. */
    public List<ComponentShape> components(Collection<String> ids) {
        return sorted(ids.stream()
                .filter(id -> !isFolded(id))
                .flatMap(id -> component(id).stream())
                .toList());
    }

    /** The link {@code reference}. */
    public Optional<LinkShape> link(LinkReference reference) {
        return Optional.ofNullable(links.get(reference)).map(routes::drawn).or(() -> border.link(reference));
    }

    /** As {@link #link}, with its line as if nothing stood in its way: for whoever is too far off to see more. */
    public Optional<LinkShape> plainLink(LinkReference reference) {
        return Optional.ofNullable(links.get(reference)).or(() -> border.link(reference));
    }

    /** All links in the order of the graph, with lines as if nothing stood in their way. */
    public Collection<LinkShape> links() {
        return Collections.unmodifiableCollection(links.values());
    }

    /** The links that begin or end at a component. */
    public List<LinkReference> linksAt(String id) {
        return incident.getOrDefault(id, List.of());
    }

    /** As {@link #linksAt}, with the ways from there to the border. */
    public List<LinkReference> linesAt(String id) {
        return Stream.concat(linksAt(id).stream(), border.linksAt(id)).toList();
    }

    /** The place of a component as the graph has it, or as it was found for one without. */
    public Optional<Position> placeOf(String id) {
        return Optional.ofNullable(places.get(id));
    }

    /** A box, if it is drawn. */
    public Optional<BoxShape> box(BoxReference reference, Side side) {
        return component(reference.component())
                .flatMap(shape -> shape.box(side, reference.box()))
                .or(() -> border.socket(reference, side));
    }

    /** The components that touch {@code area}, in the order of the graph. */
    public List<ComponentShape> componentsIn(Bounds area) {
        return componentsSeen.computeIfAbsent(area, _ -> {
            List<ComponentShape> found = componentIndex.touching(area);
            if (!displaced.isEmpty()) {
                found.removeIf(shape -> displaced.contains(shape.id()));
                displaced.stream()
                        .filter(id -> !isFolded(id))
                        .forEach(id -> addIfIn(area, Objects.requireNonNull(shown.get(id)), found));
            }
            return Collections.unmodifiableList(sorted(found));
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
        return withBorder(
                touching(area.grown(LinkRoutes.FARTHEST)).stream()
                        .map(routes::drawn)
                        .filter(link -> link.path().bounds().intersects(area))
                        .toList(),
                area);
    }

    private List<LinkShape> withBorder(List<LinkShape> touching, Bounds area) {
        List<LinkShape> outside = border.linksIn(area);
        return outside.isEmpty()
                ? touching
                : Stream.concat(touching.stream(), outside.stream()).toList();
    }

    /** As {@link #linksIn}, with lines as if nothing stood in their way: for whoever is too far off to see more. */
    public List<LinkShape> plainLinksIn(Bounds area) {
        return withBorder(touching(area), area);
    }

    private List<LinkShape> touching(Bounds area) {
        return linksSeen.computeIfAbsent(area, _ -> {
            List<LinkShape> found = linkIndex.touching(area);
            if (!displacedLinks.isEmpty()) {
                found.removeIf(link -> displacedLinks.contains(link.reference()));
                displacedLinks.stream()
                        .flatMap(link -> Stream.ofNullable(links.get(link)))
                        .filter(link -> link.path().bounds().intersects(area))
                        .forEach(found::add);
            }
            return Collections.unmodifiableList(found);
        });
    }

    /** The boxes of the graph's own, at the border of all that is in it. */
    public BorderShapes border() {
        return border;
    }

    /** Shows the border also where the graph has no boxes of its own. */
    public void showBorder() {
        border.setWanted(true);
        border.update(graph, this::inside);
    }

    /** The notes and groups. */
    public LayoutShapes layout() {
        return layout;
    }

    /** A rectangle around all components, notes, groups and the border; empty for none. */
    public Optional<Bounds> contents() {
        return Bounds.around(
                Stream.concat(inside().stream(), border.contents().stream()).toList());
    }

    private Optional<Bounds> inside() {
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

    private static final Comparator<Bounds> BY_PLACE = Comparator.comparingDouble(Bounds::x)
            .thenComparingDouble(Bounds::y)
            .thenComparingDouble(Bounds::width)
            .thenComparingDouble(Bounds::height);

    /** What links are led round. While components are dragged, only the links at them mind where those are. */
    private final class Surroundings implements LinkRoutes.Surroundings {
        @Override
        public Optional<LinkRouter.Bundle> bundle(LinkRoutes.Pair pair) {
            List<LinkShape> led = linksAt(pair.source()).stream()
                    .filter(pair::isOf)
                    .distinct()
                    .flatMap(reference -> Stream.ofNullable(links.get(reference)))
                    .filter(LinkRoutes::isLed)
                    .toList();
            return led.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new LinkRouter.Bundle(boundsOf(pair.source()), boundsOf(pair.target()), led));
        }

        @Override
        public List<Bounds> cards(LinkRoutes.Pair pair, Bounds area) {
            boolean minds = displaced.contains(pair.source()) || displaced.contains(pair.target());
            Stream<Bounds> there = componentIndex.touching(area).stream()
                    .filter(shape -> !displaced.contains(shape.id()))
                    .map(ComponentShape::bounds);
            Stream<Bounds> carried = displaced.stream()
                    .filter(id -> !isFolded(id))
                    .flatMap(id -> Stream.ofNullable(minds ? shown.get(id) : settled.get(id)))
                    .map(ComponentShape::bounds)
                    .filter(area::intersects);
            Stream<Bounds> folded = layout.groups().stream()
                    .filter(GroupShape::isFolded)
                    .map(GroupShape::bounds)
                    .filter(area::intersects);
            // Of several ways as good, which is found depends on the order of the cards: it must not be that of the
            // edits.
            return Stream.of(there, carried, folded)
                    .flatMap(several -> several)
                    .sorted(BY_PLACE)
                    .toList();
        }
    }
}
