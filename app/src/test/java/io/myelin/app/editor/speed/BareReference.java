package io.myelin.app.editor.speed;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.Viewport;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;

/**
 * What no editor can do without: plain JavaFX that paints a rectangle and a label a component and a curve a link, all of
 * the graph, once on one canvas, and tokens on another again and again.
 */
final class BareReference extends Pane {
    private static final double RADIUS = 6;
    private static final double LEFT = 48;
    private static final double BASELINE = 28;

    private final Canvas graph = new Canvas(SpeedWindow.WIDTH, SpeedWindow.HEIGHT);
    private final Canvas tokens = new Canvas(SpeedWindow.WIDTH, SpeedWindow.HEIGHT);
    private final Viewport viewport;

    BareReference(CanvasGeometry geometry, Viewport viewport) {
        this.viewport = viewport;
        getChildren().addAll(graph, tokens);
        paint(geometry);
    }

    private GraphicsContext cleared(Canvas canvas) {
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        double zoom = viewport.zoom();
        context.setTransform(zoom, 0, 0, zoom, -viewport.x() * zoom, -viewport.y() * zoom);
        return context;
    }

    /** Paints the whole graph. */
    void paint(CanvasGeometry geometry) {
        GraphicsContext context = cleared(graph);
        context.setStroke(Color.GRAY);
        context.setLineWidth(1.75);
        for (LinkShape link : geometry.links()) {
            List<Point> points = link.path().controls();
            context.beginPath();
            context.moveTo(points.getFirst().x(), points.getFirst().y());
            for (int i = 1; i + 2 < points.size(); i += 3) {
                context.bezierCurveTo(
                        points.get(i).x(),
                        points.get(i).y(),
                        points.get(i + 1).x(),
                        points.get(i + 1).y(),
                        points.get(i + 2).x(),
                        points.get(i + 2).y());
            }
            context.stroke();
        }
        for (ComponentShape shape : geometry.components()) {
            Bounds bounds = shape.bounds();
            context.setFill(Color.WHITE);
            context.fillRect(bounds.x(), bounds.y(), bounds.width(), bounds.height());
            context.strokeRect(bounds.x(), bounds.y(), bounds.width(), bounds.height());
            context.setFill(Color.BLACK);
            context.fillText(shape.title(), bounds.x() + LEFT, bounds.y() + BASELINE);
        }
    }

    /** Paints a token at {@code part} of each of {@code links}, which is its own part of the way further on for each. */
    void paintTokens(List<LinkShape> links, double part) {
        GraphicsContext context = cleared(tokens);
        for (int index = 0; index < links.size(); index++) {
            Point place = links.get(index).path().at((part + index * 0.618) % 1);
            context.setFill(Color.WHITE);
            context.fillOval(place.x() - RADIUS - 1.5, place.y() - RADIUS - 1.5, 2 * RADIUS + 3, 2 * RADIUS + 3);
            context.setFill(Color.STEELBLUE);
            context.fillOval(place.x() - RADIUS, place.y() - RADIUS, 2 * RADIUS, 2 * RADIUS);
        }
    }
}
