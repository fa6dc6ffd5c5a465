package io.myelin.palette.csv;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields of one row after the other. Used by one thread at a time.
 *
 * <p>Making one of the library's parsers costs several times what a row does. So a row that is written as it should be is
 * taken apart here; whatever isn't goes to the library, which tells what is wrong with it.
 */
final class RowReader {
    private final CsvReader.CsvReaderBuilder builder;
    private final RowScanner scanner;

    RowReader(char separator) {
        scanner = new RowScanner(separator);
        builder = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false);
    }

    /**
     * The fields of {@code row}, texts or, where {@code typed}, also numbers; throws CsvParseException where quotes are
     * wrong.
     */
    RowFields read(String row, boolean typed) {
        if (row.isEmpty()) {
            return RowFields.of(List.of(""), typed);
        }
        return scanner.scan(row)
                ? scanner.fields(row, typed)
                : RowFields.of(builder.ofSingleCsvRecord(new Texts(), row), typed);
    }

    /** The fields of {@code line} where it is a whole row and has no line break; null where it isn't, or isn't for sure. */
    @Nullable
    RowFields readIfWhole(String line, boolean typed) {
        return scanner.scan(line) && !scanner.breaksLine() ? scanner.fields(line, typed) : null;
    }

    /** What was wrong with a row, as the end of a sentence. */
    static String problem(CsvParseException wrong) {
        String message = String.valueOf(wrong.getMessage());
        if (message.startsWith("Unexpected character after closing quote")) {
            return "a character stands behind a closing quote; a quote inside a quoted field is written twice";
        }
        return "it cannot be read: " + message;
    }

    /** Collects the fields of a row as texts. */
    private static final class Texts extends CsvCallbackHandler<List<String>> {
        private final List<String> texts = new ArrayList<>();

        @Override
        protected RecordType getRecordType() {
            return RecordType.DATA;
        }

        @Override
        protected int getFieldCount() {
            return texts.size();
        }

        @Override
        protected void beginRecord(long startingLineNumber) {
            texts.clear();
        }

        @Override
        protected void addField(char[] buffer, int offset, int length, boolean quoted) {
            texts.add(new String(buffer, offset, length));
        }

        @Override
        protected void setComment(char[] buffer, int offset, int length) {
            throw new IllegalStateException("comments are not asked for");
        }

        @Override
        protected void setEmpty() {
            texts.add("");
        }

        @Override
        protected List<String> buildRecord() {
            return texts;
        }
    }
}
