package io.myelin.app.editor;

import io.myelin.app.editor.file.WindowPlaces.WindowPlace;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts a window where it was the last time, if there still is a screen there. */
final class WindowPlacing {
    private static final double MIN_WIDTH = 720;
    private static final double MIN_HEIGHT = 480;

    private WindowPlacing() {}

    static void restore(Stage stage, Optional<WindowPlace> place) {
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        if (place.isEmpty()) {
            stage.setWidth(Math.min(1440, screen.getWidth()));
            stage.setHeight(Math.min(900, screen.getHeight()));
            return;
        }
        WindowPlace last = place.get();
        boolean seen = !Screen.getScreensForRectangle(last.x(), last.y(), last.width(), last.height())
                .isEmpty();
        if (seen) {
            stage.setX(last.x());
            stage.setY(last.y());
        }
        stage.setWidth(Math.max(MIN_WIDTH, last.width()));
        stage.setHeight(Math.max(MIN_HEIGHT, last.height()));
        stage.setMaximized(last.maximized());
    }

    static WindowPlace of(Stage stage) {
        return new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
    }
}
