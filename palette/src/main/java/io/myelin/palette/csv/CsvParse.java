package io.myelin.palette.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ItemException;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.component.Outbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;
import io.myelin.engine.message.Bytes;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.RecordLayout;
import io.myelin.palette.ErrorsBox;
import io.myelin.palette.Expected;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes records of CSV text. */
@ComponentInfo(
        id = "csv.parse",
        title = "Parse CSV",
        summary = "Text lines or bytes of CSV to records.",
        icon = "mdi2f-file-delimited-outline",
        help = """
                Takes CSV (RFC 4180) as text, a line a message or more, or as UTF-8 bytes cut anywhere, and sends a \
                record a row. A quoted field may hold separators, line breaks and doubled quotes, and so run over \
                several incoming lines.

                **Header.** The first row names the fields. A column without a name is called by its place, `column3`; \
                a name that was there before gets a number, `name_2`. With `header` off the fields are `column1`, \
                `column2`, … and the first row says how many there are.

                **Types.** With `auto`, a field that is a plain decimal number becomes a number if it is written just \
                as that number is: `42`, `-7`, `1.50`. `007`, `+5`, `.5`, `-0` and `1e5` stay text. With `text`, \
                everything stays text. Quotes make no difference.

                **Odd input.** Empty lines are skipped and a byte order mark is dropped. A row with too few or too many \
                fields, with a character behind a closing quote, with bytes that are not UTF-8, or of more than 16 \
                million characters is an item for `errors`, and the next row goes on. A quote that is still open at \
                the end of input is an error that names the row it began in. Rows are counted from 1, the header \
                among them and empty lines not.

                **End of input.** A last row without a line break is a row like the others.

                Example: the lines `name,price` and `"Tea, green",1.50` give `{"name":"Tea, green","price":1.50}`.
                """,
        inboxes =
                @Box(
                        name = "inbox",
                        types = {MessageType.TEXT, MessageType.BYTES},
                        help = "Lines of CSV without their line breaks, or its bytes."),
        outboxes = {
            @Box(name = "outbox", types = MessageType.RECORD, help = "A record a row."),
            @Box(name = ErrorsBox.NAME, types = MessageType.RECORD, help = ErrorsBox.HELP)
        })
public final class CsvParse implements ReactiveComponent {
    private final Settings settings;
    private final RowSplitter splitter;
    private final Utf8Pieces decoder;
    private final RowReader reader;
    private final List<DataRecord> parsed = new ArrayList<>();
    private final List<DataRecord> failed = new ArrayList<>();
    private @Nullable RecordLayout header;
    private boolean begun;
    private long row;
    private Outbox outbox;
    private Outbox errors;

    /**
     * The settings.
     *
     * @param separator between fields
     * @param header whether the first row names the fields
     * @param types what fields become
     */
    public record Settings(
            @Setting(help = "The one character between two fields; \\t is a tab.", defaultValue = ",", example = ";")
            Separator separator,

            @Setting(help = "Whether the first row names the fields.", defaultValue = "true")
            boolean header,

            @Setting(
                    help = "Whether fields that are plain decimal numbers become numbers, or all stay text.",
                    defaultValue = "auto")
            Types types) {}

    /** What fields become. */
    public enum Types {
        /** Plain decimal numbers become numbers, the rest stays text. */
        AUTO,
        /** All stay text. */
        TEXT
    }

    /** Makes one that reads by {@code settings}. */
    public CsvParse(Settings settings) {
        this.settings = settings;
        splitter = new RowSplitter(settings.separator().character(), this::take);
        decoder = new Utf8Pieces(splitter);
        reader = new RowReader(settings.separator().character());
    }

    @Override
    public void onStart(ComponentContext context) {
        outbox = context.outbox();
        errors = context.outbox(ErrorsBox.NAME);
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        switch (message) {
            case String text -> {
                if (isRowAsExpected(text)) {
                    return;
                }
                splitter.line(text);
            }
            case Bytes bytes -> decoder.decode(bytes);
            default -> throw Expected.instead("text or bytes", message);
        }
        deliver();
    }

    /**
     * Sends the row that {@code line} is, if it is one like those before; false, with nothing done, for all that has to be
     * looked at more closely.
     */
    private boolean isRowAsExpected(String line) {
        RecordLayout names = header;
        if (names == null || !splitter.isBetweenRows()) {
            return false;
        }
        RowFields fields = reader.readIfWhole(line, settings.types() == Types.AUTO);
        if (fields == null || fields.size() != names.size()) {
            return false;
        }
        row++;
        splitter.skipLine();
        outbox.send(DataRecord.of(names, fields));
        return true;
    }

    @Override
    public void onEnd() {
        decoder.end();
        splitter.end();
        deliver();
    }

    private void take(RowSplitter.Row found) {
        String text = begun ? found.text() : withoutMark(found.text());
        begun = true;
        if (text.isEmpty()) {
            return;
        }
        row++;
        if (found.malformedAt() >= 0) {
            fail(
                    found,
                    text,
                    "the byte at offset " + found.malformedAt()
                            + " of the input is not UTF-8; convert the file to UTF-8, or read it as lines in its own encoding");
            return;
        }
        switch (found.ending()) {
            case WHOLE -> read(found, text);
            case QUOTE_LEFT_OPEN -> fail(found, text, "a quoted field is not closed by the end of the input");
            case TOO_LONG ->
                fail(
                        found,
                        text,
                        "it is longer than " + RowSplitter.MAX_ROW
                                + " characters; a quoted field is perhaps never closed");
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void read(RowSplitter.Row found, String text) {
        boolean isHeader = header == null && settings.header();
        RowFields fields;
        try {
            fields = reader.read(text, settings.types() == Types.AUTO && !isHeader);
        } catch (CsvParseException wrong) {
            fail(found, text, RowReader.problem(wrong));
            return;
        }
        RecordLayout names = header;
        if (names == null) {
            names = isHeader ? Header.of(fields.values()) : Header.counted(fields.size());
            header = names;
        }
        if (isHeader) {
            return;
        }
        if (fields.size() != names.size()) {
            fail(
                    found,
                    text,
                    fields.size() + (fields.size() == 1 ? " field" : " fields") + " found, " + names.size()
                            + " expected as in the " + (settings.header() ? "header" : "first row"));
            return;
        }
        parsed.add(DataRecord.of(names, fields));
    }

    private void fail(RowSplitter.Row found, String text, String problem) {
        failed.add(DataRecord.of("error", "row " + row + " (line " + found.line() + "): " + problem, "item", text));
    }

    /** Sends the good rows first: whatever the policy makes of a bad one, they are not lost with it. */
    private void deliver() {
        if (parsed.size() == 1) {
            outbox.send(parsed.getFirst());
        } else if (!parsed.isEmpty()) {
            outbox.sendAll(List.copyOf(parsed).iterator());
        }
        parsed.clear();
        if (failed.isEmpty()) {
            return;
        }
        List<DataRecord> bad = List.copyOf(failed);
        failed.clear();
        if (errors.isLinked()) {
            errors.sendAll(bad.iterator());
            return;
        }
        String more = bad.size() == 1 ? "" : " (and " + (bad.size() - 1) + " more rows of the same message)";
        DataRecord first = bad.getFirst();
        throw new ItemException(first.get("error") + more, null, Objects.requireNonNull(first.get("item")));
    }
}
