package io.myelin.palette.csv;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ItemException;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.component.Outbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonNull;
import io.myelin.engine.message.MessageText;
import io.myelin.palette.ErrorsBox;
import io.myelin.palette.Expected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes CSV text of records. */
@ComponentInfo(
        id = "csv.format",
        title = "Format CSV",
        summary = "Records to text lines of CSV.",
        icon = "mdi2f-file-delimited",
        help = """
                Sends a text a record, written by RFC 4180: a field that holds the separator, a double quote or a line \
                break is quoted, and so may run over several lines of the text. Texts have no line break at their end; \
                `file.write` and `console.print` add it.

                **Columns.** The fields of the first record are the columns of all. A later record may leave some out \
                (their fields stay empty) and may have them in another order; one with a field that is no column is \
                an item for `errors`, since its value would be lost. With `header`, the names go first. Without it, \
                lists are taken too, each a row.

                **Values.** Numbers leave as the text they came as, null as an empty field, records and lists inside \
                fields as compact JSON.

                **End of input.** Nothing is held back. Without any record nothing is sent, not even a header.

                Example: `{"name":"Tea, green","price":1.50}` gives the lines `name,price` and `"Tea, green",1.50`.
                """,
        inboxes =
                @Box(
                        name = "inbox",
                        types = {MessageType.RECORD, MessageType.LIST},
                        help = "Records."),
        outboxes = {
            @Box(name = "outbox", types = MessageType.TEXT, help = "A text a row, the header first."),
            @Box(name = ErrorsBox.NAME, types = MessageType.RECORD, help = ErrorsBox.HELP)
        })
public final class CsvFormat implements ReactiveComponent {
    private final Settings settings;
    private final RowWriter writer;
    private @Nullable List<String> columns;
    private Outbox outbox;

    /**
     * The settings.
     *
     * @param separator between fields
     * @param header whether the names of the fields go first
     */
    public record Settings(
            @Setting(help = "The one character between two fields; \\t is a tab.", defaultValue = ",", example = ";")
            Separator separator,

            @Setting(help = "Whether the names of the fields go first.", defaultValue = "true")
            boolean header) {}

    /** Makes one that writes by {@code settings}. */
    public CsvFormat(Settings settings) {
        this.settings = settings;
        writer = new RowWriter(settings.separator().character());
    }

    @Override
    public void onStart(ComponentContext context) {
        outbox = context.outbox();
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        switch (message) {
            case DataRecord record -> outbox.send(row(record));
            case List<?> list when !settings.header() -> outbox.send(row(list));
            default -> throw Expected.instead(settings.header() ? "a record" : "a record or a list", message);
        }
    }

    private String row(DataRecord record) {
        List<String> names = columns;
        if (names == null) {
            if (record.isEmpty()) {
                throw new ItemException("the first record has no fields, and its fields are the columns");
            }
            names = List.copyOf(record.keySet());
            columns = names;
            if (settings.header()) {
                outbox.send(writer.write(names));
            }
        }
        requireColumns(record, names);
        return writer.write(names.stream()
                .map(name -> field(record.getOrDefault(name, JsonNull.NULL)))
                .toList());
    }

    private static void requireColumns(DataRecord record, List<String> columns) {
        long there = columns.stream().filter(record::containsKey).count();
        if (there == record.size()) {
            return;
        }
        List<String> others =
                record.keySet().stream().filter(name -> !columns.contains(name)).toList();
        throw new ItemException("the record has " + (others.size() == 1 ? "the field " : "the fields ")
                + String.join(", ", others) + ", but the columns, as in the first record, are "
                + String.join(", ", columns));
    }

    private String row(List<?> list) {
        if (list.isEmpty()) {
            throw new ItemException("an empty list makes no row");
        }
        return writer.write(list.stream().map(CsvFormat::field).toList());
    }

    private static String field(Object value) {
        return value == JsonNull.NULL ? "" : MessageText.of(value);
    }
}
