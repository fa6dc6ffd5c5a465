package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.canvas.gesture.Feedback;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/** The lines along which something moved stands in line, and the gaps that are equal, each with its size. */
final class GuideMarks extends Group {
    private static final double TICK = 4;

    private final Path lines = new Path();
    private final Path gaps = new Path();
    private final List<Label> sizes = new ArrayList<>();
    private List<Feedback.Line> shown = List.of();

    GuideMarks() {
        lines.getStyleClass().add("guide");
        gaps.getStyleClass().add("guide-gap");
        getChildren().addAll(lines, gaps);
    }

    void show(List<Feedback.Line> guides, Viewport viewport) {
        setVisible(!guides.isEmpty());
        if (guides.isEmpty() && shown.isEmpty()) {
            return;
        }
        shown = guides;
        List<PathElement> plain = new ArrayList<>();
        List<PathElement> measured = new ArrayList<>();
        int labels = 0;
        for (Feedback.Line guide : guides) {
            Point from = sharp(viewport.toScreen(guide.from()));
            Point to = sharp(viewport.toScreen(guide.to()));
            line(guide.isGap() ? measured : plain, from, to);
            if (guide.isGap()) {
                ticks(measured, from, to);
                place(label(labels++), guide.size(), from, to);
            }
        }
        lines.getElements().setAll(plain);
        gaps.getElements().setAll(measured);
        for (int i = labels; i < sizes.size(); i++) {
            sizes.get(i).setVisible(false);
        }
    }

    /** A line of one pixel is sharp in the middle of a row of pixels. */
    private static Point sharp(Point point) {
        return new Point(Math.floor(point.x()) + 0.5, Math.floor(point.y()) + 0.5);
    }

    private static void line(List<PathElement> path, Point from, Point to) {
        path.add(new MoveTo(from.x(), from.y()));
        path.add(new LineTo(to.x(), to.y()));
    }

    private static void ticks(List<PathElement> path, Point from, Point to) {
        boolean level = from.y() == to.y();
        double dx = level ? 0 : TICK;
        double dy = level ? TICK : 0;
        line(path, from.plus(-dx, -dy), from.plus(dx, dy));
        line(path, to.plus(-dx, -dy), to.plus(dx, dy));
    }

    private Label label(int index) {
        if (index == sizes.size()) {
            Label label = new Label();
            label.getStyleClass().add("guide-size");
            label.setManaged(false);
            sizes.add(label);
            getChildren().add(label);
        }
        return sizes.get(index);
    }

    private static void place(Label label, String size, Point from, Point to) {
        label.setText(size);
        label.setVisible(true);
        label.applyCss();
        double width = Math.ceil(label.prefWidth(-1));
        double height = Math.ceil(label.prefHeight(-1));
        label.resizeRelocate(
                Math.round((from.x() + to.x() - width) / 2),
                Math.round((from.y() + to.y() - height) / 2),
                width,
                height);
    }
}
