package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.GroupShape;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.document.Selection;
import io.myelin.app.text.Texts;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Note;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be done on a canvas at once, without a gesture: by a key, a menu, or a drop from the palette. */
public final class CanvasOperations {
    private static final Texts TEXTS = Texts.of(CanvasOperations.class);

    private static final double MARGIN = 48;
    private static final double LARGEST_FIT = 1;
    private static final double STEP = 24;
    private static final double LEGIBLE = 0.6;
    private static final double BESIDE = 80;
    private static final double DROP_PIXELS = 16;

    private final Surface surface;

    CanvasOperations(Surface surface) {
        this.surface = surface;
    }

    /** Shows the whole graph, at 100 % at most. */
    public void fitAll() {
        surface.geometry().contents().ifPresent(this::fit);
    }

    /** Shows the whole graph where a part of it is out of view. */
    public void showAll() {
        boolean seen = surface.geometry()
                .contents()
                .map(surface.viewport().visible()::contains)
                .orElse(true);
        if (!seen) {
            fitAll();
        }
    }

    /** Shows what is selected, or the whole graph where nothing is. */
    public void fitSelection() {
        Selection selection = selection();
        Stream<String> ends = selection.links().stream()
                .flatMap(link -> Stream.of(link.from().component(), link.to().component()));
        List<String> ids = Stream.concat(selection.components().stream(), ends).toList();
        surface.geometry().contents(ids).ifPresentOrElse(this::fit, this::fitAll);
    }

    private void fit(Bounds bounds) {
        surface.show(surface.viewport().fitting(bounds, MARGIN, LARGEST_FIT));
    }

    /** Zooms about the middle; 1 is 100 %. */
    public void zoomTo(double zoom) {
        surface.show(surface.viewport().zoomedTo(zoom));
    }

    /** Brings a component into the middle, at the zoom there is. */
    public void centreOn(String id) {
        surface.geometry()
                .component(id)
                .ifPresent(shape ->
                        surface.show(surface.viewport().centredOn(shape.bounds().centre())));
    }

    /** Brings a place of the world into the middle, at the zoom there is. */
    public void centreOn(Point place) {
        surface.show(surface.viewport().centredOn(place));
    }

    /** Brings a component into view, where not all of it is. */
    public void reveal(String id) {
        surface.geometry().component(id).ifPresent(shape -> bringIntoView(shape.bounds()));
    }

    /** Brings the components that a link joins into view, where not all of them is; no larger than they were. */
    public void revealEnds(LinkReference link) {
        surface.geometry()
                .contents(List.of(link.from().component(), link.to().component()))
                .filter(ends -> !surface.viewport().visible().contains(ends))
                .ifPresent(ends -> surface.show(surface.viewport()
                        .fitting(ends, MARGIN, surface.viewport().zoom())));
    }

    /** Brings a component into view, large enough to be read. */
    public void find(String id) {
        if (surface.viewport().zoom() < LEGIBLE) {
            zoomTo(LEGIBLE);
            centreOn(id);
        } else {
            reveal(id);
        }
    }

    /** Brings the middle of a link into the middle. */
    public void centreOn(LinkReference link) {
        surface.geometry()
                .link(link)
                .ifPresent(shape ->
                        surface.show(surface.viewport().centredOn(shape.path().at(0.5))));
    }

    /** Selects all components and links. */
    public void selectAll() {
        selection()
                .select(
                        surface.document().graph().components().keySet(),
                        surface.geometry().links().stream()
                                .map(LinkShape::reference)
                                .toList(),
                        surface.document().graph().layout().notes().keySet());
    }

    /** Adds a note with its middle at about {@code place}, in the world, and lets it be written. */
    public void addNote(Point place) {
        Point corner = place.plus(-Note.DEFAULT_WIDTH / 2, -Note.DEFAULT_HEIGHT / 2);
        surface.host().noteOpened(surface.layout().addNote(CanvasGeometry.onGrid(corner)));
    }

    /** Puts what is selected into a new group, and lets its title be written. */
    public void group() {
        surface.layout().group().ifPresent(surface.host()::groupOpened);
    }

    /** Takes the frames away round what is selected. */
    public void ungroup() {
        surface.layout().ungroup();
    }

    /** Folds what is selected, groups to cards and components to their heads, or unfolds it. */
    public void toggleFolded() {
        surface.folding().toggle();
    }

    /** Whether something selected is in a group. */
    public boolean isGrouped() {
        return !surface.layout().selectedGroups().isEmpty();
    }

    /** Gives the selected notes, or the groups round what is selected, another colour, by the one that they have. */
    public void recolour(Function<String, String> noteColour, Function<String, String> groupColour) {
        surface.layout().recolour(noteColour, groupColour);
    }

    /** Hides the selected links, or shows them again where all are hidden. */
    public void toggleHidden() {
        if (selection().links().stream().allMatch(link -> link.publicBox().isPresent())) {
            surface.host().refused(TEXTS.get("hide.border"));
        }
        surface.layout().toggleHidden();
    }

    /** Gives a note another text. */
    public void writeNote(String name, String text) {
        surface.layout().writeNote(name, text);
    }

    /** Gives a group another title. */
    public void titleGroup(String name, String title) {
        surface.layout().titleGroup(name, title);
    }

    /** Puts another text on a link; an empty one takes it away. */
    public void label(LinkReference link, String label) {
        surface.layout().redraw(TEXTS.get("step.label"), link, layout -> layout.withLabel(label));
    }

    /**
     * Lets the name of what is selected be written: the text of the only note, the label of the only link, or the title
     * of the group of which exactly the members are selected. False where it is something else.
     */
    public boolean rename() {
        Selection selection = selection();
        Optional<String> group = surface.geometry().layout().groups().stream()
                .filter(shape ->
                        selection.components().size() + selection.notes().size() > 1)
                .filter(shape -> Set.copyOf(shape.group().members()).equals(selection.components())
                        && Set.copyOf(shape.group().notes()).equals(selection.notes()))
                .map(GroupShape::name)
                .findFirst();
        selection.onlyNote().ifPresent(surface.host()::noteOpened);
        selection.onlyLink().ifPresent(surface.host()::linkOpened);
        group.ifPresent(surface.host()::groupOpened);
        return group.isPresent()
                || selection.onlyNote().isPresent()
                || selection.onlyLink().isPresent();
    }

    /** Says that of several things none can be named. */
    public void refuseToRename() {
        surface.host().refused(TEXTS.get("rename.several"));
    }

    /** Leads the only selected link, where it is drawn, through {@code place}, or through its middle where that is far. */
    public void addWaypoint(Point place) {
        Optional<LinkShape> wire = selection().onlyLink().flatMap(surface.geometry()::link);
        if (wire.filter(LinkShape::hidden).isPresent()) {
            surface.host().refused(TEXTS.get("waypoint.hidden"));
        }
        wire.filter(link -> !link.hidden()).ifPresent(link -> {
            Point at = link.distance(place) <= STEP ? place : link.labelPlace();
            surface.layout().addWaypoint(link.reference(), link.waypointAt(at), CanvasGeometry.onGrid(at));
        });
    }

    /** Removes what is selected. */
    public void deleteSelection() {
        surface.surgery().deleteSelection();
    }

    /** Removes what is selected and joins what each removed component stood between. */
    public void deleteAndHealSelection() {
        surface.surgery().deleteAndHealSelection();
    }

    /** Makes copies of the selected components a little aside and selects those. */
    public void duplicateSelection() {
        surface.surgery().duplicateSelection();
    }

    /** Moves the selected components by so many units; presses in a row are one step. */
    public void nudge(double dx, double dy) {
        Collection<String> ids = selection().components();
        Collection<String> notes = selection().notes();
        surface.surgery().move(ids, notes, dx, dy, "nudge " + ids + notes);
    }

    /** Adds a component as {@code wish} has it, joined as it asks; answers with its id. */
    public String add(ComponentType type, QuickAddRequest wish) {
        Point place = wish.place();
        double dx = 0;
        double dy = -STEP;
        if (wish.hanging().isPresent()) {
            dx = wish.hanging().get().side() == Side.OUTLET ? 0 : -6 * STEP;
        } else if (wish.between().isPresent()) {
            dx = -3 * STEP;
        }
        return surface.surgery().add(type, CanvasGeometry.onGrid(place.plus(dx, dy)), wish);
    }

    /** Adds a component with its middle at about {@code place}, in the world; answers with its id. */
    public String add(ComponentType type, Point place) {
        Point corner = CanvasGeometry.onGrid(place.plus(-3 * STEP, -STEP));
        return surface.surgery().add(type, free(corner), QuickAddRequest.at(place));
    }

    /**
     * Adds a component to the right of the one that is selected, level with it, or in the middle of what is shown where
     * none or several are, and brings it into view.
     */
    public void addBeside(ComponentType type) {
        Optional<Bounds> selected = selection()
                .onlyComponent()
                .flatMap(surface.geometry()::component)
                .map(ComponentShape::bounds);
        Point middle = surface.viewport().visible().centre();
        String id = selected.map(beside -> surface.surgery()
                        .add(
                                type,
                                free(CanvasGeometry.onGrid(new Point(beside.right() + BESIDE, beside.y()))),
                                QuickAddRequest.at(middle)))
                .orElseGet(() -> add(type, middle));
        reveal(id);
    }

    /** Where a component is asked for that no pointer gives a place: right of the selected one, else in the middle; free. */
    public Point placeBeside() {
        Point corner = selection()
                .onlyComponent()
                .flatMap(surface.geometry()::component)
                .map(shape -> new Point(
                        shape.bounds().right() + BESIDE, shape.bounds().y()))
                .orElseGet(() -> surface.viewport().visible().centre().plus(-3 * STEP, -STEP));
        return free(CanvasGeometry.onGrid(corner)).plus(0, STEP);
    }

    /** As {@link #add(ComponentType, Point)}, but put into the link at {@code place} where it fits into one. */
    public String drop(ComponentType type, Point place, double zoom) {
        return linkUnder(type, place, zoom)
                .map(ends -> add(type, new QuickAddRequest(place, Optional.empty(), Optional.of(ends))))
                .orElseGet(() -> add(type, place));
    }

    /** The link at {@code place} into which a component of {@code type} would be put when dropped there. */
    public Optional<QuickAddRequest.LinkEnds> linkUnder(ComponentType type, Point place, double zoom) {
        return surface.hits()
                .link(place, DROP_PIXELS / zoom)
                .map(link -> new QuickAddRequest.LinkEnds(link.reference(), link.from(), link.to()))
                .filter(ends -> new QuickAddRequest(place, Optional.empty(), Optional.of(ends)).fits(type));
    }

    private Point free(Point wanted) {
        Point place = wanted;
        while (isTaken(place)) {
            place = place.plus(STEP, STEP);
        }
        return place;
    }

    private boolean isTaken(Point place) {
        Bounds around = new Bounds(place.x(), place.y(), 0, 0).grown(1);
        return surface.geometry().componentsIn(around).stream()
                .map(ComponentShape::bounds)
                .anyMatch(bounds -> new Point(bounds.x(), bounds.y()).distance(place) < 1);
    }

    /** Selects the component nearest to the selected one in a direction, and brings it into view. */
    public void selectNeighbour(int dx, int dy) {
        Optional<ComponentShape> from = current();
        if (from.isEmpty()) {
            nearest(dx).ifPresent(this::reveal);
            return;
        }
        Point start = from.get().bounds().centre();
        List<String> here = surface.geometry().oneWith(from.get().id());
        surface.geometry().movable().stream()
                .filter(shape -> !here.contains(shape.id()))
                .filter(shape -> along(shape, start, dx, dy) > 0)
                .min((a, b) -> Double.compare(far(a, start, dx, dy), far(b, start, dx, dy)))
                .ifPresent(this::reveal);
    }

    /** The component at the end of the selected wire in that direction, else the one nearest to the middle of the view. */
    private Optional<ComponentShape> nearest(int dx) {
        Point middle = surface.viewport().visible().centre();
        return selection()
                .onlyLink()
                .map(link -> (dx < 0 ? link.from() : link.to()).component())
                .flatMap(surface.geometry()::component)
                .or(() -> surface.geometry().movable().stream()
                        .min(Comparator.comparingDouble(
                                shape -> shape.bounds().centre().distance(middle))));
    }

    private static double along(ComponentShape shape, Point start, int dx, int dy) {
        Point moved = shape.bounds().centre().minus(start);
        return moved.x() * dx + moved.y() * dy;
    }

    private static double far(ComponentShape shape, Point start, int dx, int dy) {
        Point moved = shape.bounds().centre().minus(start);
        double aside = Math.abs(moved.x() * dy) + Math.abs(moved.y() * dx);
        return along(shape, start, dx, dy) + 2 * aside;
    }

    /** Selects also the components that the selected ones get from, or give to, and brings those into view. */
    public void selectNextAlong(Side side) {
        Set<String> next = neighbours(selection().components(), side);
        next.removeAll(selection().components());
        if (next.isEmpty()) {
            sayNoneAlong(side);
        } else {
            selection().add(next, List.of());
            surface.geometry().contents(next).ifPresent(this::bringIntoView);
        }
    }

    /** Selects also all components whose messages can come to the selected ones, or to which theirs can go. */
    public void selectAllAlong(Side side) {
        Set<String> reached = new LinkedHashSet<>(selection().components());
        Set<String> latest = reached;
        while (!latest.isEmpty()) {
            latest = neighbours(latest, side);
            latest.removeAll(reached);
            reached.addAll(latest);
        }
        if (selection().components().containsAll(reached)) {
            sayNoneAlong(side);
        }
        selection().add(reached, List.of());
    }

    private void sayNoneAlong(Side side) {
        surface.host().refused(TEXTS.get(side == Side.INLET ? "along.none-before" : "along.none-behind"));
    }

    private Set<String> neighbours(Collection<String> ids, Side side) {
        return ids.stream()
                .flatMap(id -> surface.geometry().linksAt(id).stream()
                        .filter(link -> (side == Side.INLET ? link.to() : link.from())
                                .component()
                                .equals(id))
                        .map(link -> side == Side.INLET ? link.from() : link.to()))
                .map(BoxReference::component)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Optional<ComponentShape> current() {
        return selection().components().stream().reduce((_, later) -> later).flatMap(surface.geometry()::component);
    }

    private void reveal(ComponentShape shape) {
        selection().select(surface.geometry().oneWith(shape.id()), List.of());
        bringIntoView(shape.bounds());
    }

    private void bringIntoView(Bounds bounds) {
        Viewport viewport = surface.viewport();
        if (!viewport.visible().contains(bounds)) {
            surface.show(viewport.centredOn(bounds.centre()));
        }
    }

    private Selection selection() {
        return surface.document().selection();
    }
}
