package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.gesture.CanvasInteraction;
import javafx.animation.AnimationTimer;

/** Frames for what moves by itself: the figures and tokens of a run, and the world under a pointer held at the border. */
final class CanvasAnimation extends AnimationTimer {
    private static final double NANOS = 1e9;

    private final CanvasPane pane;
    private final CanvasInteraction interaction;
    private boolean running;
    private long before;

    CanvasAnimation(CanvasPane pane, CanvasInteraction interaction) {
        this.pane = pane;
        this.interaction = interaction;
    }

    /** Asks for frames until nothing moves any more. */
    void wake() {
        if (!running && isNeeded()) {
            running = true;
            before = System.nanoTime();
            start();
        }
    }

    /** Whether frames are being asked for. */
    boolean isRunning() {
        return running;
    }

    private boolean isNeeded() {
        return interaction.wantsTicks() || pane.live().isMoving();
    }

    @Override
    public void handle(long pulse) {
        long now = System.nanoTime();
        interaction.tick((now - before) / NANOS);
        before = now;
        if (pane.live().advance(now)) {
            pane.figuresChanged();
        }
        pane.live().paint(interaction.viewport(), interaction.pointer(), now);
        pane.moved();
        if (!isNeeded()) {
            stop();
        }
    }

    @Override
    public void stop() {
        running = false;
        super.stop();
    }
}
