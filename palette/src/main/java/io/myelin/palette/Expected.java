package io.myelin.palette;

import io.myelin.engine.component.ItemException;
import io.myelin.engine.message.Bytes;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonNull;
import io.myelin.engine.message.MessageText;
import java.util.List;

/** Takes messages for what a component expects, or says for people what came instead. */
public final class Expected {
    private static final int SHOWN = 60;

    private Expected() {}

    /** The message as text; throws ItemException, naming what was found, for anything else. */
    public static String text(Object message) {
        if (message instanceof String text) {
            return text;
        }
        throw instead("text", message);
    }

    /** The message as a list; throws ItemException, naming what was found, for anything else. */
    public static List<?> list(Object message) {
        if (message instanceof List<?> list) {
            return list;
        }
        throw instead("a list", message);
    }

    /** The error for {@code found} where {@code expected} was expected. */
    public static ItemException instead(String expected, Object found) {
        return new ItemException("expected " + expected + ", but found " + describe(found));
    }

    /** What {@code message} is, in a few words with the start of its content. */
    public static String describe(Object message) {
        String kind = switch (message) {
            case String _ -> "the text";
            case Number _ -> "the number";
            case Boolean _ -> "the truth value";
            case DataRecord _ -> "the record";
            case List<?> _ -> "the list";
            case Bytes bytes -> {
                yield bytes.toString();
            }
            case JsonNull _ -> "null";
            default -> "the " + message.getClass().getSimpleName();
        };
        return message instanceof Bytes || message instanceof JsonNull
                ? kind
                : kind + " " + MessageText.shorten(MessageText.json(message), SHOWN);
    }
}
