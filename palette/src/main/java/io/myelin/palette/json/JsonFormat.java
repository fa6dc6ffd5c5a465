package io.myelin.palette.json;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.component.Setting;
import io.myelin.engine.component.Transform;
import io.myelin.engine.message.MessageText;

/** Makes JSON text of values. */
@ComponentInfo(
        id = "json.format",
        title = "Format JSON",
        summary = "Values to JSON text.",
        icon = "mdi2c-code-braces",
        help = """
                Sends each message as one JSON text: fields in their order, numbers as they came, characters beyond \
                ASCII as they are. Without `pretty` there are no blanks and no line breaks, so that a text is a line.

                **Odd input.** A text becomes a JSON string, quotes and all. What JSON has no form for is written as a \
                string: bytes as base64, dates and times as ISO 8601.

                **End of input.** Nothing is held back.

                Example: `{"name":"Tea","price":1.50}` gives the text `{"name":"Tea","price":1.50}`.
                """,
        outboxes = @Box(name = "outbox", types = MessageType.TEXT, help = "One JSON text a message."))
public final class JsonFormat extends Transform {
    private final Settings settings;

    /**
     * The settings.
     *
     * @param pretty whether the text has line breaks and indents
     */
    public record Settings(
            @Setting(
                    help = "Whether to write over several lines, indented by two blanks a level.",
                    defaultValue = "false")
            boolean pretty) {}

    /** Makes one that writes by {@code settings}. */
    public JsonFormat(Settings settings) {
        this.settings = settings;
    }

    @Override
    protected Object apply(Object message) {
        return settings.pretty() ? MessageText.indented(message) : MessageText.json(message);
    }
}
