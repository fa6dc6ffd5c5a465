package io.myelin.app.editor.canvas.arrange;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.GroupShape;
import io.myelin.app.editor.canvas.geometry.NoteShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds room for a whole graph that is put among what a canvas shows, such as one that is pasted. */
public final class FreeRoom {
    private static final double STEP = 3 * CanvasGeometry.GRID;
    private static final int MOST_STEPS = 60;
    private static final double CLEAR = CanvasGeometry.GRID;

    private final CanvasGeometry geometry;

    /** Room on the canvas of {@code geometry}. */
    public FreeRoom(CanvasGeometry geometry) {
        this.geometry = geometry;
    }

    /** {@code graph} with all of its components in the places where they are seen when it is opened by itself. */
    public Graph arranged(Graph graph) {
        return alone(graph)
                .writing(graph)
                .map(edit -> edit.applyTo(graph))
                .map(GraphEdit.Applied::graph)
                .orElse(graph);
    }

    private CanvasGeometry alone(Graph graph) {
        CanvasGeometry alone = geometry.another();
        alone.update(graph);
        return alone;
    }

    /** The place on the grid nearest to {@code wanted} where {@code graph}, its top left corner there, covers nothing. */
    public Point near(Graph graph, Point wanted) {
        Point corner = CanvasGeometry.onGrid(wanted);
        Optional<Bounds> size = size(graph);
        if (size.isEmpty()) {
            return corner;
        }
        Bounds first = new Bounds(
                corner.x(), corner.y(), size.get().width(), size.get().height());
        return IntStream.rangeClosed(0, MOST_STEPS)
                .mapToObj(FreeRoom::ring)
                .flatMap(ring -> ring
                        .filter(step -> isFree(first.moved(step.x(), step.y())))
                        .min(Comparator.comparingDouble(step -> step.distance(new Point(0, 0))))
                        .stream())
                .findFirst()
                .map(step -> corner.plus(step.x(), step.y()))
                .orElseGet(() -> belowAll(corner));
    }

    private Optional<Bounds> size(Graph graph) {
        CanvasGeometry alone = alone(graph);
        return Bounds.around(Stream.concat(
                        alone.components().stream().map(ComponentShape::bounds),
                        alone.layout().notes().stream().map(NoteShape::bounds))
                .toList());
    }

    /** The ways to all places so many steps away, those below and to the right first. */
    private static Stream<Point> ring(int steps) {
        return IntStream.rangeClosed(-steps, steps).boxed().flatMap(down -> {
            boolean whole = Math.abs(down) == steps;
            IntStream across = whole
                    ? IntStream.rangeClosed(-steps, steps)
                    : IntStream.of(-steps, steps).distinct();
            return across.mapToObj(right -> new Point(-right * STEP, -down * STEP));
        });
    }

    private boolean isFree(Bounds area) {
        Bounds around = area.grown(CLEAR);
        return geometry.componentsIn(around).isEmpty()
                && geometry.layout().notesIn(around).isEmpty()
                && geometry.layout().groups().stream()
                        .filter(GroupShape::isFolded)
                        .noneMatch(card -> card.bounds().intersects(around));
    }

    private Point belowAll(Point corner) {
        double bottom = geometry.contents().map(Bounds::bottom).orElse(corner.y());
        return CanvasGeometry.onGrid(new Point(corner.x(), Math.max(corner.y(), bottom + 2 * STEP)));
    }
}
