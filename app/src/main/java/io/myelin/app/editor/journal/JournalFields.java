package io.myelin.app.editor.journal;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonNumbers;
import io.myelin.engine.message.JsonTextException;
import io.myelin.engine.message.JsonValues;
import io.myelin.engine.message.MessageText;
import java.util.List;

/** Reads the fields of one JSON object of a journal; each throws {@link JournalException} where it is not as written. */
final class JournalFields {
    private final DataRecord fields;

    private JournalFields(DataRecord fields) {
        this.fields = fields;
    }

    static JournalFields parse(String json) {
        try {
            return of(JsonValues.parse(json));
        } catch (JsonTextException malformed) {
            throw new JournalException("a record is not JSON: " + malformed.getMessage(), malformed);
        }
    }

    static JournalFields of(Object value) {
        if (value instanceof DataRecord record) {
            return new JournalFields(record);
        }
        throw new JournalException("an object is expected, found " + MessageText.describe(value));
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    Object value(String name) {
        Object value = fields.get(name);
        if (value == null) {
            throw new JournalException("\"" + name + "\" is missing");
        }
        return value;
    }

    String text(String name) {
        return value(name) instanceof String text ? text : misfit(name, "a text");
    }

    boolean flag(String name) {
        return value(name) instanceof Boolean flag ? flag : misfit(name, "true or false");
    }

    int number(String name) {
        long number = JsonNumbers.whole(value(name)).orElse(Long.MIN_VALUE);
        return number == Math.toIntExact(Math.clamp(number, Integer.MIN_VALUE, Integer.MAX_VALUE))
                ? (int) number
                : misfit(name, "a whole number");
    }

    List<?> list(String name) {
        return value(name) instanceof List<?> list ? list : misfit(name, "a list");
    }

    JournalFields object(String name) {
        return of(value(name));
    }

    DataRecord record(String name) {
        return value(name) instanceof DataRecord record ? record : misfit(name, "an object");
    }

    Graph graph(String name) {
        return GraphFile.parse(MessageText.json(record(name)))
                .draft()
                .orElseThrow(() -> new JournalException("\"" + name + "\" holds no graph"));
    }

    private <T> T misfit(String name, String allowed) {
        throw new JournalException(
                "found " + MessageText.describe(value(name)) + " as \"" + name + "\"; allowed: " + allowed);
    }
}
