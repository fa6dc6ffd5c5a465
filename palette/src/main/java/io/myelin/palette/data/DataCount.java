package io.myelin.palette.data;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.component.Outbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;
import io.myelin.engine.component.SettingForm;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.MessageText;
import io.myelin.palette.ErrorsBox;
import io.myelin.palette.expression.Expression;
import io.myelin.palette.expression.ExpressionEvaluator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Counts how often each key came. */
@ComponentInfo(
        id = "data.count",
        title = "Count",
        summary = "How often each value came, most frequent first.",
        icon = "mdi2c-counter",
        help = """
                Counts messages by key, and at the end of input sends a record (`key`, `count`) for each key, most \
                frequent first. Keys that came equally often are in the order of the code points of their text. With \
                `top`, only that many are sent.

                The key is the value of `by`, by default the message itself. `1` and `1.0` are two keys, as their texts \
                are.

                **Odd input.** A message for which `by` has no value is not counted. One on which it fails is an item \
                for `errors`.

                **Memory.** Each key that is different is held; messages are not.

                Example: the texts `a`, `b`, `a` give `{"key":"a","count":2}` and `{"key":"b","count":1}`.
                """,
        outboxes = {
            @Box(name = "outbox", types = MessageType.RECORD, help = "Records of key and count, at the end of input."),
            @Box(name = ErrorsBox.NAME, types = MessageType.RECORD, help = ErrorsBox.HELP)
        })
public final class DataCount implements ReactiveComponent {
    private static final Comparator<Counted> MOST_FREQUENT_FIRST =
            Comparator.comparingLong(Counted::count).reversed().thenComparing(Counted::text, CodePointOrder.ASCENDING);

    private final ExpressionEvaluator by;
    private final int top;
    private final Map<Object, Tally> tallies = new HashMap<>();
    private Outbox outbox;

    /**
     * The settings.
     *
     * @param by the key
     * @param top how many keys to send, 0 for all
     */
    public record Settings(
            @Setting(
                    help = "A JSONata expression of the message: the key it counts under.",
                    defaultValue = "$",
                    example = "country",
                    form = SettingForm.EXPRESSION)
            Expression by,

            @Setting(
                    help = "How many keys to send, the most frequent ones; 0 is all.",
                    defaultValue = "0",
                    unit = "keys",
                    min = 0)
            int top) {}

    private static final class Tally {
        private long count;
    }

    private record Counted(Object key, String text, long count) {
        DataRecord toRecord() {
            return DataRecord.of("key", key, "count", count);
        }
    }

    /** Makes one that counts by {@code settings}. */
    public DataCount(Settings settings) {
        by = settings.by().evaluator();
        top = settings.top();
    }

    @Override
    public void onStart(ComponentContext context) {
        outbox = context.outbox();
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        Object key = by.valueOrNull(message);
        if (key != null) {
            count(key);
        }
    }

    private void count(Object key) {
        Tally tally = tallies.get(key);
        if (tally == null) {
            tally = new Tally();
            tallies.put(key, tally);
        }
        tally.count++;
    }

    @Override
    public void onEnd() {
        List<Counted> counted = top == 0 || top >= tallies.size() ? all() : topmost();
        tallies.clear();
        outbox.sendAll(counted.stream().map(Counted::toRecord).iterator());
    }

    private List<Counted> all() {
        return tallies.entrySet().stream()
                .map(DataCount::counted)
                .sorted(MOST_FREQUENT_FIRST)
                .toList();
    }

    /** Holds no more than {@code top} of them at a time. */
    private List<Counted> topmost() {
        PriorityQueue<Counted> best = new PriorityQueue<>(top + 1, MOST_FREQUENT_FIRST.reversed());
        for (Map.Entry<Object, Tally> entry : tallies.entrySet()) {
            if (best.size() < top || entry.getValue().count >= best.element().count()) {
                best.add(counted(entry));
                if (best.size() > top) {
                    best.remove();
                }
            }
        }
        return best.stream().sorted(MOST_FREQUENT_FIRST).toList();
    }

    private static Counted counted(Map.Entry<Object, Tally> entry) {
        return new Counted(entry.getKey(), MessageText.of(entry.getKey()), entry.getValue().count);
    }
}
