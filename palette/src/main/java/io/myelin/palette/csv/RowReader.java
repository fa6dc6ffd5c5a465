package io.myelin.palette.csv;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.Reader;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Takes one row after the other apart. Used by one thread at a time.
 *
 * <p>Making a parser costs several times what a row does, so one parser reads them all, as if they were lines of one
 * input. It is given up, and the row read by a parser of its own, wherever anything is not as expected: that tells what is
 * wrong with the row, and no row can leave traces in the next.
 */
final class RowReader {
    /** What is longer is read by a parser of its own, so that the common one keeps a small buffer. */
    private static final int LONGEST_SHARED = 4096;

    private final CsvReader.CsvReaderBuilder builder;
    private final Fields fields = new Fields();
    private final OneRow source = new OneRow();
    private @Nullable Iterator<Object[]> shared;

    RowReader(char separator) {
        builder = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false);
    }

    /**
     * The fields of {@code row}, texts or, where {@code typed}, also numbers; valid until the next call. Throws
     * CsvParseException where quotes are wrong.
     */
    Object[] read(String row, boolean typed) {
        fields.typed = typed;
        if (row.isEmpty()) {
            return new Object[] {""};
        }
        Object[] values = row.length() <= LONGEST_SHARED ? readShared(row) : null;
        return values == null ? builder.ofSingleCsvRecord(fields, row) : values;
    }

    /** Null where that did not go well. */
    private Object @Nullable [] readShared(String row) {
        Iterator<Object[]> rows = shared;
        if (rows == null) {
            rows = builder.build(fields, source).iterator();
        }
        shared = null;
        source.begin(row);
        try {
            Object[] values = rows.next();
            if (source.isUsedUp()) {
                shared = rows;
                return values;
            }
            return null;
        } catch (CsvParseException wrong) {
            return null;
        } finally {
            source.begin("");
        }
    }

    /** What was wrong with a row, as the end of a sentence. */
    static String problem(CsvParseException wrong) {
        String message = String.valueOf(wrong.getMessage());
        if (message.startsWith("Unexpected character after closing quote")) {
            return "a character stands behind a closing quote; a quote inside a quoted field is written twice";
        }
        return "it cannot be read: " + message;
    }

    /** Gives each row as a line, at one go; where more is asked for than that, the row was not over at its end. */
    private static final class OneRow extends Reader {
        private String row = "";
        private int asked;

        void begin(String next) {
            row = next;
            asked = 0;
        }

        boolean isUsedUp() {
            return asked == 1;
        }

        @Override
        public int read(char[] buffer, int offset, int length) {
            if (asked++ > 0 || length <= row.length()) {
                asked++;
                return -1;
            }
            row.getChars(0, row.length(), buffer, offset);
            buffer[offset + row.length()] = '\n';
            return row.length() + 1;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    /** Collects the fields of a row in an array that is used again for the next one of as many. */
    private static final class Fields extends CsvCallbackHandler<Object[]> {
        private static final int FIRST_SIZE = 8;

        private boolean typed;
        private Object[] values = new Object[FIRST_SIZE];
        private int count;

        @Override
        protected RecordType getRecordType() {
            return RecordType.DATA;
        }

        @Override
        protected int getFieldCount() {
            return count;
        }

        @Override
        protected void beginRecord(long startingLineNumber) {
            count = 0;
        }

        @Override
        protected void addField(char[] buffer, int offset, int length, boolean quoted) {
            add(typed ? FieldValues.typed(buffer, offset, length) : new String(buffer, offset, length));
        }

        private void add(Object value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, count * 2);
            }
            values[count++] = value;
        }

        @Override
        protected void setComment(char[] buffer, int offset, int length) {
            throw new IllegalStateException("comments are not asked for");
        }

        @Override
        protected void setEmpty() {
            add("");
        }

        @Override
        protected Object[] buildRecord() {
            if (values.length != count) {
                values = Arrays.copyOf(values, count);
            }
            return values;
        }
    }
}
