package io.myelin.palette.data;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.component.Setting;
import io.myelin.engine.component.SettingForm;
import io.myelin.engine.component.Transform;
import io.myelin.palette.ErrorsBox;
import io.myelin.palette.expression.Expression;
import io.myelin.palette.expression.ExpressionEvaluator;
import org.jspecify.annotations.Nullable;

/** Replaces each message by an expression's value. */
@ComponentInfo(
        id = "data.map",
        title = "Map",
        summary = "Replaces each message by the value of an expression.",
        icon = "mdi2f-function-variant",
        help = """
                Evaluates a [JSONata](https://docs.jsonata.org) expression on each message and sends its value. The \
                message is the expression's context: `price` is its field, `$` the message itself.

                **Numbers.** What an expression only passes on keeps its text (`1.50` stays `1.50`). Arithmetic is in \
                double precision, as JSONata has it; results are sent as integers where they are whole. The transform \
                operator `| … | … |` copies through JSON text and makes doubles of numbers.

                **Odd input.** An expression without a value for a message (a field that is not there) sends nothing. \
                One that fails, that runs for more than a second, or whose value is a function is an item for `errors`. \
                Expressions reach no file, network, class or process.

                **End of input.** Nothing is held back.

                Example: `{"name": $uppercase(name), "total": price * quantity}`.
                """,
        outboxes = {
            @Box(name = "outbox", help = "The values."),
            @Box(name = ErrorsBox.NAME, types = MessageType.RECORD, help = ErrorsBox.HELP)
        })
public final class DataMap extends Transform {
    private final ExpressionEvaluator expression;

    /**
     * The settings.
     *
     * @param expression what to send instead of the message
     */
    public record Settings(
            @Setting(
                    help = "A JSONata expression of the message; its value is sent instead.",
                    example = "{\"name\": $uppercase(name), \"total\": price * quantity}",
                    form = SettingForm.EXPRESSION)
            Expression expression) {}

    /** Makes one that maps by {@code settings}. */
    public DataMap(Settings settings) {
        expression = settings.expression().evaluator();
    }

    @Override
    protected @Nullable Object apply(Object message) {
        return expression.evaluate(message).orElse(null);
    }
}
