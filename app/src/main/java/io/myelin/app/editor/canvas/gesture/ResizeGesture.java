package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.Position;
import java.util.List;
import java.util.Optional;

/**
 * Gives the content of a component another size. The size stands beside the position in the layout, as {@code width}
 * and {@code height}. The document follows while the corner is dragged, in one step that is taken back when given up.
 */
final class ResizeGesture extends SteppedGesture {
    private static final Texts TEXTS = Texts.of(ResizeGesture.class);

    private static final double NARROWEST = 160;
    private static final double LOWEST = 64;

    private final String id;
    private final Bounds whole;
    private final Bounds body;
    private final Point start;

    ResizeGesture(Surface surface, PointerEvent press, ComponentShape shape) {
        super(surface, TEXTS.get("step.resize", shape.id()), PointerShape.RESIZE);
        this.id = shape.id();
        this.whole = shape.bounds();
        this.body = shape.body().orElse(shape.bounds());
        this.start = surface.world(press);
    }

    @Override
    void follow(PointerEvent event) {
        Point moved = surface.world(event).minus(start);
        long width = (long) CanvasGeometry.onGrid(Math.max(NARROWEST, whole.width() + moved.x()));
        long height = (long) CanvasGeometry.onGrid(Math.max(LOWEST, body.height() + moved.y()));
        surface.geometry().placeOf(id).ifPresent(place -> {
            Position resized = new Position(
                    place.x(), place.y(), place.unknown().with("width", width).with("height", height));
            if (!resized.equals(place)) {
                surface.document()
                        .perform(
                                TEXTS.get("step.resize", id),
                                new GraphEdit.MoveComponents(
                                        List.of(new GraphEdit.MoveComponents.Move(id, Optional.of(resized)))));
            }
        });
    }
}
