package io.myelin.palette.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.myelin.engine.message.Bytes;
import io.myelin.engine.message.MessageText;
import io.myelin.palette.Bench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rows of CSV, cut anywhere and put together again. */
final class CsvTextTest {
    /** Reads CSV that comes in the pieces that {@code feeding} makes. */
    private static List<List<Object>> rows(char separator, boolean typed, Feeding feeding) {
        List<List<Object>> rows = new ArrayList<>();
        RowReader reader = new RowReader(separator);
        RowSplitter splitter = new RowSplitter(separator, row -> {
            assertThat(row.ending()).isEqualTo(RowSplitter.Ending.WHOLE);
            if (!row.text().isEmpty()) {
                rows.add(reader.read(row.text(), typed).values());
            }
        });
        Utf8Pieces decoder = new Utf8Pieces(splitter);
        feeding.feed(splitter, decoder);
        decoder.end();
        splitter.end();
        return rows;
    }

    private interface Feeding {
        void feed(RowSplitter splitter, Utf8Pieces decoder);
    }

    /** CSV written without the library: every field quoted, or those that need it. */
    private static String written(List<List<String>> table, char separator, boolean quoteAll, String lineBreak) {
        return table.stream()
                .map(row -> row.stream()
                        .map(field -> quoteAll || needsQuotes(field, separator) || (row.size() == 1 && field.isEmpty())
                                ? "\"" + field.replace("\"", "\"\"") + "\""
                                : field)
                        .collect(Collectors.joining(String.valueOf(separator))))
                .collect(Collectors.joining(lineBreak));
    }

    private static boolean needsQuotes(String field, char separator) {
        return field.indexOf(separator) >= 0
                || field.indexOf('"') >= 0
                || field.indexOf('\n') >= 0
                || field.indexOf('\r') >= 0;
    }

    @Property(tries = 2_000)
    void bytes_cut_anywhere_give_the_table_that_was_written(
            @ForAll("tables") List<List<String>> table,
            @ForAll("separators") char separator,
            @ForAll boolean quoteAll,
            @ForAll("lineBreaks") String lineBreak,
            @ForAll long seed) {
        byte[] csv = (written(table, separator, quoteAll, lineBreak) + lineBreak).getBytes(StandardCharsets.UTF_8);
        List<List<Object>> rows = rows(separator, false, (splitter, decoder) -> {
            Random random = new Random(seed);
            for (int from = 0; from < csv.length; ) {
                int length = Math.min(1 + random.nextInt(9), csv.length - from);
                decoder.decode(Bytes.copyOf(csv, from, length));
                from += length;
            }
        });
        assertThat(rows).isEqualTo(table);
    }

    @Property(tries = 1_000)
    void lines_give_the_table_that_was_written(
            @ForAll("tables") List<List<String>> table,
            @ForAll("separators") char separator,
            @ForAll boolean quoteAll) {
        String csv = written(table, separator, quoteAll, "\n");
        // What reads lines takes a carriage return for the end of one, or part of it.
        if (csv.indexOf('\r') < 0) {
            assertThat(rows(separator, false, (splitter, decoder) -> csv.lines().forEach(splitter::line)))
                    .isEqualTo(table);
        }
    }

    @Property(tries = 2_000)
    void lines_give_the_same_rows_and_errors_as_their_bytes(@ForAll("roughLines") List<String> lines) throws Exception {
        Object[] bytes = lines.stream()
                .map(line -> Bytes.copyOf((line + "\n").getBytes(StandardCharsets.UTF_8)))
                .toArray();
        assertThat(parsed(lines.toArray())).isEqualTo(parsed(bytes));
    }

    /** The rows, then the errors, as texts. */
    private static String parsed(Object... messages) throws Exception {
        Bench bench = Bench.of(CsvParse.class, "{}")
                .start()
                .send("a,b")
                .send(messages)
                .end();
        return bench.sent().stream().map(MessageText::json).toList() + "\n" + bench.errors();
    }

    /** What is found by looking once is what the library finds; what is wrong is left to it. */
    @Property(tries = 10_000)
    void rows_are_taken_apart_as_the_library_does_it(
            @ForAll("roughRows") String row, @ForAll("separators") char separator) {
        String written = row.replace(',', separator);
        RowScanner scanner = new RowScanner(separator);
        if (scanner.scan(written)) {
            assertThat(scanner.fields(written, false).values()).isEqualTo(readByLibrary(written, separator));
        } else {
            assertThat(written.isEmpty() || isOdd(written, separator)).isTrue();
        }
    }

    private static List<Object> readByLibrary(String row, char separator) {
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .ofCsvRecord(row)) {
            return List.copyOf(rows.stream().findFirst().orElseThrow().getFields());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Whether {@code row} is more than fields that are quoted throughout or have neither quotes nor line breaks. */
    private static boolean isOdd(String row, char separator) {
        String field = "(?:\"(?:[^\"]|\"\")*+\"|[^\"\n\r" + "\\x{" + Integer.toHexString(separator) + "}]*+)";
        return !row.matches(field + "(?:\\x{" + Integer.toHexString(separator) + "}" + field + ")*");
    }

    @Provide
    Arbitrary<String> roughRows() {
        return Arbitraries.strings()
                .withChars('a', '1', '.', ',', ',', ',', '"', '"', '"', '\n', '\r', 'é', '\u4e2d')
                .ofMaxLength(14);
    }

    @Provide
    Arbitrary<List<String>> roughLines() {
        return Arbitraries.strings()
                .withChars('a', '1', '.', ',', ',', '"', '"', '\n', '\r')
                .ofMaxLength(9)
                .list()
                .ofMaxSize(6);
    }

    @Property(tries = 2_000)
    void what_is_formatted_parses_back(
            @ForAll("tables") List<List<String>> table, @ForAll("separators") char separator) {
        RowWriter writer = new RowWriter(separator);
        List<String> texts = table.stream().map(writer::write).toList();
        assertThat(texts)
                .isEqualTo(table.stream()
                        .map(row -> written(List.of(row), separator, false, "\n"))
                        .toList());
        assertThat(rows(separator, false, (splitter, decoder) -> texts.forEach(splitter::line)))
                .isEqualTo(table);
    }

    @Property(tries = 5_000)
    void a_typed_field_reads_as_the_same_text(@ForAll("fields") String field) {
        Object value = FieldValues.typed("x" + field + "x", 1, field.length() + 1);
        assertThat(MessageText.of(value)).isEqualTo(field);
        boolean isNumber = field.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?") && !field.matches("-[0.]*");
        assertThat(value instanceof Number).isEqualTo(isNumber);
    }

    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of(',', ';', '\t', '|', ' ');
    }

    @Provide
    Arbitrary<String> lineBreaks() {
        return Arbitraries.of("\n", "\r\n", "\r");
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> field = Arbitraries.oneOf(
                Arbitraries.strings().withChars("ab,;\t|\"\n\r ").ofMaxLength(6),
                Arbitraries.of("", "é", "😀", "\"", "\"\"", "a\"b", "\r\n", "1.50", " x "));
        return Arbitraries.integers()
                .between(1, 4)
                .flatMap(columns ->
                        field.list().ofSize(columns).list().ofMinSize(1).ofMaxSize(6));
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("0123456789").ofMinLength(1).ofMaxLength(30),
                Arbitraries.strings().withChars("00123.-+eE ").ofMaxLength(12),
                Arbitraries.doubles().map(String::valueOf),
                Arbitraries.bigDecimals().ofScale(12).map(String::valueOf),
                Arbitraries.of(
                        "007",
                        "+5",
                        ".5",
                        "5.",
                        "-0",
                        "-0.0",
                        "0.0",
                        "1e5",
                        "-",
                        "",
                        "0",
                        "00",
                        "-1",
                        "0.10",
                        "9223372036854775807",
                        "9223372036854775808",
                        "-9223372036854775808",
                        "999999999999999999",
                        "0.000000000000000000001",
                        "١٢",
                        "1,5",
                        "0x1f",
                        "NaN",
                        "Infinity",
                        "1.2.3"));
    }
}
