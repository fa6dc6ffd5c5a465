package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.document.Selection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Selects what touches a rectangle: components, all that is in folded groups, and the links that lie inside it. */
final class MarqueeGesture implements Gesture {
    private final Surface surface;
    private final Point start;
    private final boolean adds;
    private final Collection<String> componentsBefore;
    private final Collection<LinkReference> linksBefore;
    private final Collection<String> notesBefore;
    private Bounds area;

    MarqueeGesture(Surface surface, PointerEvent press) {
        this.surface = surface;
        this.start = surface.world(press);
        this.adds = press.modifiers().adds();
        Selection selection = surface.document().selection();
        this.componentsBefore = selection.components();
        this.linksBefore = selection.links();
        this.notesBefore = selection.notes();
        this.area = Bounds.between(start, start);
    }

    @Override
    public void dragged(PointerEvent event) {
        area = Bounds.between(start, surface.world(event));
        List<String> components = new ArrayList<>();
        surface.geometry().componentsIn(area).forEach(shape -> components.add(shape.id()));
        List<LinkReference> links = surface.geometry().linksIn(area).stream()
                .filter(link -> area.contains(link.path().bounds()))
                .map(LinkShape::reference)
                .toList();
        List<String> notes = new ArrayList<>();
        surface.geometry().layout().notesIn(area).forEach(note -> notes.add(note.name()));
        surface.geometry().layout().groups().stream()
                .filter(group -> group.isFolded() && group.bounds().intersects(area))
                .forEach(group -> {
                    components.addAll(surface.geometry().members(group));
                    notes.addAll(group.group().notes().stream()
                            .filter(surface.document().graph().layout().notes()::containsKey)
                            .toList());
                });
        Selection selection = surface.document().selection();
        if (adds) {
            selection.select(componentsBefore, linksBefore, notesBefore);
            selection.add(components, links, notes);
        } else {
            selection.select(components, links, notes);
        }
    }

    @Override
    public void released(PointerEvent event) {
        dragged(event);
    }

    @Override
    public void cancelled() {
        // What was selected may have gone meanwhile, as by undoing.
        surface.document().selection().selectIn(surface.document().graph(), componentsBefore, linksBefore, notesBefore);
    }

    @Override
    public Feedback feedback() {
        return Feedback.of(PointerShape.ARROW).withMarquee(area);
    }
}
