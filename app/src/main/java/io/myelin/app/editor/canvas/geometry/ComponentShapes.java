package io.myelin.app.editor.canvas.geometry;

import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.canvas.geometry.ShapeMaker.LinkedNames;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of a graph's components: where they rest, and where they are shown while they are folded or dragged. What is
 * dragged stands in the index where it rests, so that nobody pays for an index at each step. For one thread.
 */
final class ComponentShapes {
    private final ComponentFaces faces;
    private final TextMeasure measure;
    private final ShapeMaker maker;
    private final boolean outOfBand;
    private final Map<String, Resting> settled = new HashMap<>();
    private final Map<String, ComponentShape> shown = new HashMap<>();
    private final Map<String, Integer> order = new HashMap<>();
    private final SpatialIndex<String, ComponentShape> index = new SpatialIndex<>();
    private final Set<String> unplaced = new LinkedHashSet<>();
    private Map<String, Resting> models;
    private int next;
    private List<Bounds> changedCards = new ArrayList<>();
    private List<Bounds> changedPlaces = new ArrayList<>();
    private List<ShapeNews.Face> changedFaces = new ArrayList<>();
    private Folds folds = Folds.NONE;
    private Set<String> displaced = Set.of();

    /** No components yet; {@code outOfBand} is whether all show {@code control} and {@code signal}. */
    ComponentShapes(ComponentFaces faces, ShapeMaker maker, TextMeasure measure, boolean outOfBand) {
        this.faces = faces;
        this.measure = measure;
        this.maker = maker;
        this.outOfBand = outOfBand;
        this.models = Map.of();
    }

    /** No components yet; those that will be as in {@code before} get the shapes that they have there. */
    ComponentShapes(ComponentShapes before) {
        this(before.faces, before.maker, before.measure, before.outOfBand);
        this.models = before.settled;
    }

    /**
     * Follows to {@code changed}; gives the components that are gone, or have another place or other boxes. With {@code
     * relooked} those that stand for graphs are looked at anew.
     */
    Set<String> update(Graph changed, GraphDelta delta, Wiring wiring, Set<String> relinked, boolean relooked) {
        Set<String> renewed = new LinkedHashSet<>(delta.components().gone());
        Map<String, Resting> gone = HashMap.newHashMap(renewed.size());
        renewed.forEach(id -> gone.put(id, remove(id)));
        number(changed, delta.components());
        Set<String> touched = new LinkedHashSet<>(delta.components().changed());
        touched.addAll(delta.places().changed());
        touched.addAll(delta.places().gone());
        touched.forEach(id -> followPlace(id, changed));
        touched.addAll(unplaced);
        touched.addAll(relinked);
        if (relooked) {
            changed.components().forEach((id, component) -> {
                if (ComponentFaces.isSubgraph(component)) {
                    touched.add(id);
                }
            });
        }
        Map<String, Position> found =
                unplaced.isEmpty() ? Map.of() : MissingPlaces.of(changed, id -> sizeOf(id, changed, wiring));
        for (String id : touched) {
            GraphComponent component = changed.components().get(id);
            if (component != null && follow(id, component, place(changed, found, id), changed, wiring, relooked)) {
                renewed.add(id);
            }
        }
        // What is taken out is the likeliest to come next: back. Unless it stands for a graph that is another by then.
        models = relooked ? Map.of() : gone;
        return renewed;
    }

    private Resting remove(String id) {
        Resting removed = Objects.requireNonNull(settled.remove(id));
        Bounds bounds = removed.shape.bounds();
        changedCards.add(bounds);
        changedPlaces.add(bounds);
        shown.remove(id);
        order.remove(id);
        index.remove(id);
        unplaced.remove(id);
        return removed;
    }

    private void number(Graph changed, GraphDelta.Named components) {
        if (components.appended()) {
            components.changed().forEach(id -> {
                if (order.putIfAbsent(id, next) == null) {
                    next++;
                }
            });
        } else {
            next = 0;
            changed.components().keySet().forEach(id -> order.put(id, next++));
        }
    }

    private void followPlace(String id, Graph changed) {
        if (changed.components().containsKey(id)
                && !changed.layout().components().containsKey(id)) {
            unplaced.add(id);
        } else {
            unplaced.remove(id);
        }
    }

    private static Position place(Graph graph, Map<String, Position> found, String id) {
        Position place = graph.layout().components().get(id);
        return place == null ? found.getOrDefault(id, new Position(0, 0)) : place;
    }

    private Bounds sizeOf(String id, Graph changed, Wiring wiring) {
        GraphComponent component = Objects.requireNonNull(changed.components().get(id));
        Resting known = known(id);
        LinkedNames linked = wiring.names(id);
        return known != null && known.isOf(component, linked)
                ? known.shape.bounds()
                : maker.make(id, component, faces.of(component, changed), new Position(0, 0), linked, outOfBand)
                        .bounds();
    }

    private @Nullable Resting known(String id) {
        Resting known = settled.get(id);
        return known == null ? models.get(id) : known;
    }

    /** Tells whether the component is elsewhere than before, or has other boxes. */
    private boolean follow(
            String id, GraphComponent component, Position place, Graph changed, Wiring wiring, boolean relooked) {
        Resting known = known(id);
        LinkedNames linked = wiring.names(id);
        boolean mayBeOther = relooked && ComponentFaces.isSubgraph(component);
        ComponentShape shape;
        if (known == null || mayBeOther || !known.isOf(component, linked)) {
            shape = maker.make(id, component, faces.of(component, changed), place, linked, outOfBand);
        } else if (place.equals(known.place)) {
            if (settled.containsKey(id)) {
                return false;
            }
            shape = known.shape;
        } else if (known.place.unknown().equals(place.unknown())) {
            shape = known.shape.moved(place.x() - known.place.x(), place.y() - known.place.y());
        } else {
            shape = maker.make(id, component, faces.of(component, changed), place, linked, outOfBand);
        }
        Resting before = settled.put(id, new Resting(shape, place, linked));
        if (before == null || !before.shape.bounds().equals(shape.bounds())) {
            changedCards.add(shape.bounds());
            Optional.ofNullable(before).map(resting -> resting.shape.bounds()).ifPresent(changedCards::add);
        }
        show(shape);
        if (before != null && before.shape.standsAs(shape)) {
            changedFaces.add(new ShapeNews.Face(before.shape, shape));
            return false;
        }
        changedPlaces.add(shape.bounds());
        Optional.ofNullable(before).map(resting -> resting.shape.bounds()).ifPresent(changedPlaces::add);
        return true;
    }

    private void show(ComponentShape shape) {
        shown.put(shape.id(), shape);
        if (isFolded(shape.id())) {
            index.remove(shape.id());
        } else {
            index.put(shape.id(), shape, shape.bounds());
        }
    }

    /** Follows to what is folded in {@code changed}; gives the components that are in sight, or out of it, only now. */
    Set<String> fold(Graph changed, Set<String> renewed) {
        Folds before = folds;
        folds = Folds.of(changed, this::settled, measure);
        Set<String> touched = new LinkedHashSet<>(before.members());
        touched.addAll(folds.members());
        for (String id : touched) {
            ComponentShape known = shown.get(id);
            if (known != null && !known.equals(resting(id))) {
                changedCards.add(known.bounds());
                changedCards.add(resting(id).bounds());
                changedPlaces.add(known.bounds());
                changedPlaces.add(resting(id).bounds());
                show(resting(id));
                renewed.add(id);
            }
        }
        return folds.hidesSameAs(before) ? Set.of() : touched;
    }

    /** Where cards have come or gone since this was asked for last. */
    List<Bounds> takeChangedCards() {
        List<Bounds> taken = changedCards;
        changedCards = new ArrayList<>();
        return taken;
    }

    /** Where components have come or gone, or have other boxes, since this was asked for last. */
    List<Bounds> takeChangedPlaces() {
        List<Bounds> taken = changedPlaces;
        changedPlaces = new ArrayList<>();
        return taken;
    }

    /** The components that have only said something else since this was asked for last. */
    List<ShapeNews.Face> takeChangedFaces() {
        List<ShapeNews.Face> taken = changedFaces;
        changedFaces = new ArrayList<>();
        return taken;
    }

    Folds folds() {
        return folds;
    }

    boolean isFolded(String id) {
        return folds.shape(id).isPresent();
    }

    boolean isThere(String id) {
        return settled.containsKey(id);
    }

    private Optional<ComponentShape> settled(String id) {
        return Optional.ofNullable(settled.get(id)).map(Resting::shape);
    }

    /** A component where it is while nothing is displaced. */
    private ComponentShape resting(String id) {
        return folds.shape(id).orElseGet(() -> Objects.requireNonNull(settled.get(id)).shape);
    }

    /** The place of a component as the graph has it, or as it was found for one without. */
    Optional<Position> placeOf(String id) {
        return Optional.ofNullable(settled.get(id)).map(Resting::place);
    }

    /** The places found for those that the layout does not name, in the order of {@code graph}, which is followed. */
    Map<String, Position> found(Graph graph) {
        Map<String, Position> found = new LinkedHashMap<>();
        if (!unplaced.isEmpty()) {
            graph.components().keySet().stream()
                    .filter(unplaced::contains)
                    .forEach(id -> found.put(id, Objects.requireNonNull(settled.get(id)).place));
        }
        return found;
    }

    /** Whether one of those might be found another place in {@code changed}: that hangs on the sizes of all of them. */
    boolean mayFindOthers(Graph changed, GraphDelta delta, Wiring wiring) {
        Map<String, Position> places = changed.layout().components();
        if (unplaced.isEmpty()
                || places.keySet().containsAll(changed.components().keySet())) {
            return false;
        }
        return delta.places().size() > 0
                || !delta.links().isEmpty()
                || !delta.boxed().isEmpty()
                || !delta.components().gone().isEmpty()
                || !delta.components().appended()
                || changed.components().size() != settled.size()
                || changed.components().entrySet().stream()
                        .filter(entry -> delta.components().changed().contains(entry.getKey())
                                || ComponentFaces.isSubgraph(entry.getValue()))
                        .anyMatch(entry -> isOtherSize(entry.getKey(), entry.getValue(), changed, wiring));
    }

    private boolean isOtherSize(String id, GraphComponent component, Graph changed, Wiring wiring) {
        Resting known = Objects.requireNonNull(settled.get(id));
        Bounds now = maker.make(id, component, faces.of(component, changed), known.place, wiring.names(id), outOfBand)
                .bounds();
        return !now.equals(known.shape.bounds());
    }

    Optional<ComponentShape> shown(String id) {
        return Optional.ofNullable(shown.get(id));
    }

    Bounds boundsOf(String id) {
        return Objects.requireNonNull(shown.get(id)).bounds();
    }

    Optional<BoxShape> box(BoxReference reference, Side side) {
        return shown(reference.component()).flatMap(shape -> shape.box(side, reference.box()));
    }

    Collection<ComponentShape> all() {
        return shown.values();
    }

    /** {@code shapes} in the order of the graph. */
    List<ComponentShape> sorted(Collection<ComponentShape> shapes) {
        // By numbers: comparing would look thousands of components up a dozen times each.
        List<ComponentShape> unsorted = new ArrayList<>(shapes);
        long[] keys = new long[unsorted.size()];
        for (int at = 0; at < keys.length; at++) {
            keys[at] = (long) order.getOrDefault(unsorted.get(at).id(), 0) << Integer.SIZE | at;
        }
        Arrays.sort(keys);
        List<ComponentShape> sorted = new ArrayList<>(keys.length);
        for (long key : keys) {
            sorted.add(unsorted.get((int) key));
        }
        return sorted;
    }

    /** Those that touch {@code area}, in no particular order. */
    List<ComponentShape> touching(Bounds area) {
        List<ComponentShape> found = index.touching(area);
        if (!displaced.isEmpty()) {
            found.removeIf(shape -> displaced.contains(shape.id()));
            displaced.stream()
                    .filter(id -> !isFolded(id))
                    .map(id -> Objects.requireNonNull(shown.get(id)))
                    .filter(shape -> shape.bounds().intersects(area))
                    .forEach(found::add);
        }
        return found;
    }

    /** Whether more than {@code count} touch {@code area}. */
    boolean hasMoreIn(Bounds area, int count) {
        return displaced.isEmpty()
                ? index.hasMoreIn(area, count)
                : touching(area).size() > count;
    }

    /**
     * The cards that touch {@code area}. While components are dragged, only the links at them mind where those are: the
     * others see them where they rest.
     */
    Stream<Bounds> cards(LinkRoutes.Pair pair, Bounds area) {
        boolean minds = displaced.contains(pair.source()) || displaced.contains(pair.target());
        Stream<Bounds> there = index.touching(area).stream()
                .filter(shape -> !displaced.contains(shape.id()))
                .map(ComponentShape::bounds);
        Stream<Bounds> carried = displaced.stream()
                .filter(id -> !isFolded(id))
                .flatMap(id -> (minds ? shown(id) : settled(id)).stream())
                .map(ComponentShape::bounds)
                .filter(area::intersects);
        return Stream.concat(there, carried);
    }

    /** The components that are shown away from their places. */
    Set<String> displaced() {
        return displaced;
    }

    /** Shows {@code ids} away from their places by so much, and all others in theirs; gives those this is news for. */
    Set<String> displace(Set<String> ids, double dx, double dy) {
        Set<String> touched = displaced;
        if (!ids.equals(displaced)) {
            touched = new LinkedHashSet<>(displaced);
            touched.addAll(ids);
            displaced = ids.stream().filter(settled::containsKey).collect(Collectors.toUnmodifiableSet());
        }
        for (String id : touched) {
            if (settled.containsKey(id)) {
                shown.put(id, ids.contains(id) ? resting(id).moved(dx, dy) : resting(id));
            }
        }
        return touched;
    }

    /**
     * A component in its own place.
     *
     * @param shape its shape there
     * @param place as the graph has it, or as it was found
     * @param linked the names that its boxes had got from links
     */
    private record Resting(ComponentShape shape, Position place, LinkedNames linked) {
        /** Whether the shape is one of {@code component}, linked so, wherever it stands. */
        boolean isOf(GraphComponent component, LinkedNames names) {
            // By identity first: of thousands of components an edit leaves all but a few the very same.
            return Objects.equals(shape.component(), component) && Objects.equals(linked, names);
        }
    }
}
