package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.gesture.CanvasInteraction;
import io.myelin.app.editor.canvas.live.LookClock;
import java.time.Duration;
import javafx.animation.AnimationTimer;

/**
 * What moves by itself: the figures and tokens of a run, and the world under a pointer held at the border. Frames are
 * asked for only while something is under way; a run in which nothing is, is looked at twenty times a second.
 */
final class CanvasAnimation extends AnimationTimer {
    private static final double NANOS = 1e9;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final CanvasPane pane;
    private final CanvasInteraction interaction;
    private final LookClock looks = new LookClock(BETWEEN_LOOKS, this::look);
    private boolean running;
    private long before;

    CanvasAnimation(CanvasPane pane, CanvasInteraction interaction) {
        this.pane = pane;
        this.interaction = interaction;
    }

    /** Shows what moves, until nothing does any more and no run can move anything. */
    void wake() {
        if (pane.live().isFollowing()) {
            looks.start();
        }
        if (!running && isMoving()) {
            running = true;
            before = System.nanoTime();
            start();
        }
    }

    /** Whether frames are being asked for. */
    boolean isRunning() {
        return running;
    }

    private boolean isMoving() {
        return interaction.wantsTicks() || pane.live().isMoving();
    }

    /** Takes the figures of the run as they are now, and follows them from then on. */
    void look() {
        if (!running) {
            show(System.nanoTime());
            wake();
        }
        if (!pane.live().isFollowing()) {
            looks.stop();
        }
    }

    @Override
    public void handle(long pulse) {
        long now = System.nanoTime();
        interaction.tick((now - before) / NANOS);
        before = now;
        show(now);
        if (!isMoving()) {
            stopFrames();
        }
    }

    private void show(long now) {
        if (pane.live().advance(now)) {
            pane.figuresChanged();
        }
        pane.live().paint(interaction.viewport(), interaction.pointer(), now);
        pane.moved();
    }

    @Override
    public void stop() {
        looks.stop();
        stopFrames();
    }

    private void stopFrames() {
        running = false;
        super.stop();
    }
}
