package io.myelin.app.editor.canvas.gesture;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A press that is not known yet to be a click or the beginning of a drag. */
final class PressGesture implements Gesture {
    private final PointerEvent press;
    private final Supplier<Gesture> drag;
    private final Runnable click;
    private @Nullable Gesture going;

    PressGesture(PointerEvent press, Supplier<Gesture> drag, Runnable click) {
        this.press = press;
        this.drag = drag;
        this.click = click;
    }

    @Override
    public void dragged(PointerEvent event) {
        if (going == null && event.screen().distance(press.screen()) >= Surface.SLACK) {
            going = drag.get();
        }
        if (going != null) {
            going.dragged(event);
        }
    }

    @Override
    public void released(PointerEvent event) {
        if (going == null) {
            click.run();
        } else {
            going.released(event);
        }
    }

    @Override
    public void cancelled() {
        if (going != null) {
            going.cancelled();
        }
    }

    @Override
    public Feedback feedback() {
        return Optional.ofNullable(going).map(Gesture::feedback).orElse(Feedback.NONE);
    }

    @Override
    public boolean scrollsAtBorder() {
        return going != null && going.scrollsAtBorder();
    }
}
