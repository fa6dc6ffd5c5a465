package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.GroupShape;
import io.myelin.app.editor.canvas.geometry.HiddenEnds;
import io.myelin.app.editor.canvas.geometry.Hit;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.NoteShape;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.document.Selection;
import java.util.Optional;

/** The gestures on a graph that is only looked at: it is moved about, selected and entered, and never changed. */
final class ViewingGestures implements GestureChoice {
    private final Surface surface;

    ViewingGestures(Surface surface) {
        this.surface = surface;
    }

    @Override
    public Optional<Gesture> choose(PointerEvent event, boolean spaceHeld) {
        return switch (event.button()) {
            case MIDDLE -> Optional.of(new PanGesture(surface, event));
            case PRIMARY -> spaceHeld ? Optional.of(new PanGesture(surface, event)) : begin(event);
            case SECONDARY, NONE -> Optional.empty();
        };
    }

    private Optional<Gesture> begin(PointerEvent event) {
        Hit hit = surface.hit(event);
        if (event.clicks() == 2) {
            component(hit).ifPresent(surface.host()::componentOpened);
            return Optional.empty();
        }
        boolean adds = event.modifiers().adds();
        switch (hit) {
            case Hit.OnComponent(ComponentShape shape) -> select(shape.id(), adds);
            case Hit.OnCorner(ComponentShape shape) -> select(shape.id(), adds);
            case Hit.OnBox(BoxShape box) -> select(box.reference().component(), adds);
            case Hit.OnLink(LinkShape link) -> select(link.reference(), adds);
            case Hit.OnWaypoint(LinkShape link, int _) -> select(link.reference(), adds);
            case Hit.OnHiddenEnds(HiddenEnds.End end) -> surface.listWires(end);
            case Hit.OnNote(NoteShape note) -> selection().selectNote(note.name());
            case Hit.OnNoteCorner(NoteShape note) -> selection().selectNote(note.name());
            case Hit.OnGroup(GroupShape group) -> surface.layout().select(group, adds);
            case Hit.OnBorder _ -> {}
            case Hit.OnNothing() -> {
                return Optional.of(new PressGesture(event, () -> new MarqueeGesture(surface, event), () -> {
                    if (!adds) {
                        selection().clear();
                    }
                }));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> component(Hit hit) {
        return switch (hit) {
            case Hit.OnComponent(ComponentShape shape) -> Optional.of(shape.id());
            case Hit.OnCorner(ComponentShape shape) -> Optional.of(shape.id());
            case Hit.OnBox(BoxShape box) -> Optional.of(box.reference().component());
            default -> Optional.empty();
        };
    }

    private void select(String id, boolean adds) {
        if (adds) {
            selection().toggle(id);
        } else {
            selection().select(id);
        }
    }

    private void select(LinkReference link, boolean adds) {
        if (adds) {
            selection().toggle(link);
        } else {
            selection().select(link);
            surface.host().linkClicked(link);
        }
    }

    private Selection selection() {
        return surface.document().selection();
    }
}
