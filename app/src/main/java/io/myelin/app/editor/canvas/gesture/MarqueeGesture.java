package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.NoteShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.document.Selection;
import java.util.Collection;
import java.util.List;

/** Selects what touches a rectangle: components, and the links that lie inside it. */
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
        List<String> components = surface.geometry().componentsIn(area).stream()
                .map(ComponentShape::id)
                .toList();
        List<LinkReference> links = surface.geometry().linksIn(area).stream()
                .filter(link -> area.contains(link.path().bounds()))
                .map(LinkShape::reference)
                .toList();
        List<String> notes = surface.geometry().layout().notesIn(area).stream()
                .map(NoteShape::name)
                .toList();
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
