package io.myelin.palette.view;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.Reach;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;
import io.myelin.engine.component.SettingForm;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonNull;
import io.myelin.engine.message.MessageText;
import io.myelin.palette.csv.CsvText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** {@code view.table}: shows records as the rows of a table. */
@ComponentInfo(
        id = "view.table",
        title = "Table view",
        summary = "Shows records as a table, live.",
        help = """
                Shows the last messages as rows. The columns are the fields of the records that are kept, in the order \
                in which they first came, at most 100; a field that a record does not have is empty. In the editor the \
                table stands on the component and in a panel. Headless the messages are taken and counted.

                **File.** With `file`, the table is written there as CSV at the end of input, in UTF-8, in place of \
                what was there.

                **Odd input.** A list fills the columns `1`, `2` and so on; anything else stands in a column `value`.

                **Example:** linked to `data.aggregate` it shows a row a group.
                """,
        icon = "mdi2t-table",
        inboxes = @Box(name = "inbox", help = "What to show: best records."),
        outboxes = {},
        reaches = Reach.WRITES_FILES)
public final class TableView implements ReactiveComponent {
    private static final int LONGEST_CELL = 500;
    private static final int MOST_COLUMNS = 100;
    private static final String VALUE = "value";

    private final Settings settings;
    private final RecentItems<DataRecord> recent;
    private Publisher publisher;

    /**
     * The settings.
     *
     * @param title what stands above; none: nothing
     * @param keep how many rows to show
     * @param file where to write them
     */
    public record Settings(
            @Setting(help = "What stands above.", example = "Result")
            Optional<String> title,

            @Setting(
                    help = "How many messages to keep, the last ones.",
                    defaultValue = "1000",
                    unit = "messages",
                    min = 1,
                    max = 1_000_000)
            int keep,

            @Setting(
                    help = "A file to write the table to, as CSV, at the end of input.",
                    example = "result.csv",
                    form = SettingForm.FILE_TO_WRITE)
            Optional<Path> file) {}

    /** Made by the engine. */
    public TableView(Settings settings) {
        this.settings = settings;
        recent = new RecentItems<>(settings.keep());
    }

    @Override
    public void onStart(ComponentContext context) {
        publisher = new Publisher(context, () -> content(LONGEST_CELL));
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        recent.add(record(message));
        publisher.changed();
    }

    private static DataRecord record(Object message) {
        return switch (message) {
            case DataRecord record -> record;
            case List<?> list -> {
                DataRecord.Builder builder = DataRecord.builder();
                IntStream.range(0, Math.min(list.size(), MOST_COLUMNS))
                        .forEach(index -> builder.put(String.valueOf(index + 1), list.get(index)));
                yield builder.build();
            }
            default -> DataRecord.of(VALUE, message);
        };
    }

    @Override
    public void onEnd() throws IOException {
        publisher.end(settings.file(), () -> {
            TableContent whole = content(Integer.MAX_VALUE);
            return CsvText.lines(whole.columns(), whole.rows());
        });
    }

    private TableContent content(int longestCell) {
        List<DataRecord> records = recent.list();
        List<String> columns = columns(records);
        List<List<String>> rows = records.stream()
                .map(record -> columns.stream()
                        .map(column -> cell(record.getOrDefault(column, JsonNull.NULL), longestCell))
                        .toList())
                .toList();
        return new TableContent(settings.title().orElse(""), recent.received(), columns, rows);
    }

    private static List<String> columns(List<DataRecord> records) {
        Set<String> columns = new LinkedHashSet<>();
        for (DataRecord record : records) {
            columns.addAll(record.keySet());
            if (columns.size() > MOST_COLUMNS) {
                break;
            }
        }
        return columns.stream().limit(MOST_COLUMNS).toList();
    }

    private static String cell(Object value, int longest) {
        return value == JsonNull.NULL ? "" : MessageText.shorten(value, longest);
    }
}
