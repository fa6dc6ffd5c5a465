package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.canvas.live.LiveFrame;
import io.myelin.app.editor.canvas.paint.Brush;
import io.myelin.app.editor.canvas.paint.CanvasFonts;
import io.myelin.app.editor.canvas.paint.CanvasTones;
import io.myelin.app.editor.canvas.paint.Detail;
import io.myelin.app.editor.canvas.paint.FoldedMembers;
import io.myelin.app.editor.canvas.paint.GraphPainter;
import io.myelin.app.editor.document.LinkReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.canvas.Canvas;

/**
 * The figures of a run over the picture of the graph. New figures are painted only where the visible ones look different,
 * and without the graph under them.
 */
final class LifeLayer extends Canvas {
    private final CanvasGeometry geometry;
    private final CanvasTones tones;
    private final CanvasFonts fonts;
    private List<Object> shown = List.of();
    private Viewport painted = Viewport.START;
    private Set<LinkReference> chosen = Set.of();

    LifeLayer(CanvasGeometry geometry, CanvasTones tones, CanvasFonts fonts) {
        this.geometry = geometry;
        this.tones = tones;
        this.fonts = fonts;
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
    }

    /** Paints the figures, those of {@code links} in any case, where shapes, colours or the view may be others than before. */
    void paint(Viewport viewport, LiveFrame frame, Set<LinkReference> links) {
        chosen = Set.copyOf(links);
        shown = seen(viewport, frame);
        painted = viewport;
        boolean needed = !frame.components().isEmpty() || !frame.wires().isEmpty();
        if (needed || isVisible()) {
            setVisible(needed);
            Brush brush = new Brush(this, viewport, tones, fonts);
            if (needed) {
                GraphPainter.paintLife(brush, geometry, frame, chosen);
            }
        }
    }

    /** Paints new figures of the same graph in the same view, if they look different; tells whether it did. */
    boolean follow(LiveFrame frame) {
        if (seen(painted, frame).equals(shown)) {
            return false;
        }
        paint(painted, frame, chosen);
        return true;
    }

    /** What of the figures is to be seen: the less, the smaller everything is. */
    private List<Object> seen(Viewport viewport, LiveFrame frame) {
        List<Object> seen = new ArrayList<>();
        Detail detail = Detail.at(viewport.zoom());
        seen.add(frame.touched().keySet());
        boolean hasFigures = !frame.components().isEmpty() || !frame.inboxes().isEmpty();
        for (ComponentShape shape :
                hasFigures ? geometry.componentsIn(viewport.visible()) : List.<ComponentShape>of()) {
            Optional.ofNullable(frame.components().get(shape.id()))
                    .ifPresent(life ->
                            seen.add(detail == Detail.BLOCKS ? GraphPainter.seenFromAfar(shape, life, frame) : life));
            if (detail.shows(Detail.TITLES)) {
                shape.inlets().stream()
                        .flatMap(box -> Optional.ofNullable(frame.inboxes().get(box.reference())).stream())
                        .forEach(seen::add);
            }
        }
        FoldedMembers.cards(geometry.layout().groups())
                .flatMap(card -> FoldedMembers.life(card, frame).stream())
                .forEach(seen::add);
        if (detail == Detail.EVERYTHING) {
            geometry.linksIn(viewport.visible()).stream()
                    .flatMap(link -> Optional.ofNullable(frame.wires().get(link.reference())).stream())
                    .forEach(seen::add);
        }
        return seen;
    }
}
