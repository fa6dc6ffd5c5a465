package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.Viewport;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.canvas.Canvas;
import javafx.scene.transform.Affine;
import javafx.util.Duration;

/**
 * The painted graph. Where very much is visible, a moving viewport moves the bitmap there is and has it painted again
 * some times a second; the rest of the time, and always when something of the graph itself changes, it is painted at
 * once.
 */
final class PaintedGraph extends Canvas {
    private static final int MANY = 200;
    private static final double PAUSE_MILLIS = 70;

    private final Affine moved = new Affine();
    private final PauseTransition pause = new PauseTransition(Duration.millis(PAUSE_MILLIS));
    private Viewport painted = Viewport.START;
    private boolean crowded;
    private long paintings;

    /** Runs {@code paint} when the bitmap has been moved for long enough. */
    PaintedGraph(Runnable paint) {
        setMouseTransparent(true);
        setManaged(false);
        getTransforms().add(moved);
        pause.setOnFinished(_ -> paint.run());
    }

    /** Moves the bitmap to where {@code viewport} shows it, if that will do for now; false where it must be painted. */
    boolean follow(Viewport viewport) {
        boolean sameSize = viewport.width() == painted.width() && viewport.height() == painted.height();
        if (!crowded || !sameSize) {
            return false;
        }
        double scale = viewport.zoom() / painted.zoom();
        moved.setToTransform(
                scale,
                0,
                (painted.x() - viewport.x()) * viewport.zoom(),
                0,
                scale,
                (painted.y() - viewport.y()) * viewport.zoom());
        if (pause.getStatus() != Animation.Status.RUNNING) {
            pause.playFromStart();
        }
        return true;
    }

    /** It shows {@code viewport} now, with so many components in it. */
    void painted(Viewport viewport, int visible) {
        pause.stop();
        moved.setToIdentity();
        painted = viewport;
        crowded = visible > MANY;
        paintings++;
    }

    /** How often it was painted since the beginning. */
    long paintings() {
        return paintings;
    }
}
