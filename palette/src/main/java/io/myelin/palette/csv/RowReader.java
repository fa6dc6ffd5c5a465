package io.myelin.palette.csv;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;

/** Takes one row apart. Used by one thread at a time. */
final class RowReader {
    private final CsvReader.CsvReaderBuilder builder;
    private int expected = 8;

    RowReader(char separator) {
        builder = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false);
    }

    /**
     * The fields of {@code row}, texts or, where {@code typed}, also numbers; throws CsvParseException where quotes are
     * wrong.
     */
    List<Object> read(String row, boolean typed) {
        if (row.isEmpty()) {
            return List.of("");
        }
        List<Object> fields = builder.ofSingleCsvRecord(new Fields(typed, expected), row);
        expected = Math.max(1, fields.size());
        return fields;
    }

    /** What was wrong with a row, as the end of a sentence. */
    static String problem(CsvParseException wrong) {
        String message = String.valueOf(wrong.getMessage());
        if (message.startsWith("Unexpected character after closing quote")) {
            return "a character stands behind a closing quote; a quote inside a quoted field is written twice";
        }
        return "it cannot be read: " + message;
    }

    private static final class Fields extends CsvCallbackHandler<List<Object>> {
        private final boolean typed;
        private final List<Object> fields;

        Fields(boolean typed, int expected) {
            this.typed = typed;
            fields = new ArrayList<>(expected);
        }

        @Override
        protected RecordType getRecordType() {
            return RecordType.DATA;
        }

        @Override
        protected int getFieldCount() {
            return fields.size();
        }

        @Override
        protected void beginRecord(long startingLineNumber) {
            fields.clear();
        }

        @Override
        protected void addField(char[] buffer, int offset, int length, boolean quoted) {
            fields.add(typed ? FieldValues.typed(buffer, offset, length) : new String(buffer, offset, length));
        }

        @Override
        protected void setComment(char[] buffer, int offset, int length) {
            throw new IllegalStateException("comments are not asked for");
        }

        @Override
        protected void setEmpty() {
            fields.add("");
        }

        @Override
        protected List<Object> buildRecord() {
            return fields;
        }
    }
}
