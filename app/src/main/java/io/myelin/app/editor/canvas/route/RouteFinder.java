package io.myelin.app.editor.canvas.route;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * Finds the shortest way of few corners, level and upright by turns, between two points round obstacles. It looks along
 * the edges of the obstacles only (an orthogonal visibility graph), so that a way costs what the obstacles are, however
 * large the world is. A way may lie on the edge of an obstacle, never inside. It begins and ends going where it is
 * told to.
 */
final class RouteFinder {
    /** What a corner costs, as a length: a longer way with less corners is easier to follow. */
    private static final double CORNER = 40;

    private static final int MOST_STEPS = 8_000;
    private static final int DIRECTIONS = 4;
    private static final int[] ACROSS = {1, 0, -1, 0};
    private static final int[] DOWN = {0, 1, 0, -1};

    private final Point start;
    private final Point end;
    private final Heading leaving;
    private final Heading arriving;
    private final double[] xs;
    private final double[] ys;
    private final boolean[] levelShut;
    private final boolean[] uprightShut;
    private int steps;

    /** Between the ends of {@code span}, which are in {@code corridor}, without leaving that. */
    RouteFinder(Span span, List<Bounds> obstacles, Bounds corridor) {
        this.start = span.start;
        this.end = span.end;
        this.leaving = span.leaving;
        this.arriving = span.arriving;
        double middle = (start.x() + end.x()) / 2;
        this.xs = lines(
                corridor.x(),
                corridor.right(),
                Stream.concat(
                        Stream.of(start.x(), end.x(), middle),
                        obstacles.stream().flatMap(one -> Stream.of(one.x(), one.right()))));
        this.ys = lines(
                corridor.y(),
                corridor.bottom(),
                Stream.concat(
                        Stream.of(start.y(), end.y()),
                        obstacles.stream().flatMap(one -> Stream.of(one.y(), one.bottom()))));
        this.levelShut = new boolean[xs.length * ys.length];
        this.uprightShut = new boolean[xs.length * ys.length];
        obstacles.stream().map(Corners::inside).forEach(this::shut);
    }

    private static double[] lines(double least, double most, Stream<Double> places) {
        return places.mapToDouble(Double::doubleValue)
                .filter(place -> place >= least && place <= most)
                .sorted()
                .distinct()
                .toArray();
    }

    /** No way leads through the inside of {@code obstacle}. */
    private void shut(Bounds obstacle) {
        for (int column = 0; column < xs.length; column++) {
            for (int row = 0; row < ys.length; row++) {
                boolean across =
                        xs[column] < obstacle.right() && column + 1 < xs.length && xs[column + 1] > obstacle.x();
                boolean down = ys[row] < obstacle.bottom() && row + 1 < ys.length && ys[row + 1] > obstacle.y();
                if (across && ys[row] > obstacle.y() && ys[row] < obstacle.bottom()) {
                    levelShut[column * ys.length + row] = true;
                }
                if (down && xs[column] > obstacle.x() && xs[column] < obstacle.right()) {
                    uprightShut[column * ys.length + row] = true;
                }
            }
        }
    }

    /** How much was looked at. */
    int work() {
        return steps + xs.length * ys.length / 4;
    }

    /** The corners from the start to the end, with both; empty where there is no way, or none was found in time. */
    Optional<List<Point>> find() {
        int states = xs.length * ys.length * DIRECTIONS;
        double[] costs = new double[states];
        int[] before = new int[states];
        Arrays.fill(costs, Double.MAX_VALUE);
        Arrays.fill(before, -1);
        PriorityQueue<Reached> open = new PriorityQueue<>();
        int first = state(index(xs, start.x()), index(ys, start.y()), leaving.ordinal());
        int last = state(index(xs, end.x()), index(ys, end.y()), arriving.ordinal());
        costs[first] = 0;
        open.add(new Reached(first, 0, estimate(first)));
        while (!open.isEmpty() && steps < MOST_STEPS) {
            Reached reached = open.remove();
            if (reached.state == last) {
                return Optional.of(corners(last, before));
            }
            if (reached.cost == costs[reached.state]) {
                steps++;
                expand(reached, costs, before, open);
            }
        }
        return Optional.empty();
    }

    private void expand(Reached reached, double[] costs, int[] before, PriorityQueue<Reached> open) {
        int heading = reached.state % DIRECTIONS;
        int column = column(reached.state);
        int row = row(reached.state);
        for (int direction = 0; direction < DIRECTIONS; direction++) {
            boolean back = (direction + 2) % DIRECTIONS == heading;
            int nextColumn = column + ACROSS[direction];
            int nextRow = row + DOWN[direction];
            if (back || isShut(column, row, nextColumn, nextRow)) {
                continue;
            }
            int next = state(nextColumn, nextRow, direction);
            double length = Math.abs(xs[nextColumn] - xs[column]) + Math.abs(ys[nextRow] - ys[row]);
            double cost = reached.cost + length + (direction == heading ? 0 : CORNER);
            if (cost < costs[next]) {
                costs[next] = cost;
                before[next] = reached.state;
                open.add(new Reached(next, cost, cost + estimate(next)));
            }
        }
        turnAtEnd(reached, costs, before, open);
    }

    /** At the end, a way that comes from either side turns once more, to where it is to go. */
    private void turnAtEnd(Reached reached, double[] costs, int[] before, PriorityQueue<Reached> open) {
        int heading = reached.state % DIRECTIONS;
        boolean there = xs[column(reached.state)] == end.x() && ys[row(reached.state)] == end.y();
        int turned = reached.state - heading + arriving.ordinal();
        if (there && heading % 2 != arriving.ordinal() % 2 && reached.cost + CORNER < costs[turned]) {
            costs[turned] = reached.cost + CORNER;
            before[turned] = reached.state;
            open.add(new Reached(turned, costs[turned], costs[turned]));
        }
    }

    private boolean isShut(int column, int row, int nextColumn, int nextRow) {
        if (nextColumn < 0 || nextRow < 0 || nextColumn >= xs.length || nextRow >= ys.length) {
            return true;
        }
        int edge = Math.min(column, nextColumn) * ys.length + Math.min(row, nextRow);
        return nextRow == row ? levelShut[edge] : uprightShut[edge];
    }

    private double estimate(int state) {
        return Math.abs(xs[column(state)] - end.x()) + Math.abs(ys[row(state)] - end.y());
    }

    private List<Point> corners(int last, int[] before) {
        List<Point> places = new ArrayList<>();
        for (int state = last; state >= 0; state = before[state]) {
            places.addFirst(new Point(xs[column(state)], ys[row(state)]));
        }
        return places;
    }

    private int state(int column, int row, int direction) {
        return (column * ys.length + row) * DIRECTIONS + direction;
    }

    private int column(int state) {
        return state / DIRECTIONS / ys.length;
    }

    private int row(int state) {
        return state / DIRECTIONS % ys.length;
    }

    private static int index(double[] lines, double place) {
        return Arrays.binarySearch(lines, place);
    }

    /**
     * What a way is looked for between.
     *
     * @param leaving where it goes at its start
     * @param arriving where it goes at its end
     */
    record Span(Point start, Point end, Heading leaving, Heading arriving) {}

    /** A state by the cost so far and the least that the whole can cost; the order is total, so that ways are the same. */
    private record Reached(int state, double cost, double whole) implements Comparable<Reached> {
        @Override
        public int compareTo(Reached other) {
            int byCost = Double.compare(whole, other.whole);
            return byCost != 0 ? byCost : Integer.compare(state, other.state);
        }
    }
}
