package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.canvas.gesture.CanvasInteraction;
import java.util.Optional;

/**
 * What is shown while a window finds its size, which takes it several steps: until somebody touches the canvas or asks for
 * a place, all of the graph; then that place.
 */
final class Framing {
    private final CanvasInteraction interaction;
    private Optional<Viewport> framed = Optional.empty();
    private Optional<Point> kept = Optional.empty();
    private boolean touched;

    Framing(CanvasInteraction interaction) {
        this.interaction = interaction;
    }

    /** Somebody has begun to work: from now on nothing is shown that was not asked for. */
    void touch() {
        touched = true;
    }

    /** Shows the world about {@code centre} at {@code zoom}, and goes on to as long as nobody moves it. */
    void show(Point centre, double zoom) {
        touched = true;
        Viewport now = interaction.viewport();
        interaction.show(new Viewport(0, 0, zoom, now.width(), now.height()).centredOn(centre));
        framed = Optional.of(interaction.viewport());
        kept = Optional.of(centre);
    }

    /** The canvas has another size. */
    void resized(double width, double height) {
        boolean isAsFramed = framed.map(interaction.viewport()::equals).orElse(false);
        boolean shownWhole = !touched && (framed.isEmpty() || isAsFramed);
        interaction.show(interaction.viewport().resized(width, height));
        if (isAsFramed) {
            kept.ifPresent(place -> show(place, interaction.viewport().zoom()));
        }
        if (shownWhole) {
            interaction.operations().fitAll();
            framed = Optional.of(interaction.viewport());
        }
    }
}
