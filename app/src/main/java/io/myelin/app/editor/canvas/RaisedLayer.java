package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.Hit;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.canvas.gesture.Feedback;
import io.myelin.app.editor.canvas.paint.BlockRaster;
import io.myelin.app.editor.canvas.paint.Brush;
import io.myelin.app.editor.canvas.paint.CanvasFonts;
import io.myelin.app.editor.canvas.paint.CanvasTones;
import io.myelin.app.editor.canvas.paint.GraphPainter;
import io.myelin.app.editor.canvas.paint.PaintState;
import io.myelin.app.editor.document.LinkReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.canvas.Canvas;

/**
 * The few components and links that the pointer is on or drags, over the picture of all. It is no larger than they are, so
 * that a pointer that moves costs what is under it and not what is visible.
 */
final class RaisedLayer extends Canvas {
    /** Further than anything is painted beyond the bounds of its shape, in units of the world. */
    private static final double AROUND = 24;

    private static final double STEP = 64;

    private final CanvasGeometry geometry;
    private final CanvasTones tones;
    private final CanvasFonts fonts;
    private final BlockRaster blocks = new BlockRaster();

    RaisedLayer(CanvasGeometry geometry, CanvasTones tones, CanvasFonts fonts) {
        this.geometry = geometry;
        this.tones = tones;
        this.fonts = fonts;
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
    }

    /** Shows what {@code state} points at, and what is displaced; tells whether that is anything. */
    boolean paint(Viewport viewport, PaintState state) {
        Set<LinkReference> links = links(state.feedback());
        Set<String> ids = new LinkedHashSet<>(geometry.displaced());
        pointedAt(state.feedback().hover()).ifPresent(ids::add);
        for (LinkReference link : links) {
            // Links run under the components that they join.
            ids.add(link.from().component());
            ids.add(link.to().component());
        }
        geometry.displaced().forEach(id -> links.addAll(geometry.linesAt(id)));
        Optional<Bounds> place = place(viewport, ids, links);
        place.ifPresent(pixels -> paint(viewport, pixels, state, ids, links));
        setVisible(place.isPresent());
        return place.isPresent();
    }

    private static Set<LinkReference> links(Feedback feedback) {
        Set<LinkReference> links = new LinkedHashSet<>(feedback.marked());
        switch (feedback.hover()) {
            case Hit.OnLink(LinkShape link) -> links.add(link.reference());
            case Hit.OnWaypoint(LinkShape link, int _) -> links.add(link.reference());
            default -> {}
        }
        return links;
    }

    private static Optional<String> pointedAt(Hit hover) {
        return switch (hover) {
            case Hit.OnComponent(ComponentShape shape) -> Optional.of(shape.id());
            case Hit.OnBox(var box) -> Optional.of(box.reference().component());
            default -> Optional.empty();
        };
    }

    /** Whole pixels around all of it, as far as they are on the screen. */
    private Optional<Bounds> place(Viewport viewport, Set<String> ids, Set<LinkReference> links) {
        List<Bounds> all = new ArrayList<>();
        ids.forEach(id -> geometry.component(id).ifPresent(shape -> all.add(shape.bounds())));
        links.forEach(link ->
                geometry.link(link).ifPresent(shape -> all.add(shape.path().bounds())));
        return Bounds.around(all).flatMap(world -> {
            Bounds screen = viewport.toScreen(world.grown(AROUND)).grown(2);
            double left = Math.max(0, Math.floor(screen.x()));
            double top = Math.max(0, Math.floor(screen.y()));
            double right = Math.min(viewport.width(), left + step(screen.right() - left));
            double bottom = Math.min(viewport.height(), top + step(screen.bottom() - top));
            return right > left && bottom > top
                    ? Optional.of(new Bounds(left, top, right - left, bottom - top))
                    : Optional.empty();
        });
    }

    /** In steps, so that what changes its size a little while it is dragged does not need another bitmap each time. */
    private static double step(double pixels) {
        return Math.ceil(pixels / STEP) * STEP;
    }

    private void paint(Viewport viewport, Bounds pixels, PaintState state, Set<String> ids, Set<LinkReference> links) {
        setWidth(pixels.width());
        setHeight(pixels.height());
        setLayoutX(pixels.x());
        setLayoutY(pixels.y());
        double zoom = viewport.zoom();
        Viewport part = new Viewport(
                viewport.x() + pixels.x() / zoom,
                viewport.y() + pixels.y() / zoom,
                zoom,
                pixels.width(),
                pixels.height());
        GraphPainter.paintRaised(new Brush(this, part, tones, fonts), geometry, state, ids, links, blocks);
    }
}
