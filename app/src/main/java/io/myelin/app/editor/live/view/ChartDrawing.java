package io.myelin.app.editor.live.view;

import io.myelin.engine.plan.Secrets;
import io.myelin.palette.view.ChartContent;
import io.myelin.palette.view.ChartContent.Point;
import io.myelin.palette.view.ChartKind;
import io.myelin.palette.view.ViewContent;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.chart.Axis;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.ScatterChart;
import javafx.scene.chart.XYChart;

/**
 * Draws points as a line, bars or dots. Only as many as the eye can tell apart: the newest bars, and of more points
 * than {@value #MOST_POINTS} those that keep the shape.
 *
 * @param <X> numbers, or texts where the points stand side by side under their labels
 */
final class ChartDrawing<X> implements ContentDrawing {
    static final int MOST_POINTS = 600;
    static final int MOST_BARS = 60;

    private final ChartKind kind;
    private final boolean categories;
    private final Secrets secrets;
    private final Axis<X> x;
    private final NumberAxis y = new NumberAxis();
    private final NumberScale heights;
    private final Optional<NumberScale> widths;
    private final XYChart<X, Number> chart;
    private final PointMaker<X> points;
    private final XYChart.Series<X, Number> series = new XYChart.Series<>();

    /** Makes what stands on the x axis of a point. */
    @FunctionalInterface
    private interface PointMaker<X> {
        X place(Point point, int index);
    }

    private ChartDrawing(ChartContent first, Secrets secrets, Axis<X> x, PointMaker<X> points) {
        this.kind = first.kind();
        this.categories = standsSideBySide(first);
        this.secrets = secrets;
        this.x = x;
        this.points = points;
        this.chart = chart();
        y.setSide(Side.LEFT);
        heights = new NumberScale(y, kind == ChartKind.BAR);
        widths = x instanceof NumberAxis numbers ? Optional.of(new NumberScale(numbers, false)) : Optional.empty();
        y.setAnimated(false);
        x.setAnimated(false);
        chart.setAnimated(false);
        chart.setLegendVisible(false);
        chart.getStyleClass().add("view-chart");
        chart.setMinSize(0, 0);
        chart.getData().add(series);
    }

    /** A drawing for contents like {@code first}. */
    static ChartDrawing<?> of(ChartContent first, Secrets secrets) {
        if (standsSideBySide(first)) {
            return new ChartDrawing<>(first, secrets, new CategoryAxis(), (point, _) -> category(point, secrets));
        }
        NumberAxis numbers = new NumberAxis();
        numbers.setSide(Side.BOTTOM);
        return new ChartDrawing<Number>(first, secrets, numbers, (point, _) -> point.x());
    }

    /** Bars always stand side by side; points do where they have labels. */
    private static boolean standsSideBySide(ChartContent content) {
        return content.kind() == ChartKind.BAR || content.hasCategories();
    }

    private static String category(Point point, Secrets secrets) {
        return point.label().isEmpty() ? plain(point.x()) : secrets.redact(point.label());
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    private XYChart<X, Number> chart() {
        return switch (kind) {
            case LINE -> {
                LineChart<X, Number> line = new LineChart<>(x, y);
                line.setCreateSymbols(false);
                line.setAxisSortingPolicy(LineChart.SortingPolicy.NONE);
                yield line;
            }
            case BAR -> {
                BarChart<X, Number> bars = new BarChart<>(x, y);
                bars.setCategoryGap(4);
                bars.setBarGap(0);
                yield bars;
            }
            case SCATTER -> new ScatterChart<>(x, y);
        };
    }

    @Override
    public Node node() {
        return chart;
    }

    @Override
    public boolean draw(ViewContent content) {
        if (!(content instanceof ChartContent chartContent)
                || chartContent.kind() != kind
                || standsSideBySide(chartContent) != categories) {
            return false;
        }
        x.setLabel(label(chartContent.xLabel()));
        y.setLabel(label(chartContent.yLabel()));
        List<Point> shown = shown(chartContent.points());
        List<X> places = new ArrayList<>();
        for (int index = 0; index < shown.size(); index++) {
            places.add(points.place(shown.get(index), index));
        }
        if (x instanceof CategoryAxis axis) {
            Set<String> names = new LinkedHashSet<>();
            places.forEach(place -> names.add(String.valueOf(place)));
            axis.getCategories().setAll(names);
        }
        update(shown, places);
        show(heights, shown.stream().mapToDouble(Point::y));
        widths.ifPresent(scale -> show(scale, shown.stream().mapToDouble(Point::x)));
        return true;
    }

    private static void show(NumberScale scale, DoubleStream numbers) {
        DoubleSummaryStatistics all = numbers.filter(Double::isFinite).summaryStatistics();
        if (all.getCount() > 0) {
            scale.show(all.getMin(), all.getMax());
        }
    }

    private List<Point> shown(List<Point> all) {
        return categories
                ? all.subList(Math.max(0, all.size() - MOST_BARS), all.size())
                : ThinnedPoints.of(all, MOST_POINTS);
    }

    /** Moves the points that are there and adds or removes the rest: new ones would cost a new node each. */
    private void update(List<Point> shown, List<X> places) {
        List<XYChart.Data<X, Number>> data = series.getData();
        if (data.size() > shown.size()) {
            data.subList(shown.size(), data.size()).clear();
        }
        List<XYChart.Data<X, Number>> more = new ArrayList<>();
        for (int index = 0; index < shown.size(); index++) {
            double height = shown.get(index).y();
            if (index < data.size()) {
                XYChart.Data<X, Number> point = data.get(index);
                point.setXValue(places.get(index));
                point.setYValue(height);
            } else {
                more.add(new XYChart.Data<>(places.get(index), height));
            }
        }
        data.addAll(more);
    }

    private String label(String expression) {
        return expression.equals("$") ? "" : secrets.redact(expression);
    }
}
