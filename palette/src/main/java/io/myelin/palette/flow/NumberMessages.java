package io.myelin.palette.flow;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.component.Setting;
import io.myelin.engine.component.Transform;
import io.myelin.engine.message.DataRecord;

/** {@code flow.number}: numbers messages. */
@ComponentInfo(
        id = "flow.number",
        title = "Number",
        summary = "Numbers messages: each becomes a record of its number and itself.",
        help = """
                Sends for each message a record of `number` (an integer: `from`, `from` + 1, …) and `value` (the \
                message as it came).

                **Example:** the texts `a` and `b` become `{"number":1,"value":"a"}` and `{"number":2,"value":"b"}`.
                """,
        icon = "mdi2f-format-list-numbered",
        inboxes = @Box(name = "inbox", help = "The messages to number."),
        outboxes = @Box(name = "outbox", types = MessageType.RECORD, help = "A record of `number` and `value` each."))
public final class NumberMessages extends Transform {
    private long next;

    /**
     * The settings.
     *
     * @param from the first number
     */
    public record Settings(
            @Setting(help = "The number of the first message.", defaultValue = "1")
            long from) {}

    /** Made by the engine. */
    public NumberMessages(Settings settings) {
        this.next = settings.from();
    }

    @Override
    protected Object apply(Object message) {
        return DataRecord.of("number", next++, "value", message);
    }
}
