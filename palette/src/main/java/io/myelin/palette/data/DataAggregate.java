package io.myelin.palette.data;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ItemException;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.component.Outbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;
import io.myelin.engine.component.SettingForm;
import io.myelin.engine.component.Timer;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonNull;
import io.myelin.palette.ErrorsBox;
import io.myelin.palette.expression.Expression;
import io.myelin.palette.expression.ExpressionEvaluator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Figures of groups of messages. */
@ComponentInfo(
        id = "data.aggregate",
        title = "Aggregate",
        summary = "Counts, sums, least, greatest and means by group.",
        icon = "mdi2s-sigma",
        help = """
                Groups messages by the value of `by` and sends a record a group, in the order in which the groups first \
                came: `key` (absent without `by`), then the `fields` in the order given. A field is `count`, or \
                `sum:x`, `min:x`, `max:x`, `mean:x` with a JSONata expression x.

                **Windows.** Without `window` there is one, which ends with the input. `100` is 100 messages, `10s` the \
                ten seconds from the first message; the next window begins with the next message. What is left at the \
                end of input is sent as a shorter one. A window without messages sends nothing.

                **Numbers.** Sums of integers are exact at any size; sums of decimals keep all decimals (1.50 and 1.50 \
                are 3.00). A mean is exact to 34 digits, without zeros at its end. Least and greatest work on numbers \
                and on texts, but not on both in one group.

                **Odd input.** Where x has no value or is null, the message does not touch that field. A message for \
                which `by` has no value is left out. A text in a sum, or an expression that fails, makes the message an \
                item for `errors`, and no field of its group has taken it. A sum of nothing is 0; a least, greatest or \
                mean of nothing is null.

                Example: `by` `country`, fields `{"orders": "count", "total": "sum:amount"}` gives records such as \
                `{"key":"NO","orders":12,"total":1320.50}`.
                """,
        outboxes = {
            @Box(name = "outbox", types = MessageType.RECORD, help = "A record a group, when the window ends."),
            @Box(name = ErrorsBox.NAME, types = MessageType.RECORD, help = ErrorsBox.HELP)
        })
public final class DataAggregate implements ReactiveComponent {
    private static final String KEY = "key";

    private final @Nullable ExpressionEvaluator by;
    private final @Nullable Window window;
    private final Column[] columns;
    private final Map<Object, Figure[]> groups = new LinkedHashMap<>();

    /** The values of the columns for the message in hand; null where there is none. */
    private final @Nullable Object[] values;

    private long taken;
    private ComponentContext context;
    private Outbox outbox;
    private @Nullable Timer windowEnd;

    /**
     * The settings.
     *
     * @param by the key of a message's group; empty: one group of all
     * @param fields the figures by name
     * @param window when to send; empty: at the end of input
     */
    public record Settings(
            @Setting(
                    help = "A JSONata expression of the message: the key of its group. None: all are one group.",
                    example = "country",
                    form = SettingForm.EXPRESSION)
            Optional<Expression> by,

            @Setting(
                    help = "The fields of the records: count, sum:x, min:x, max:x or mean:x, x a JSONata expression.",
                    example = "{\"orders\": \"count\", \"total\": \"sum:amount\"}")
            Map<String, Aggregation> fields,

            @Setting(
                    help =
                            "A number of messages or a duration after which the groups are sent and begun anew. None: at the end of input.",
                    example = "10s")
            Optional<Window> window) {
        /** Refuses a field named {@code key}, which is the group's. */
        public Settings {
            if (by.isPresent() && fields.containsKey(KEY)) {
                throw new IllegalArgumentException("a field can't be called key: that is the group's own");
            }
        }
    }

    private record Column(
            String name, Aggregation.Kind kind, @Nullable ExpressionEvaluator of) {}

    /** Makes one that aggregates by {@code settings}. */
    public DataAggregate(Settings settings) {
        by = settings.by().map(Expression::evaluator).orElse(null);
        window = settings.window().orElse(null);
        columns = settings.fields().entrySet().stream()
                .map(field -> new Column(
                        field.getKey(),
                        field.getValue().kind(),
                        field.getValue().of().map(Expression::evaluator).orElse(null)))
                .toArray(Column[]::new);
        values = new @Nullable Object[columns.length];
    }

    @Override
    public void onStart(ComponentContext context) {
        this.context = context;
        outbox = context.outbox();
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        Object key = by == null ? Boolean.TRUE : by.valueOrNull(message);
        if (key == null) {
            return;
        }
        for (int index = 0; index < columns.length; index++) {
            values[index] = value(columns[index], message);
        }
        add(key);
        taken++;
        if (window != null) {
            mind(window);
        }
    }

    /** Null where there is none. */
    private static @Nullable Object value(Column column, Object message) {
        if (column.of() == null) {
            return message;
        }
        Object value = column.of().valueOrNull(message);
        return value == JsonNull.NULL ? null : value;
    }

    private void add(Object key) {
        Figure[] known = groups.get(key);
        Figure[] figures = known == null
                ? Arrays.stream(columns).map(column -> Figure.of(column.kind())).toArray(Figure[]::new)
                : known;
        // All or none: a message that fails in one field must not count in another.
        for (int index = 0; index < figures.length; index++) {
            Object value = values[index];
            if (value != null) {
                check(columns[index], figures[index], value);
            }
        }
        for (int index = 0; index < figures.length; index++) {
            Object value = values[index];
            if (value != null) {
                figures[index].add(value);
            }
        }
        if (known == null) {
            groups.put(key, figures);
        }
    }

    private static void check(Column column, Figure figure, Object value) {
        try {
            figure.check(value);
        } catch (ItemException unfit) {
            throw new ItemException("field " + column.name() + ": " + unfit.getMessage(), unfit);
        }
    }

    private void mind(Window limit) {
        switch (limit) {
            case Window.Count count -> {
                if (taken >= count.messages()) {
                    send();
                }
            }
            case Window.Time time -> {
                if (windowEnd == null) {
                    windowEnd = context.schedule(time.length(), this::send);
                }
            }
        }
    }

    @Override
    public void onEnd() {
        send();
    }

    private void send() {
        if (windowEnd != null) {
            windowEnd.cancel();
            windowEnd = null;
        }
        taken = 0;
        if (groups.isEmpty()) {
            return;
        }
        List<DataRecord> records = new ArrayList<>(groups.size());
        groups.forEach((key, figures) -> records.add(record(key, figures)));
        groups.clear();
        outbox.sendAll(records.iterator());
    }

    private DataRecord record(Object key, Figure[] figures) {
        DataRecord.Builder builder = DataRecord.builder();
        if (by != null) {
            builder.put(KEY, key);
        }
        for (int index = 0; index < figures.length; index++) {
            builder.put(columns[index].name(), figures[index].value());
        }
        return builder.build();
    }
}
