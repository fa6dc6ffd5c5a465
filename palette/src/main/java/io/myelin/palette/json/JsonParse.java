package io.myelin.palette.json;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.ItemException;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.component.Transform;
import io.myelin.engine.message.Bytes;
import io.myelin.engine.message.JsonTextException;
import io.myelin.engine.message.JsonTextParser;
import io.myelin.engine.message.JsonValues;
import io.myelin.palette.ErrorsBox;
import io.myelin.palette.Expected;

/** Makes values of JSON text. */
@ComponentInfo(
        id = "json.parse",
        title = "Parse JSON",
        summary = "JSON text or bytes to values.",
        icon = "mdi2c-code-json",
        help = """
                Takes one JSON value a message, as text or as UTF-8 bytes, and sends it: objects as records with their \
                fields in order, arrays as lists. Numbers are kept to the digit, whatever their size: \
                `9007199254740993` and `1.50` leave as they came.

                **Odd input.** A text that is not JSON, that holds more than one value, or an object that has a field \
                twice is an item for `errors`; the error names line and column. A byte order mark is dropped.

                **End of input.** Nothing is held back. A value that is spread over several messages is not put \
                together: send it as one text.

                Example: the text `{"price": 1.50}` gives the record `{"price":1.50}`.
                """,
        inboxes =
                @Box(
                        name = "inbox",
                        types = {MessageType.TEXT, MessageType.BYTES},
                        help = "One JSON value a message."),
        outboxes = {
            @Box(name = "outbox", help = "The values."),
            @Box(name = ErrorsBox.NAME, types = MessageType.RECORD, help = ErrorsBox.HELP)
        })
public final class JsonParse extends Transform {
    private final JsonTextParser parser = new JsonTextParser();

    /** Makes one. */
    public JsonParse() {}

    @Override
    protected Object apply(Object message) {
        try {
            return switch (message) {
                case String text -> parser.parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
                case Bytes bytes -> JsonValues.parse(withoutMark(bytes));
                default -> throw Expected.instead("text or bytes", message);
            };
        } catch (JsonTextException malformed) {
            throw new ItemException("this is not JSON: " + malformed.getMessage(), malformed);
        }
    }

    private static Bytes withoutMark(Bytes bytes) {
        boolean marked = bytes.length() >= 3
                && bytes.at(0) == (byte) 0xEF
                && bytes.at(1) == (byte) 0xBB
                && bytes.at(2) == (byte) 0xBF;
        return marked ? Bytes.copyOf(bytes.toArray(), 3, bytes.length() - 3) : bytes;
    }
}
