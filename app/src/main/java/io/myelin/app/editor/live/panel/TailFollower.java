package io.myelin.app.editor.live.panel;

import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Keeps the end of a list in sight until people scroll away from it, and again once they are back at it. */
public final class TailFollower {
    private final Control list;
    private final IntConsumer scrollTo;
    private final BooleanProperty following = new SimpleBooleanProperty(this, "following", true);

    private int size;
    private boolean scrolling;

    /** For {@code list}, which {@code scrollTo} brings to the row of an index. */
    public TailFollower(Control list, IntConsumer scrollTo) {
        this.list = list;
        this.scrollTo = scrollTo;
        list.heightProperty().subscribe(() -> changed(size));
        list.sceneProperty().subscribe(() -> changed(size));
        list.skinProperty().subscribe(() -> changed(size));
        list.addEventFilter(ScrollEvent.SCROLL, _ -> lookLater());
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, _ -> lookLater());
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> lookLater());
        list.addEventFilter(KeyEvent.KEY_PRESSED, _ -> lookLater());
    }

    /** Whether the end is kept in sight. */
    public BooleanProperty followingProperty() {
        return following;
    }

    /** The list has {@code size} rows now. */
    public void changed(int rows) {
        size = rows;
        if (following.get() && size > 0 && !scrolling) {
            scrolling = true;
            // After the layout that the change asks for: only then is there a row to scroll to.
            Platform.runLater(() -> {
                scrolling = false;
                scrollToEnd();
            });
        }
    }

    private void scrollToEnd() {
        if (following.get() && size > 0 && list.getScene() != null && list.getHeight() > 0) {
            // A list that was never laid out has no rows yet, and would forget where it was told to go.
            list.applyCss();
            list.layout();
            scrollTo.accept(size - 1);
            // Where the last row but one is at the lower edge, JavaFX takes the last one to be in sight already.
            Platform.runLater(() -> bar().filter(_ -> following.get()).ifPresent(bar -> bar.setValue(bar.getMax())));
        }
    }

    private void lookLater() {
        Platform.runLater(() -> bar().ifPresent(bar -> {
            if (bar.isVisible()) {
                following.set(bar.getValue() >= bar.getMax() - 0.001);
            }
        }));
    }

    private Optional<ScrollBar> bar() {
        return list.lookupAll(".scroll-bar").stream()
                .filter(ScrollBar.class::isInstance)
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == Orientation.VERTICAL)
                .findFirst();
    }
}
