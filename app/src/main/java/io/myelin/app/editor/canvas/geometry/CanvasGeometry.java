package io.myelin.app.editor.canvas.geometry;

import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.document.FoundPlaces;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.Position;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The shapes of all components and links of a graph. It follows the graph: {@link #update} makes only what differs from
 * the graph before. Components can be shown away from their places while they are dragged. For one thread.
 */
public final class CanvasGeometry implements FoundPlaces {
    /** The pitch of the grid that components snap to, in units of the world. */
    public static final double GRID = ShapeMaker.GRID;

    // Of this many parts that differ, making another set of shapes beside the old one pays when it is asked for again.
    private static final int MANY = 2_000;

    /** The place on the grid nearest to {@code coordinate}. */
    public static double onGrid(double coordinate) {
        return Math.round(coordinate / GRID) * GRID;
    }

    /** The crossing of the grid nearest to {@code place}. */
    public static Point onGrid(Point place) {
        return new Point(onGrid(place.x()), onGrid(place.y()));
    }

    private final ComponentFaces faces;
    private final TextMeasure measure;
    private final LinkRoutes routes;
    private final RecentAreas<List<ComponentShape>> componentsSeen = new RecentAreas<>();
    private final RecentAreas<List<LinkShape>> linksSeen = new RecentAreas<>();
    private final LayoutShapes layout = new LayoutShapes(id -> component(id).map(ComponentShape::bounds));
    private final BorderShapes border;
    private GraphShapes shapes;
    private GraphShapes kept;
    private boolean outOfBand;
    private CardStyle cards = CardStyle.FULL;
    private boolean graphsForgotten;
    private long changes;
    private ShapeNews news = ShapeNews.ALL;

    /** The geometry of the empty graph, whose links will be drawn as if nothing stood in their way. */
    public CanvasGeometry(ComponentFaces faces, TextMeasure measure) {
        this(faces, measure, LinkRouter.PLAIN);
    }

    /** The geometry of the empty graph, whose links will be drawn where {@code router} leads them. */
    public CanvasGeometry(ComponentFaces faces, TextMeasure measure, LinkRouter router) {
        this.faces = faces;
        this.measure = measure;
        this.border = new BorderShapes(this::box, measure);
        this.routes = new LinkRoutes(router, new Surroundings());
        this.shapes = nothing();
        this.kept = shapes;
    }

    /** One of the empty graph that shows components as this one does. */
    public CanvasGeometry another() {
        CanvasGeometry another = new CanvasGeometry(faces, measure);
        another.showCards(cards);
        another.showOutOfBand(outOfBand);
        return another;
    }

    private GraphShapes nothing() {
        return new GraphShapes(new ComponentShapes(faces, new ShapeMaker(measure, cards), measure, outOfBand), routes);
    }

    /** The lines of links that are not plain. */
    public LinkRoutes routes() {
        return routes;
    }

    /** The graph that is shown. */
    public Graph graph() {
        return shapes.graph();
    }

    /** Lets the next {@link #update} look anew at all graphs that components stand for: they may be others. */
    public void forgetGraphs() {
        graphsForgotten = true;
        kept = shapes;
    }

    /** Follows to {@code changed}; what was displaced is back in its place. */
    public void update(Graph changed) {
        forgetSeen();
        boolean wasDisplaced = !displaced().isEmpty();
        displace(Set.of(), 0, 0);
        boolean relooked = graphsForgotten;
        graphsForgotten = false;
        List<GroupShape> framesBefore = layout.groups();
        ShapeNews found = follow(changed, relooked);
        layout.update(changed.layout(), shapes.components().folds());
        border.update(changed, this::inside);
        forgetSeen();
        boolean otherAround = !layout.groups().equals(framesBefore)
                || border.isShown() && !found.places().isEmpty();
        news = wasDisplaced || otherAround ? ShapeNews.ALL : found;
    }

    /**
     * Of an edit that changes most of a large graph the shapes before it are kept, as they are likely to be asked for
     * again: by undo, or by redo after that.
     */
    private ShapeNews follow(Graph changed, boolean relooked) {
        boolean keptIsNearer = distance(kept, changed) < distance(shapes, changed);
        if (keptIsNearer && followKept(changed, MANY)) {
            return ShapeNews.ALL;
        }
        GraphDelta delta = GraphDelta.between(shapes.graph(), changed);
        if (delta.size() <= MANY) {
            return shapes.update(changed, delta, relooked);
        }
        followFar(changed, delta, keptIsNearer, relooked);
        return ShapeNews.ALL;
    }

    private void followFar(Graph changed, GraphDelta far, boolean keptIsNearer, boolean relooked) {
        GraphDelta delta = far;
        if (keptIsNearer || distance(kept, changed) > delta.size() / 2 || !followKept(changed, delta.size() / 2)) {
            GraphShapes left = shapes;
            boolean otherInside = relooked;
            if (delta.size() > left.size() / 2) {
                shapes = left.another();
                kept = left;
                delta = GraphDelta.between(Graph.EMPTY, changed);
                // What the shapes are taken from may have been of other inner graphs.
                otherInside = true;
            }
            shapes.update(changed, delta, otherInside);
        }
    }

    /** What the last {@link #update} has made of the shapes. */
    public ShapeNews news() {
        return news;
    }

    /** How many parts differ at the least. */
    private static int distance(GraphShapes from, Graph to) {
        Graph graph = from.graph();
        return Math.abs(graph.components().size() - to.components().size())
                + Math.abs(graph.links().size() - to.links().size());
    }

    /** Goes on from the shapes that were kept, where at most {@code most} parts differ from those; tells whether. */
    private boolean followKept(Graph changed, int most) {
        GraphDelta delta = GraphDelta.between(kept.graph(), changed);
        if (delta.size() > most) {
            return false;
        }
        GraphShapes left = shapes;
        shapes = kept;
        kept = left;
        routes.forgetAll();
        shapes.update(changed, delta, false);
        return true;
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

    /** The ids of all that moves as one with a component: those in its folded group, or only itself. */
    public List<String> oneWith(String id) {
        return shapes.components().folds().cardOf(id).map(this::members).orElse(List.of(id));
    }

    /** The components of a group that are there: a file may name others too. */
    public List<String> members(GroupShape group) {
        return group.group().members().stream()
                .filter(shapes.components()::isThere)
                .toList();
    }

    /** What can stand in places of its own: components, and for each folded group its card under the id of a member. */
    public List<ComponentShape> movable() {
        return Stream.concat(
                        components().stream().filter(shape -> !isFolded(shape.id())),
                        layout.groups().stream()
                                .filter(GroupShape::isFolded)
                                .flatMap(card -> shapes.components().folds().asComponent(card).stream()))
                .toList();
    }

    /** Whether a component is in a folded group, and so is not drawn itself: its shape is that of the card. */
    public boolean isFolded(String id) {
        return shapes.components().isFolded(id);
    }

    /** Shows the components {@code ids} away from their places by so much, and all others in theirs. */
    public void displace(Set<String> ids, double dx, double dy) {
        displace(ids, Set.of(), dx, dy);
    }

    /** As {@link #displace(Set, double, double)}, with the notes {@code notes} too. */
    public void displace(Set<String> ids, Set<String> notes, double dx, double dy) {
        layout.displace(notes, dx, dy);
        forgetSeen();
        if (shapes.displace(ids, dx, dy)) {
            border.route();
        }
    }

    /** The components that are shown away from their places. */
    public Set<String> displaced() {
        return shapes.components().displaced();
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
        if (cards != style) {
            cards = style;
            makeAnew();
        }
    }

    private void makeAnew() {
        Graph current = graph();
        shapes = nothing();
        kept = shapes;
        routes.forgetAll();
        update(current);
    }

    /** The component with this id. */
    public Optional<ComponentShape> component(String id) {
        return shapes.components().shown(id);
    }

    /** What stands inside the component with this id, however deep, where it is a graph. */
    public List<ComponentFaces.Inside> inside(String id) {
        return component(id)
                .map(shape -> faces.inside(shape.component(), graph()))
                .orElse(List.of());
    }

    /** All components in the order of the graph. */
    public List<ComponentShape> components() {
        return shapes.components().sorted(shapes.components().all());
    }

    /** Those of {@code ids} that are there and drawn by themselves, in the order of the graph. */
    public List<ComponentShape> components(Collection<String> ids) {
        return shapes.components()
                .sorted(ids.stream()
                        .filter(id -> !isFolded(id))
                        .flatMap(id -> component(id).stream())
                        .toList());
    }

    /** The link {@code reference}. */
    public Optional<LinkShape> link(LinkReference reference) {
        return shapes.links().link(reference).map(routes::drawn).or(() -> border.link(reference));
    }

    /** As {@link #link}, with its line as if nothing stood in its way: for whoever is too far off to see more. */
    public Optional<LinkShape> plainLink(LinkReference reference) {
        return shapes.links().link(reference).or(() -> border.link(reference));
    }

    /** All links in the order of the graph, with lines as if nothing stood in their way. */
    public Collection<LinkShape> links() {
        return shapes.links().all();
    }

    /** How many links are drawn. */
    public int linkCount() {
        return shapes.links().size();
    }

    /** The links that begin or end at a component. */
    public List<LinkReference> linksAt(String id) {
        return shapes.wiring().linksAt(id);
    }

    /** As {@link #linksAt}, with the ways from there to the border. */
    public List<LinkReference> linesAt(String id) {
        return Stream.concat(linksAt(id).stream(), border.linksAt(id)).toList();
    }

    /** The place of a component as the graph has it, or as it was found for one without. */
    public Optional<Position> placeOf(String id) {
        return shapes.components().placeOf(id);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // A graph is never changed, and what is shown is the document's very own.
    public Map<String, Position> in(Graph graph) {
        return graph == graph() ? shapes.components().found(graph) : Map.of();
    }

    @Override
    public boolean wouldMove(Graph before, Graph after) {
        return shapes.components().mayFindOthers(after, GraphDelta.between(before, after), shapes.wiring());
    }

    /** A box, if it is drawn. */
    public Optional<BoxShape> box(BoxReference reference, Side side) {
        return shapes.components().box(reference, side).or(() -> border.socket(reference, side));
    }

    /** The components that touch {@code area}, in the order of the graph. */
    public List<ComponentShape> componentsIn(Bounds area) {
        return componentsSeen.computeIfAbsent(
                area,
                _ -> Collections.unmodifiableList(
                        shapes.components().sorted(shapes.components().touching(area))),
                around -> around.stream()
                        .filter(shape -> shape.bounds().intersects(area))
                        .toList());
    }

    /** Whether more than {@code count} components touch {@code area}; looks at hardly more than that. */
    public boolean hasMoreIn(Bounds area, int count) {
        return shapes.components().hasMoreIn(area, count);
    }

    /** Whether a card touches {@code area}: that of a component, or of a folded group. */
    boolean isCovered(Bounds area) {
        // Not what was asked for lately: many small areas would push out the few that all that is painted is found by.
        return shapes.components().touching(area).stream().anyMatch(shape -> !isFolded(shape.id()))
                || layout.groups().stream()
                        .anyMatch(group -> group.isFolded() && group.bounds().intersects(area));
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
        return linksSeen.computeIfAbsent(
                area, _ -> Collections.unmodifiableList(shapes.links().touching(area)));
    }

    /** The boxes of the graph's own, at the border of all that is in it. */
    public BorderShapes border() {
        return border;
    }

    /** Shows the border also where the graph has no boxes of its own. */
    public void showBorder() {
        border.setWanted(true);
        border.update(graph(), this::inside);
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
        return Bounds.around(Stream.concat(
                        shapes.components().all().stream().map(ComponentShape::bounds), layout.contents().stream())
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

    /** What links are led round. */
    private final class Surroundings implements LinkRoutes.Surroundings {
        @Override
        public Optional<LinkRouter.Bundle> bundle(LinkRoutes.Pair pair) {
            return shapes.links().bundle(pair);
        }

        @Override
        public List<Bounds> cards(LinkRoutes.Pair pair, Bounds area) {
            Stream<Bounds> folded = layout.groups().stream()
                    .filter(GroupShape::isFolded)
                    .map(GroupShape::bounds)
                    .filter(area::intersects);
            // Of several ways as good, which is found depends on the order of the cards: it must not be that of the
            // edits.
            return Stream.concat(shapes.components().cards(pair, area), folded)
                    .sorted(BY_PLACE)
                    .toList();
        }
    }
}
