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
import io.myelin.palette.ErrorsBox;
import io.myelin.palette.expression.Expression;
import io.myelin.palette.expression.ExpressionEvaluator;

/** Parts the messages for which a condition holds from the rest. */
@ComponentInfo(
        id = "data.filter",
        title = "Filter",
        summary = "Passes the messages for which a condition holds.",
        icon = "mdi2f-filter-outline",
        help = """
                Evaluates a [JSONata](https://docs.jsonata.org) condition on each message. Where it holds, the message \
                goes to `outbox`, else to `rejected`. A condition holds where its value is true by JSONata's \
                `$boolean`: zero, the empty text, null, an empty list or record and no value at all are not.

                **Odd input.** A condition that fails (a text compared with a number by `>`) makes the message an item \
                for `errors`.

                **End of input.** Nothing is held back.

                Example: `amount > 100 and country = "NO"`; for plain numbers `$ % 2 = 0`.
                """,
        outboxes = {
            @Box(name = "outbox", help = "Messages for which the condition holds."),
            @Box(name = "rejected", help = "The rest."),
            @Box(name = ErrorsBox.NAME, types = MessageType.RECORD, help = ErrorsBox.HELP)
        })
public final class DataFilter implements ReactiveComponent {
    private final ExpressionEvaluator condition;
    private Outbox outbox;
    private Outbox rejected;

    /**
     * The settings.
     *
     * @param condition what must hold for a message to pass
     */
    public record Settings(
            @Setting(
                    help = "A JSONata expression of the message; where it holds the message passes.",
                    example = "amount > 100",
                    form = SettingForm.EXPRESSION)
            Expression condition) {}

    /** Makes one that filters by {@code settings}. */
    public DataFilter(Settings settings) {
        condition = settings.condition().evaluator();
    }

    @Override
    public void onStart(ComponentContext context) {
        outbox = context.outbox();
        rejected = context.outbox("rejected");
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        (condition.holds(message) ? outbox : rejected).send(message);
    }
}
