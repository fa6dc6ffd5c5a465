package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.Viewport;
import java.util.Collection;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/** A frame around everything in view that was found. */
final class FindMarks extends Pane {
    /** Outside the sockets, which stand on the edge. */
    private static final double APART = 8;

    private static final double ROUND = 12;

    private final Path all = new Path();
    private final Path current = new Path();

    FindMarks() {
        setManaged(false);
        setMouseTransparent(true);
        all.getStyleClass().add("find-mark");
        current.getStyleClass().addAll("find-mark", "find-mark-current");
        getChildren().addAll(all, current);
    }

    /** Frames {@code found}, all in the world, and {@code chosen}, which may be empty, more strongly. */
    void show(Collection<Bounds> found, List<Bounds> chosen, Viewport viewport) {
        frame(all, found, viewport);
        frame(current, chosen, viewport);
    }

    private static void frame(Path path, Collection<Bounds> several, Viewport viewport) {
        Bounds visible = viewport.visible().grown(APART / viewport.zoom());
        List<PathElement> elements = several.stream()
                .filter(visible::intersects)
                .map(bounds -> viewport.toScreen(bounds).grown(APART))
                .flatMap(bounds -> corners(bounds).stream())
                .toList();
        if (!elements.isEmpty() || !path.getElements().isEmpty()) {
            path.getElements().setAll(elements);
        }
    }

    private static List<PathElement> corners(Bounds at) {
        double round = Math.min(ROUND, Math.min(at.width(), at.height()) / 2);
        return List.of(
                new MoveTo(at.x() + round, at.y()),
                new LineTo(at.right() - round, at.y()),
                new ArcTo(round, round, 0, at.right(), at.y() + round, false, true),
                new LineTo(at.right(), at.bottom() - round),
                new ArcTo(round, round, 0, at.right() - round, at.bottom(), false, true),
                new LineTo(at.x() + round, at.bottom()),
                new ArcTo(round, round, 0, at.x(), at.bottom() - round, false, true),
                new LineTo(at.x(), at.y() + round),
                new ArcTo(round, round, 0, at.x() + round, at.y(), false, true),
                new ClosePath());
    }
}
