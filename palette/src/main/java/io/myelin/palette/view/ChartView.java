package io.myelin.palette.view;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ItemException;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.component.Reach;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;
import io.myelin.engine.component.SettingForm;
import io.myelin.engine.message.JsonNull;
import io.myelin.engine.message.MessageText;
import io.myelin.palette.ErrorsBox;
import io.myelin.palette.Expected;
import io.myelin.palette.csv.CsvText;
import io.myelin.palette.expression.Expression;
import io.myelin.palette.expression.ExpressionEvaluator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code view.chart}: draws messages as points of a chart. */
@ComponentInfo(
        id = "view.chart",
        title = "Chart view",
        summary = "Draws messages as a line, bars or points, live.",
        help = """
                Makes a point of each message: `x` and `y` are JSONata expressions of it. Without `x` the points are \
                numbered as they come; an `x` that is a text is a label under the point. In the editor the chart stands \
                on the component and in a panel. Headless the messages are taken and counted.

                **File.** With `file`, the points that are kept are written there as CSV (`x`, `y`) at the end of input.

                **Odd input.** A message without a value for `x` or `y`, or with null there, makes no point. A `y` that \
                is no number, an `x` that is neither number nor text, or an expression that fails makes the message an \
                item for `errors`.

                **Example:** `x` `key`, `y` `count`, `kind` `bar` draws what `data.count` sends.
                """,
        icon = "mdi2c-chart-line",
        inboxes = @Box(name = "inbox", help = "What to draw."),
        outboxes = @Box(name = ErrorsBox.NAME, types = MessageType.RECORD, help = ErrorsBox.HELP),
        reaches = Reach.WRITES_FILES)
public final class ChartView implements ReactiveComponent {
    private static final int LONGEST_LABEL = 100;

    private final Settings settings;
    private final Optional<ExpressionEvaluator> x;
    private final ExpressionEvaluator y;
    private final RecentItems<Plotted> recent;
    private Publisher publisher;

    /**
     * The settings.
     *
     * @param title what stands above; none: nothing
     * @param x where a point stands; empty: numbered
     * @param y how high it is
     * @param kind how it is drawn
     * @param keep how many points to show
     * @param file where to write them
     */
    public record Settings(
            @Setting(help = "What stands above.", example = "Temperature")
            Optional<String> title,

            @Setting(
                    help =
                            "A JSONata expression of the message: where its point stands. None: the points are numbered.",
                    example = "time",
                    form = SettingForm.EXPRESSION)
            Optional<Expression> x,

            @Setting(
                    help = "A JSONata expression of the message: how high its point is.",
                    defaultValue = "$",
                    example = "temperature",
                    form = SettingForm.EXPRESSION)
            Expression y,

            @Setting(help = "How the points are drawn.", defaultValue = "line")
            ChartKind kind,

            @Setting(
                    help = "How many points to keep, the last ones.",
                    defaultValue = "1000",
                    unit = "points",
                    min = 1,
                    max = 1_000_000)
            int keep,

            @Setting(
                    help = "A file to write the points to, as CSV, at the end of input.",
                    example = "points.csv",
                    form = SettingForm.FILE_TO_WRITE)
            Optional<Path> file) {}

    private record Plotted(Object x, Object y, ChartContent.Point point) {}

    /** Made by the engine. */
    public ChartView(Settings settings) {
        this.settings = settings;
        x = settings.x().map(Expression::evaluator);
        y = settings.y().evaluator();
        recent = new RecentItems<>(settings.keep());
    }

    @Override
    public void onStart(ComponentContext context) {
        publisher = new Publisher(context, this::content);
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        long number = recent.received() + 1;
        Optional<Object> at =
                x.isEmpty() ? Optional.of(number) : present(x.get().evaluate(message));
        Optional<Object> high = present(y.evaluate(message));
        if (at.isPresent() && high.isPresent()) {
            recent.add(new Plotted(at.get(), high.get(), point(number, at.get(), high.get())));
            publisher.changed();
        }
    }

    private static Optional<Object> present(Optional<Object> value) {
        return value.filter(one -> one != JsonNull.NULL);
    }

    private static ChartContent.Point point(long number, Object x, Object y) {
        if (!(y instanceof Number height)) {
            throw Expected.instead("a number for y", y);
        }
        return switch (x) {
            case Number place -> new ChartContent.Point(finite(place), finite(height), "");
            case String label ->
                new ChartContent.Point(number - 1, finite(height), MessageText.shorten(label, LONGEST_LABEL));
            default -> throw Expected.instead("a number or a text for x", x);
        };
    }

    private static double finite(Number number) {
        double value = number.doubleValue();
        if (!Double.isFinite(value)) {
            throw new ItemException("the number " + number + " is too large to be drawn");
        }
        return value;
    }

    @Override
    public void onEnd() throws IOException {
        publisher.end(
                settings.file(),
                () -> CsvText.lines(
                        List.of("x", "y"),
                        recent.list().stream()
                                .map(one -> List.of(MessageText.of(one.x()), MessageText.of(one.y())))
                                .toList()));
    }

    private ChartContent content() {
        return new ChartContent(
                settings.title().orElse(""),
                recent.received(),
                settings.kind(),
                settings.x().map(Expression::text).orElse(""),
                settings.y().text(),
                recent.list().stream().map(Plotted::point).toList());
    }
}
