package io.myelin.palette.view;

import java.util.List;

/**
 * Points of a chart.
 *
 * @param title what stands above
 * @param received how many messages have come in all
 * @param kind how it is drawn
 * @param xLabel what x is
 * @param yLabel what y is
 * @param points the last of them, in the order in which they came
 */
public record ChartContent(
        String title, long received, ChartKind kind, String xLabel, String yLabel, List<Point> points)
        implements ViewContent {
    /** Copies {@code points}. */
    public ChartContent {
        points = List.copyOf(points);
    }

    /** Whether x is a text with every point, so that the points stand side by side under their labels. */
    public boolean hasCategories() {
        return !points.isEmpty()
                && points.stream().noneMatch(point -> point.label().isEmpty());
    }

    /**
     * One point.
     *
     * @param x where it stands, finite; for one with a label how many came before it
     * @param y how high, finite
     * @param label x where that is a text, else empty
     */
    public record Point(double x, double y, String label) {}
}
