package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.BorderBox;
import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.GroupShape;
import io.myelin.app.editor.canvas.geometry.HiddenEnds;
import io.myelin.app.editor.canvas.geometry.Hit;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.NoteShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.document.Selection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Chooses the gesture that begins when a button goes down, by the button, the keys held, and what is there. */
final class GestureChooser implements GestureChoice {
    private final Surface surface;

    GestureChooser(Surface surface) {
        this.surface = surface;
    }

    @Override
    public Optional<Gesture> choose(PointerEvent event, boolean spaceHeld) {
        return switch (event.button()) {
            case MIDDLE -> Optional.of(new PanGesture(surface, event));
            case PRIMARY -> spaceHeld ? Optional.of(new PanGesture(surface, event)) : begin(event);
            case SECONDARY -> {
                askForMenu(event);
                yield Optional.empty();
            }
            case NONE -> Optional.empty();
        };
    }

    private Optional<Gesture> begin(PointerEvent event) {
        Hit hit = surface.hit(event);
        if (event.clicks() == 2) {
            doubleClick(event, hit);
            return Optional.empty();
        }
        return Optional.of(
                switch (hit) {
                    case Hit.OnBox(BoxShape box) -> onBox(event, box);
                    case Hit.OnCorner(ComponentShape shape) ->
                        new PressGesture(
                                event, () -> new ResizeGesture(surface, event, shape), () -> selectOnly(shape.id()));
                    case Hit.OnComponent(ComponentShape shape) -> onComponent(event, shape);
                    case Hit.OnLink(LinkShape link) -> onLink(event, link);
                    case Hit.OnHiddenEnds(HiddenEnds.End end) ->
                        new PressGesture(event, () -> new MarqueeGesture(surface, event), () -> surface.listWires(end));
                    case Hit.OnWaypoint(LinkShape link, int index) ->
                        new PressGesture(
                                event,
                                () -> new WaypointGesture(surface, link.reference(), index),
                                () -> selection().select(link.reference()));
                    case Hit.OnNote(NoteShape note) -> onNote(event, note);
                    case Hit.OnNoteCorner(NoteShape note) ->
                        new PressGesture(
                                event,
                                () -> new NoteResizeGesture(surface, event, note),
                                () -> selection().selectNote(note.name()));
                    case Hit.OnGroup(GroupShape group) -> onGroup(event, group);
                    case Hit.OnBorder(BorderBox box) -> onBorder(event, box);
                    case Hit.OnNothing() ->
                        new PressGesture(
                                event,
                                () -> event.modifiers().alt()
                                        ? new SliceGesture(surface, event)
                                        : new MarqueeGesture(surface, event),
                                () -> clearUnlessAdding(event));
                });
    }

    private Gesture onBorder(PointerEvent event, BorderBox box) {
        select(box.socket());
        return new PressGesture(event, () -> new BorderMoveGesture(surface, box), () -> {});
    }

    /** Selects what {@code box} belongs to: its component, or its way to what it stands for. */
    private void select(BoxShape box) {
        if (LinkReference.isBorder(box.reference())) {
            surface.geometry().border().links().stream()
                    .filter(link -> link.from().equals(box) || link.to().equals(box))
                    .findFirst()
                    .ifPresentOrElse(link -> selection().select(link.reference()), selection()::clear);
        } else {
            selectOnly(box.reference().component());
        }
    }

    private void clearUnlessAdding(PointerEvent event) {
        if (!event.modifiers().adds()) {
            selection().clear();
        }
    }

    private Gesture onBox(PointerEvent event, BoxShape box) {
        Optional<LinkShape> linked = event.modifiers().adds() ? onlyLinkAt(box) : Optional.empty();
        return new PressGesture(
                event,
                () -> linked.<Gesture>map(link -> LinkGesture.lifting(
                                surface, event, link.reference(), box.side() == Side.INLET ? link.from() : link.to()))
                        .orElseGet(() -> LinkGesture.from(surface, event, box)),
                () -> select(box));
    }

    private Optional<LinkShape> onlyLinkAt(BoxShape box) {
        List<LinkReference> links = surface.geometry().linksAt(box.reference().component()).stream()
                .filter(link -> (box.side() == Side.INLET ? link.to() : link.from()).equals(box.reference()))
                .toList();
        return links.size() == 1 ? surface.geometry().link(links.getFirst()) : Optional.empty();
    }

    private Gesture onComponent(PointerEvent event, ComponentShape shape) {
        String id = shape.id();
        boolean adds = event.modifiers().adds();
        boolean before = selection().contains(id);
        if (!before) {
            if (adds) {
                selection().toggle(id);
            } else {
                selectOnly(id);
            }
        }
        Supplier<Gesture> drag = () -> event.modifiers().alt()
                ? new DuplicateGesture(surface, event, shape)
                : new MoveGesture(surface, event, shape);
        return new PressGesture(event, drag, () -> {
            if (before && adds) {
                selection().toggle(id);
            } else if (!adds) {
                selectOnly(id);
            }
        });
    }

    private Gesture onNote(PointerEvent event, NoteShape note) {
        boolean adds = event.modifiers().adds();
        boolean before = selection().notes().contains(note.name());
        if (!before && adds) {
            selection().toggleNote(note.name());
        } else if (!before) {
            selection().selectNote(note.name());
        }
        return new PressGesture(event, () -> new MoveGesture(surface, event, note.bounds()), () -> {
            if (before && adds) {
                selection().toggleNote(note.name());
            } else if (!adds) {
                selection().selectNote(note.name());
            }
        });
    }

    private Gesture onGroup(PointerEvent event, GroupShape group) {
        surface.layout().select(group, event.modifiers().adds());
        // What keeps to the grid is a member: the frame lies a margin round it.
        Bounds grabbed = group.group().members().stream()
                .flatMap(id -> surface.geometry().component(id).stream())
                .map(ComponentShape::bounds)
                .findFirst()
                .orElse(group.bounds());
        return new PressGesture(event, () -> new MoveGesture(surface, event, grabbed), () -> {});
    }

    private Gesture onLink(PointerEvent event, LinkShape link) {
        Point world = surface.world(event);
        boolean nearStart =
                link.path().start().distance(world) < link.path().end().distance(world);
        return new PressGesture(
                event,
                () -> LinkGesture.lifting(surface, event, link.reference(), nearStart ? link.to() : link.from()),
                () -> {
                    if (event.modifiers().adds()) {
                        selection().toggle(link.reference());
                    } else {
                        selection().select(link.reference());
                    }
                    surface.host().linkClicked(link.reference());
                });
    }

    private void doubleClick(PointerEvent event, Hit hit) {
        Point world = surface.world(event);
        switch (hit) {
            case Hit.OnComponent(ComponentShape shape) -> surface.host().componentOpened(shape.id());
            case Hit.OnCorner(ComponentShape shape) -> surface.host().componentOpened(shape.id());
            case Hit.OnBox(BoxShape box) ->
                surface.host().offerComponents(new QuickAddRequest(world, Optional.of(box), Optional.empty()));
            case Hit.OnLink(LinkShape link) -> doubleClick(world, link);
            case Hit.OnHiddenEnds(HiddenEnds.End end) -> surface.listWires(end);
            case Hit.OnWaypoint(LinkShape link, int index) -> surface.layout().removeWaypoint(link.reference(), index);
            case Hit.OnNote(NoteShape note) -> surface.host().noteOpened(note.name());
            case Hit.OnNoteCorner(NoteShape note) -> surface.host().noteOpened(note.name());
            case Hit.OnGroup(GroupShape group) -> surface.host().groupOpened(group.name());
            case Hit.OnBorder(BorderBox box) -> {
                select(box.socket());
                selection().onlyLink().ifPresent(surface.host()::linkOpened);
            }
            case Hit.OnNothing() -> surface.host().offerComponents(QuickAddRequest.at(world));
        }
    }

    /** Leads a drawn link through that place; from the end of a hidden one, shows the component at the other end. */
    private void doubleClick(Point world, LinkShape link) {
        if (link.reference().publicBox().isPresent()) {
            selection().select(link.reference());
            surface.host().linkOpened(link.reference());
        } else if (link.hidden()) {
            boolean atStart =
                    link.path().start().distance(world) < link.path().end().distance(world);
            String other = (atStart ? link.to() : link.from()).reference().component();
            surface.geometry()
                    .component(other)
                    .ifPresent(shape -> surface.show(
                            surface.viewport().centredOn(shape.bounds().centre())));
        } else {
            surface.layout().addWaypoint(link.reference(), link.waypointAt(world), CanvasGeometry.onGrid(world));
            selection().select(link.reference());
        }
    }

    private void askForMenu(PointerEvent event) {
        Hit hit = surface.hit(event);
        switch (hit) {
            case Hit.OnComponent(ComponentShape shape) when !selection().contains(shape.id()) -> selectOnly(shape.id());
            case Hit.OnNote(NoteShape note)
            when !selection().notes().contains(note.name()) -> selection().selectNote(note.name());
            case Hit.OnGroup(GroupShape group) -> surface.layout().select(group, false);
            case Hit.OnBox(BoxShape box)
            when !selection().contains(box.reference().component()) -> select(box);
            case Hit.OnBorder(BorderBox box) -> select(box.socket());
            case Hit.OnLink(LinkShape link)
            when !selection().contains(link.reference()) -> selection().select(link.reference());
            case Hit.OnWaypoint(LinkShape link, int _) -> selection().select(link.reference());
            case Hit.OnHiddenEnds(HiddenEnds.End end) ->
                selection()
                        .select(
                                List.of(),
                                end.links().stream().map(LinkShape::reference).toList());
            // What is added there is not to go into a link that was selected elsewhere.
            case Hit.OnNothing() -> selection().clear();
            default -> {}
        }
        surface.host().contextMenuAsked(event.screen(), hit);
    }

    private Selection selection() {
        return surface.document().selection();
    }

    private void selectOnly(String id) {
        selection().select(id);
    }
}
