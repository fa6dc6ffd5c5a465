package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.GroupShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.FreeIds;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.document.PastedLayout;
import io.myelin.app.text.Texts;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.Position;
import io.myelin.engine.graph.PublicBox;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The edits that the canvas makes, each one step of the document's history. */
final class GraphSurgery {
    private static final Texts TEXTS = Texts.of(GraphSurgery.class);

    private static final double APART = 24;

    private final Document document;
    private final CanvasGeometry geometry;
    private final LayoutSurgery layout;

    GraphSurgery(Document document, CanvasGeometry geometry, LayoutSurgery layout) {
        this.document = document;
        this.geometry = geometry;
        this.layout = layout;
    }

    /** Adds a component with {@code place} as its top left, as {@code wish} wants it joined, and selects it. */
    String add(ComponentType type, Point place, QuickAddRequest wish) {
        Graph graph = document.graph();
        String id = FreeIds.forType(type.id(), graph.components().keySet());
        GraphEdit added =
                new GraphEdit.AddComponent(id, GraphComponent.ofType(type.id()), new Position(place.x(), place.y()));
        LinkEdits links = new LinkEdits();
        wish.hanging()
                .ifPresent(box -> QuickAddRequest.fitting(type, box).ifPresent(fitting -> {
                    BoxReference own = new BoxReference(id, fitting.name());
                    if (box.side() == Side.OUTLET) {
                        links.join(box.reference(), own);
                    } else {
                        links.join(own, box.reference());
                    }
                }));
        wish.between().ifPresent(ends -> {
            links.cut(List.of(ends.link()));
            GraphLink split = LinkEdits.in(graph, ends.link());
            QuickAddRequest.fitting(type, ends.from())
                    .ifPresent(inlet ->
                            links.join(split.between(ends.from().reference(), new BoxReference(id, inlet.name()))));
            QuickAddRequest.fitting(type, ends.to())
                    .ifPresent(outlet -> links.join(split.between(
                            new BoxReference(id, outlet.name()), ends.to().reference())));
        });
        List<GraphEdit> adding = new ArrayList<>(List.of(added));
        layout.joining(id, groupAt(place.plus(3 * APART, APART))).ifPresent(adding::add);
        String step = TEXTS.get("step.add", type.title());
        if (wish.between().isPresent()) {
            addInto(step, id, wish.between().get(), links, adding);
        } else {
            links.perform(document, step, adding);
        }
        document.justAdded(id);
        document.selection().select(id);
        return id;
    }

    /** How large the card is, is known only once it is there. */
    private void addInto(
            String step, String id, QuickAddRequest.LinkEnds ends, LinkEdits links, List<GraphEdit> adding) {
        boolean isPart = document.isInStep();
        if (!isPart) {
            document.begin(step);
        }
        boolean done = false;
        try {
            links.perform(document, step, adding);
            geometry.component(id).ifPresent(shape -> {
                InsertionRoom room = InsertionRoom.of(geometry, id, shape.bounds(), ends);
                perform(step, moving(id, room.by(), room));
            });
            done = true;
        } finally {
            if (!isPart && done) {
                document.commit();
            } else if (!isPart) {
                document.rollback();
            }
        }
    }

    /** Moves one component {@code by} so much, and what makes room for it. */
    private List<GraphEdit> moving(String id, Point by, InsertionRoom room) {
        List<GraphEdit> edits = new ArrayList<>();
        if (by.x() != 0 || by.y() != 0) {
            edits.add(new GraphEdit.MoveComponents(moves(List.of(id), by.x(), by.y())));
        }
        if (!room.pushed().isEmpty()) {
            edits.add(new GraphEdit.MoveComponents(moves(room.pushed(), room.push(), 0)));
            edits.addAll(layout.moving(room.pushed(), Set.of(), room.push(), 0));
        }
        return edits;
    }

    private List<GraphEdit.MoveComponents.Move> moves(Collection<String> ids, double dx, double dy) {
        List<GraphEdit.MoveComponents.Move> moves = new ArrayList<>();
        for (String id : ids) {
            geometry.placeOf(id)
                    .ifPresent(from -> moves.add(new GraphEdit.MoveComponents.Move(
                            id, Optional.of(new Position(from.x() + dx, from.y() + dy, from.unknown())))));
        }
        return moves;
    }

    /** The group in whose frame, or on whose card, {@code place} is; the smallest of several. */
    Optional<String> groupAt(Point place) {
        return geometry.layout().groups().stream()
                .filter(group -> group.bounds().contains(place))
                .map(GroupShape::name)
                .reduce((_, smaller) -> smaller);
    }

    /** Removes what is selected. */
    void deleteSelection() {
        Set<String> ids = document.selection().components();
        Set<LinkReference> cut = document.selection().links();
        new LinkEdits().cut(cut).perform(document, TEXTS.get("step.delete", named(ids, cut)), removing(ids));
    }

    /** Removes what is selected and joins what each removed component stood between. */
    void deleteAndHealSelection() {
        Set<String> ids = document.selection().components();
        Set<LinkReference> cut = document.selection().links();
        Map<LinkReference, GraphLink> before = new LinkedHashMap<>();
        document.graph().links().forEach(link -> before.put(LinkReference.of(link), link));
        Map<LinkReference, GraphLink> healed = new LinkedHashMap<>(before);
        healed.keySet().removeAll(cut);
        ids.forEach(id -> heal(id, healed));
        healed.keySet().removeAll(before.keySet());
        LinkEdits links = new LinkEdits().cut(cut);
        healed.values().forEach(links::join);
        links.perform(document, TEXTS.get("step.delete-join", named(ids, cut)), removing(ids));
    }

    /** What removes components, and the selected notes. */
    private List<GraphEdit> removing(Collection<String> ids) {
        List<GraphEdit> edits = new ArrayList<>();
        ids.forEach(id -> edits.add(new GraphEdit.RemoveComponent(id)));
        document.selection().notes().forEach(name -> edits.add(new GraphEdit.ChangeNote(name, Optional.empty())));
        return edits;
    }

    /** What comes in muted, or would go out muted, goes on being so. */
    private void heal(String id, Map<LinkReference, GraphLink> links) {
        List<GraphLink> incoming = new ArrayList<>();
        List<GraphLink> outgoing = new ArrayList<>();
        for (GraphLink link : links.values()) {
            if (link.to().component().equals(id) && !link.to().box().equals("control")) {
                incoming.add(link);
            }
            if (link.from().component().equals(id) && isMainOutbox(link.from())) {
                outgoing.add(link);
            }
        }
        links.keySet().removeIf(link -> link.touches(id));
        for (GraphLink in : incoming) {
            for (GraphLink out : outgoing) {
                if (!in.from().component().equals(id) && !out.to().component().equals(id) && fits(in, out)) {
                    GraphLink joined = in.between(in.from(), out.to()).withMuted(in.muted() || out.muted());
                    links.putIfAbsent(LinkReference.of(joined), joined);
                }
            }
        }
    }

    private static boolean isMainOutbox(BoxReference box) {
        return !box.box().equals("signal") && !box.box().equals("errors");
    }

    private boolean fits(GraphLink in, GraphLink out) {
        return geometry.box(in.from(), Side.OUTLET)
                .flatMap(from -> geometry.box(out.to(), Side.INLET)
                        .map(to -> from.declaration().fits(to.declaration())))
                .orElse(true);
    }

    /** Makes copies of the selected components, a little aside, with the links between them, and selects those. */
    void duplicateSelection() {
        Map<String, String> copies = copiesOfSelection();
        PastedLayout drawn = drawn(copies, APART);
        List<GraphEdit> edits = copying(copies, APART);
        edits.addAll(drawn.edits(document.graph().layout()));
        if (!edits.isEmpty()) {
            perform(TEXTS.get("step.duplicate", named(copies.keySet(), Set.of())), edits);
            document.selection().select(copies.values(), List.of(), drawn.notes());
        }
    }

    /**
     * Begins a step in which there are copies in the very places of the selected components, of which at least one is,
     * and selects those. Answers with the ids of the copies by those of the originals.
     */
    Map<String, String> beginDuplicating() {
        Map<String, String> copies = copiesOfSelection();
        String name = TEXTS.get("step.duplicate", named(copies.keySet(), Set.of()));
        document.begin(name);
        PastedLayout drawn = drawn(copies, 0);
        List<GraphEdit> edits = copying(copies, 0);
        edits.addAll(drawn.edits(document.graph().layout()));
        perform(name, edits);
        document.selection().select(copies.values(), List.of(), drawn.notes());
        return copies;
    }

    private Map<String, String> copiesOfSelection() {
        Set<String> taken = new HashSet<>(document.graph().components().keySet());
        Map<String, String> copies = new LinkedHashMap<>();
        for (String id : document.selection().components()) {
            String copy = FreeIds.like(id, taken);
            taken.add(copy);
            copies.put(id, copy);
        }
        return copies;
    }

    private PastedLayout drawn(Map<String, String> copies, double apart) {
        Set<String> notes = document.selection().notes();
        return new PastedLayout(
                PastedLayout.of(document.graph().layout(), Map.of(), copies.keySet(), notes), copies, apart, apart);
    }

    private List<GraphEdit> copying(Map<String, String> copies, double apart) {
        Graph graph = document.graph();
        List<GraphEdit> edits = new ArrayList<>();
        copies.forEach((id, copy) -> {
            GraphComponent component = Objects.requireNonNull(graph.components().get(id));
            Optional<Position> place =
                    geometry.placeOf(id).map(from -> new Position(from.x() + apart, from.y() + apart, from.unknown()));
            edits.add(new GraphEdit.AddComponent(copy, component, place, GraphEdit.AddComponent.LAST));
        });
        for (GraphLink link : graph.links()) {
            String from = copies.get(link.from().component());
            String to = copies.get(link.to().component());
            if (from != null && to != null) {
                edits.add(new GraphEdit.AddLink(link.between(
                        new BoxReference(from, link.from().box()),
                        new BoxReference(to, link.to().box()))));
            }
        }
        return edits;
    }

    /** Moves components and notes; several moves in a row with the same {@code mergeKey} are one step. */
    void move(Collection<String> ids, Collection<String> notes, double dx, double dy, String mergeKey) {
        move(ids, notes, new Point(dx, dy), List.of(), mergeKey);
    }

    /** Moves components and notes, in one step with {@code more}. */
    void move(Collection<String> ids, Collection<String> notes, Point by, List<GraphEdit> more) {
        move(ids, notes, by, more, "");
    }

    private void move(
            Collection<String> ids, Collection<String> notes, Point by, List<GraphEdit> more, String mergeKey) {
        double dx = by.x();
        double dy = by.y();
        List<GraphEdit.MoveComponents.Move> moves = moves(ids, dx, dy);
        List<GraphEdit> edits = new ArrayList<>();
        if (!moves.isEmpty()) {
            edits.add(new GraphEdit.MoveComponents(moves));
        }
        edits.addAll(layout.moving(ids, notes, dx, dy));
        edits.addAll(more);
        if (!edits.isEmpty() && (dx != 0 || dy != 0)) {
            GraphEdit edit = edits.size() == 1 ? edits.getFirst() : new GraphEdit.Several(edits);
            document.perform(TEXTS.get("step.move", named(ids, Set.of())), edit, mergeKey);
        }
    }

    /** Moves a component and puts it into the link on which it lies, in one step with {@code more}. */
    void splice(String id, Point by, QuickAddRequest.LinkEnds ends, List<GraphEdit> more) {
        geometry.component(id).ifPresent(shape -> {
            LinkEdits links = new LinkEdits().cut(List.of(ends.link()));
            GraphLink split = LinkEdits.in(document.graph(), ends.link());
            Optional<BoxShape> inlet = SpliceTarget.first(shape, Side.INLET, ends.from());
            double level = inlet.map(box -> InsertionRoom.level(
                            box.centre().y() + by.y(), ends.from().centre().y()))
                    .orElse(0.0);
            InsertionRoom room = InsertionRoom.of(geometry, id, shape.bounds().moved(by.x(), by.y() + level), ends);
            List<GraphEdit> moving = moving(id, by.plus(room.by().x(), level), room);
            moving.addAll(more);
            inlet.ifPresent(box -> links.join(split.between(ends.from().reference(), box.reference())));
            SpliceTarget.first(shape, Side.OUTLET, ends.to())
                    .ifPresent(outlet -> links.join(
                            split.between(outlet.reference(), ends.to().reference())));
            links.perform(document, TEXTS.get("step.insert", shape.face().title()), moving);
        });
    }

    /** Adds a link, in the place of {@code lifted} where there is one, and as that selected or not. */
    void link(LinkReference link, Optional<LinkReference> lifted) {
        boolean selected = lifted.filter(document.selection()::contains).isPresent();
        new LinkEdits()
                .cut(lifted.stream().toList())
                .join(lifted.map(cut -> LinkEdits.in(document.graph(), cut).between(link.from(), link.to()))
                        .orElseGet(() -> new GraphLink(link.from(), link.to())))
                .perform(document, TEXTS.get(lifted.isPresent() ? "step.move-link" : "step.link"), List.of());
        if (selected) {
            document.selection().add(List.of(), List.of(link));
        } else {
            link.publicBox().ifPresent(_ -> document.selection().select(link));
        }
    }

    /** Removes links. */
    void unlink(Collection<LinkReference> links) {
        new LinkEdits().cut(links).perform(document, TEXTS.get("step.delete", named(Set.of(), links)), List.of());
    }

    private void perform(String name, List<GraphEdit> edits) {
        if (!edits.isEmpty()) {
            document.perform(name, edits.size() == 1 ? edits.getFirst() : new GraphEdit.Several(edits));
        }
    }

    private String named(Collection<String> ids, Collection<LinkReference> links) {
        if (ids.size() == 1 && links.isEmpty()) {
            String id = ids.iterator().next();
            return geometry.component(id).map(shape -> shape.face().title()).orElse(id);
        }
        if (ids.isEmpty() && links.isEmpty()) {
            return TEXTS.get("note");
        }
        if (ids.isEmpty()) {
            Optional<PublicBox> box = links.iterator().next().publicBox();
            if (links.size() == 1 && box.isPresent()) {
                return box.get().name();
            }
            return TEXTS.get("links", links.size());
        }
        return TEXTS.get("components", ids.size());
    }
}
