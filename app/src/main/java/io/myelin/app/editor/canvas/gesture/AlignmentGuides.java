package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.gesture.Feedback.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Finds the lines along which something moved stands level with components that stay. */
final class AlignmentGuides {
    private static final double EXACT = 0.5;
    private static final double OVERHANG = 16;

    private final CanvasGeometry geometry;
    private final Set<String> moving;

    AlignmentGuides(CanvasGeometry geometry, Set<String> moving) {
        this.geometry = geometry;
        this.moving = moving;
    }

    /** At most one upright and one level line for {@code moved}, to the nearest component in {@code visible}. */
    List<Line> of(Bounds moved, Bounds visible) {
        List<Bounds> others = geometry.componentsIn(visible).stream()
                .filter(shape -> !moving.contains(shape.id()))
                .map(ComponentShape::bounds)
                .toList();
        List<Line> lines = new ArrayList<>(2);
        upright(moved, others, Bounds::x)
                .or(() -> upright(moved, others, Bounds::right))
                .ifPresent(lines::add);
        level(moved, others, Bounds::y)
                .or(() -> level(moved, others, Bounds::bottom))
                .ifPresent(lines::add);
        return lines;
    }

    private static Optional<Line> upright(Bounds moved, List<Bounds> others, ToDoubleFunction<Bounds> edge) {
        double x = edge.applyAsDouble(moved);
        return nearest(moved, others, edge).map(other -> {
            Bounds both = moved.union(other);
            return new Line(new Point(x, both.y() - OVERHANG), new Point(x, both.bottom() + OVERHANG));
        });
    }

    private static Optional<Line> level(Bounds moved, List<Bounds> others, ToDoubleFunction<Bounds> edge) {
        double y = edge.applyAsDouble(moved);
        return nearest(moved, others, edge).map(other -> {
            Bounds both = moved.union(other);
            return new Line(new Point(both.x() - OVERHANG, y), new Point(both.right() + OVERHANG, y));
        });
    }

    private static Optional<Bounds> nearest(Bounds moved, List<Bounds> others, ToDoubleFunction<Bounds> edge) {
        double place = edge.applyAsDouble(moved);
        return others.stream()
                .filter(other -> Math.abs(edge.applyAsDouble(other) - place) < EXACT)
                .min(Comparator.comparingDouble(other -> other.centre().distance(moved.centre())));
    }
}
