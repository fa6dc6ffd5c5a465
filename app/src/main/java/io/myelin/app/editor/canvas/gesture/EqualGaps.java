package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.gesture.Feedback.Line;
import io.myelin.app.editor.canvas.gesture.SnapLines.Axis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A place of something moved, in a row or a column with others, at which two gaps are equal.
 *
 * @param axis along which the others stand
 * @param start where its left or top edge is then
 * @param size how wide both gaps are
 * @param before the end of the neighbour at whose gap to look, and of the one farther off where both gaps are on one side
 */
record EqualGaps(Axis axis, double start, double size, List<Double> before) {
    /** Copies the list. */
    EqualGaps {
        before = List.copyOf(before);
    }

    /** The places near {@code moved} at which its gaps to {@code others} beside it are equal to each other or the next. */
    static List<EqualGaps> of(Bounds moved, List<Bounds> others, Axis axis) {
        Axis aside = axis.other();
        List<Bounds> row = others.stream()
                .filter(other -> aside.start(other) < aside.end(moved) && aside.end(other) > aside.start(moved))
                .toList();
        double middle = (axis.start(moved) + axis.end(moved)) / 2;
        Optional<Bounds> left = last(row, axis, other -> middle(other, axis) < middle);
        Optional<Bounds> right = first(row, axis, other -> middle(other, axis) > middle);
        List<EqualGaps> found = new ArrayList<>();
        left.ifPresent(one -> {
            right.ifPresent(two -> between(moved, one, two, axis).ifPresent(found::add));
            last(row, axis, other -> axis.end(other) < axis.start(one)).ifPresent(farther -> {
                double gap = axis.start(one) - axis.end(farther);
                found.add(new EqualGaps(axis, axis.end(one) + gap, gap, List.of(axis.end(farther), axis.end(one))));
            });
        });
        right.ifPresent(one -> first(row, axis, other -> axis.start(other) > axis.end(one))
                .ifPresent(farther -> {
                    double gap = axis.start(farther) - axis.end(one);
                    double start = axis.start(one) - gap - axis.size(moved);
                    found.add(new EqualGaps(axis, start, gap, List.of(start + axis.size(moved), axis.end(one))));
                }));
        return found;
    }

    private static Optional<EqualGaps> between(Bounds moved, Bounds left, Bounds right, Axis axis) {
        double gap = (axis.start(right) - axis.end(left) - axis.size(moved)) / 2;
        double start = axis.end(left) + gap;
        return gap > 0
                ? Optional.of(new EqualGaps(axis, start, gap, List.of(axis.end(left), start + axis.size(moved))))
                : Optional.empty();
    }

    private static double middle(Bounds bounds, Axis axis) {
        return (axis.start(bounds) + axis.end(bounds)) / 2;
    }

    private static Optional<Bounds> last(List<Bounds> row, Axis axis, Predicate<Bounds> wanted) {
        return row.stream().filter(wanted).max(Comparator.comparingDouble(axis::end));
    }

    private static Optional<Bounds> first(List<Bounds> row, Axis axis, Predicate<Bounds> wanted) {
        return row.stream().filter(wanted).min(Comparator.comparingDouble(axis::start));
    }

    /** A line through each of the two gaps, at the level of {@code moved}, with how wide it is. */
    List<Line> lines(Bounds moved) {
        double level = middle(moved, axis.other());
        return before.stream()
                .map(end -> new Line(
                        axis.point(end, level), axis.point(end + size, level), Long.toString(Math.round(size))))
                .toList();
    }
}
