package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.Viewport;

/** Moves the world with the pointer. */
final class PanGesture implements Gesture {
    private final Surface surface;
    private final Viewport start;
    private final Point grabbed;

    PanGesture(Surface surface, PointerEvent press) {
        this.surface = surface;
        this.start = surface.viewport();
        this.grabbed = press.screen();
    }

    @Override
    public void dragged(PointerEvent event) {
        Point moved = event.screen().minus(grabbed);
        Viewport now = surface.viewport();
        surface.show(start.resized(now.width(), now.height()).panned(moved.x(), moved.y()));
    }

    @Override
    public void released(PointerEvent event) {
        dragged(event);
    }

    @Override
    public Feedback feedback() {
        return Feedback.of(PointerShape.CLOSED_HAND);
    }

    @Override
    public boolean scrollsAtBorder() {
        return false;
    }
}
