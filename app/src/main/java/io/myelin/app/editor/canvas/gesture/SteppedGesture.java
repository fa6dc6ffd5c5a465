package io.myelin.app.editor.canvas.gesture;

/**
 * A drag that the document follows all the while: one step of it, begun with the first movement and taken back when the
 * drag is given up.
 */
abstract sealed class SteppedGesture implements Gesture permits ResizeGesture, NoteResizeGesture, WaypointGesture {
    final Surface surface;
    private final String step;
    private final PointerShape pointer;
    private boolean begun;

    /** {@code step}: what people call it; {@code pointer}: how the pointer looks meanwhile. */
    SteppedGesture(Surface surface, String step, PointerShape pointer) {
        this.surface = surface;
        this.step = step;
        this.pointer = pointer;
    }

    /** Brings the document to where the pointer is. */
    abstract void follow(PointerEvent event);

    @Override
    public final void dragged(PointerEvent event) {
        if (!begun) {
            surface.document().begin(step);
            begun = true;
        }
        follow(event);
    }

    @Override
    public final void released(PointerEvent event) {
        dragged(event);
        surface.document().commit();
    }

    @Override
    public final void cancelled() {
        if (begun) {
            surface.document().rollback();
        }
    }

    @Override
    public final Feedback feedback() {
        return Feedback.of(pointer);
    }
}
