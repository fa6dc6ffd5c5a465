package io.myelin.app.editor.palette;

import io.myelin.app.editor.palette.PaletteRow.Placeable;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Carries a component from the palette to the canvas: press, drag, release. It is ours and not the platform's drag and
 * drop, so that it is the same everywhere and can be called off by Escape.
 */
final class PaletteDrag {
    private static final double THRESHOLD = 5;
    private static final double OFFSET = 10;

    private final PaletteTarget target;
    private final Pane layer;
    private Optional<Placeable> pressed = Optional.empty();
    private @Nullable FontIcon icon;
    private @Nullable Label ghost;
    private Point2D start = Point2D.ZERO;

    /** Shows what is carried in {@code layer}, which lies above the whole window and takes no clicks. */
    PaletteDrag(PaletteTarget target, Pane layer) {
        this.target = target;
        this.layer = layer;
    }

    void press(Placeable placeable, FontIcon itsIcon, MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            pressed = Optional.of(placeable);
            icon = itsIcon;
            start = new Point2D(event.getSceneX(), event.getSceneY());
        }
    }

    void drag(MouseEvent event) {
        Point2D point = new Point2D(event.getSceneX(), event.getSceneY());
        if (pressed.isEmpty() || ghost == null && point.distance(start) < THRESHOLD) {
            return;
        }
        Label shown = ghost;
        if (shown == null) {
            shown = new Label(pressed.get().title(), icon);
            shown.setId("palette-ghost");
            shown.getStyleClass().add("palette-ghost");
            shown.setMouseTransparent(true);
            layer.getChildren().add(shown);
            ghost = shown;
        }
        Point2D local = layer.sceneToLocal(point);
        shown.relocate(local.getX() + OFFSET, local.getY() + OFFSET);
        event.consume();
    }

    void release(MouseEvent event) {
        Optional<Placeable> carried = ghost == null ? Optional.empty() : pressed;
        cancel();
        carried.ifPresent(what -> target.drop(what.type(), event.getSceneX(), event.getSceneY()));
    }

    /** Whether something is being carried. */
    boolean isCarrying() {
        return ghost != null;
    }

    /** Puts back what is carried. */
    void cancel() {
        pressed = Optional.empty();
        if (ghost != null) {
            layer.getChildren().remove(ghost);
            ghost = null;
        }
    }
}
