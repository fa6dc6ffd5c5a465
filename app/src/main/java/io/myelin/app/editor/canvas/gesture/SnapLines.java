package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.canvas.gesture.Feedback.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The lines that something moved snaps to: edges and middles of the components in view that stay, the places at which
 * the gaps to its neighbours are equal, and those at which one of its links is straight.
 */
final class SnapLines {
    /** How near a line must be to draw something to it, in pixels. */
    private static final double REACH_PIXELS = 6;

    /** The most that this may be in the world: from far away, everything is near some line. */
    private static final double FARTHEST = 12;

    /** Where more is in view, lines are fractions of a pixel apart, and nobody can aim at one. */
    private static final int MOST = 500;

    private static final double EXACT = 0.5;
    private static final double OVERHANG = 16;

    private final CanvasGeometry geometry;
    private final Set<String> moving;
    private final List<Double> straight;
    private Bounds seen = new Bounds(0, 0, 0, 0);
    private List<Bounds> others = List.of();

    /** Lines for the components {@code moving}, of which {@code grabbed}, if any, is brought onto them. */
    SnapLines(CanvasGeometry geometry, Optional<String> grabbed, Set<String> moving) {
        this.geometry = geometry;
        this.moving = moving;
        this.straight = grabbed.map(id -> straightening(geometry, id, moving)).orElse(List.of());
    }

    /** How far to move {@code wanted} in x so that it stands on the nearest upright line; empty where none is near. */
    OptionalDouble across(Bounds wanted, Viewport viewport) {
        return nearest(wanted, viewport, Axis.ACROSS, Stream.empty());
    }

    /**
     * How far to move {@code wanted}, which is {@code moved} away from its place, in y so that it stands on the nearest
     * level line or one of its links becomes straight; empty where none is near.
     */
    OptionalDouble down(Bounds wanted, double moved, Viewport viewport) {
        return nearest(wanted, viewport, Axis.DOWN, straight.stream().map(distance -> distance - moved));
    }

    private OptionalDouble nearest(Bounds wanted, Viewport viewport, Axis axis, Stream<Double> more) {
        look(viewport);
        double reach = Math.min(REACH_PIXELS / viewport.zoom(), FARTHEST);
        Stream<Double> lines = others.stream()
                .flatMap(other -> Stream.of(Part.values()).map(part -> part.of(other, axis) - part.of(wanted, axis)));
        Stream<Double> gaps = EqualGaps.of(wanted, others, axis).stream().map(gap -> gap.start() - axis.start(wanted));
        return Stream.of(lines, gaps, more)
                .flatMap(distances -> distances)
                .filter(distance -> Math.abs(distance) <= reach)
                .min(Comparator.comparingDouble(Math::abs))
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    /** How far each link between {@code id} and what stays is from being level. */
    private static List<Double> straightening(CanvasGeometry geometry, String id, Set<String> moving) {
        return geometry.linksAt(id).stream()
                .flatMap(link -> geometry.link(link).stream())
                .filter(link -> !moving.contains(other(link, id)))
                .map(link -> link.from().reference().component().equals(id)
                        ? link.to().centre().y() - link.from().centre().y()
                        : link.from().centre().y() - link.to().centre().y())
                .toList();
    }

    private static String other(LinkShape link, String id) {
        String from = link.from().reference().component();
        return from.equals(id) ? link.to().reference().component() : from;
    }

    /** What is in view is asked for once, and again only when the view has moved. */
    private void look(Viewport viewport) {
        Bounds visible = viewport.visible();
        if (!visible.equals(seen)) {
            seen = visible;
            List<ComponentShape> inView = geometry.componentsIn(visible);
            others = (inView.size() > MOST ? List.<ComponentShape>of() : inView)
                    .stream()
                            .filter(shape -> !moving.contains(shape.id()))
                            .map(ComponentShape::bounds)
                            .toList();
        }
    }

    /** The lines and equal gaps that {@code moved} stands on: at most one line and one pair of gaps each way. */
    List<Line> guides(Bounds moved, Viewport viewport) {
        look(viewport);
        List<Line> guides = new ArrayList<>();
        for (Axis axis : Axis.values()) {
            Stream.of(Part.values())
                    .flatMap(part -> line(moved, part, axis).stream())
                    .findFirst()
                    .ifPresent(guides::add);
            EqualGaps.of(moved, others, axis).stream()
                    .filter(gap -> Math.abs(gap.start() - axis.start(moved)) < EXACT)
                    .findFirst()
                    .ifPresent(gap -> guides.addAll(gap.lines(moved)));
        }
        return guides;
    }

    private Optional<Line> line(Bounds moved, Part part, Axis axis) {
        double at = part.of(moved, axis);
        return others.stream()
                .filter(other -> Math.abs(part.of(other, axis) - at) < EXACT)
                .min(Comparator.comparingDouble(other -> other.centre().distance(moved.centre())))
                .map(other -> {
                    Bounds both = moved.union(other);
                    return axis == Axis.ACROSS
                            ? new Line(new Point(at, both.y() - OVERHANG), new Point(at, both.bottom() + OVERHANG))
                            : new Line(new Point(both.x() - OVERHANG, at), new Point(both.right() + OVERHANG, at));
                });
    }

    /** The two ways in which something moves. */
    enum Axis {
        /** In x. */
        ACROSS,
        /** In y. */
        DOWN;

        double start(Bounds bounds) {
            return this == ACROSS ? bounds.x() : bounds.y();
        }

        double end(Bounds bounds) {
            return this == ACROSS ? bounds.right() : bounds.bottom();
        }

        double size(Bounds bounds) {
            return end(bounds) - start(bounds);
        }

        Axis other() {
            return this == ACROSS ? DOWN : ACROSS;
        }

        /** The point that is at {@code along} this axis and at {@code aside} on the other one. */
        Point point(double along, double aside) {
            return this == ACROSS ? new Point(along, aside) : new Point(aside, along);
        }
    }

    /** What of one component comes onto a line with the same of another; what comes first is shown first. */
    private enum Part {
        START,
        END,
        MIDDLE;

        double of(Bounds bounds, Axis axis) {
            return switch (this) {
                case START -> axis.start(bounds);
                case END -> axis.end(bounds);
                case MIDDLE -> (axis.start(bounds) + axis.end(bounds)) / 2;
            };
        }
    }
}
