package io.myelin.palette.csv;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields of one row after the other. Used by one thread at a time.
 *
 * <p>Making a parser costs several times what a row does, so one parser reads them all, as if they were lines of one
 * input. It is given up, and the row read by a parser of its own, wherever anything is not as expected: that tells what is
 * wrong with the row, and no row can leave traces in the next.
 */
final class RowReader {
    /** What is longer is read by a parser of its own, so that the common one keeps a small buffer. */
    private static final int LONGEST_SHARED = 4096;

    private final CsvReader.CsvReaderBuilder builder;
    private final OneRow source = new OneRow();
    private final Bounds bounds = new Bounds(source);
    private @Nullable Iterator<Bounds> shared;

    RowReader(char separator) {
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
        RowFields fields = readShared(row) ? bounds.fields(typed) : null;
        return fields == null ? RowFields.of(builder.ofSingleCsvRecord(new Texts(), row), typed) : fields;
    }

    /** The fields of {@code line} where it is a whole row and has no line break; null where it isn't, or isn't for sure. */
    @Nullable
    RowFields readIfWhole(String line, boolean typed) {
        return readShared(line) && !bounds.quoteBreaks ? bounds.fields(typed) : null;
    }

    /** Finds the bounds of the fields; false where that did not go well. */
    private boolean readShared(String row) {
        if (row.isEmpty() || row.length() > LONGEST_SHARED) {
            return false;
        }
        Iterator<Bounds> rows = shared;
        if (rows == null) {
            rows = builder.build(bounds, source).iterator();
        }
        shared = null;
        source.begin(row);
        try {
            rows.next();
            if (source.isUsedUp() && bounds.end == row.length()) {
                shared = rows;
                return true;
            }
            return false;
        } catch (CsvParseException wrong) {
            return false;
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

        /** Where the row begins in the buffer that it was given to. */
        private int start;

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
            start = offset;
            row.getChars(0, row.length(), buffer, offset);
            buffer[offset + row.length()] = '\n';
            return row.length() + 1;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    /** Takes what the library tells of a row: each field once, and whatever there may be that is none. */
    private abstract static class Handler<T> extends CsvCallbackHandler<T> {
        @Override
        protected RecordType getRecordType() {
            return RecordType.DATA;
        }

        @Override
        protected void setComment(char[] buffer, int offset, int length) {
            throw new IllegalStateException("comments are not asked for");
        }
    }

    /** Remembers where in the row its fields stand. */
    private static final class Bounds extends Handler<Bounds> {
        private static final int FIRST_SIZE = 8;

        private final OneRow source;
        private int[] bounds = new int[FIRST_SIZE];
        private @Nullable String @Nullable [] texts;
        private int count;

        /** Where the last field ends in the row, with its quote. */
        private int end;

        /** Whether there is a line break inside quotes. */
        private boolean quoteBreaks;

        Bounds(OneRow source) {
            this.source = source;
        }

        RowFields fields(boolean typed) {
            return new RowFields(
                    source.row,
                    Arrays.copyOf(bounds, count),
                    texts == null ? null : Arrays.copyOf(texts, count),
                    typed);
        }

        @Override
        protected int getFieldCount() {
            return count;
        }

        @Override
        protected void beginRecord(long startingLineNumber) {
            count = 0;
            texts = null;
            end = 0;
            quoteBreaks = false;
        }

        @Override
        protected void addField(char[] buffer, int offset, int length, boolean quoted) {
            int from = offset - source.start;
            end = from + length;
            add(from, end);
            if (quoted) {
                String row = source.row;
                int closing = RowSplitter.closing(row, from - 1);
                end = closing + 1;
                quoteBreaks |= row.indexOf('\n', from, closing) >= 0 || row.indexOf('\r', from, closing) >= 0;
                if (closing != from + length) {
                    // The library has put it together without the doubled quotes.
                    addText(new String(buffer, offset, length));
                }
            }
        }

        /** The field that was added last reads like this. */
        private void addText(String text) {
            @Nullable String[] longer = texts == null ? new String[bounds.length] : Arrays.copyOf(texts, bounds.length);
            longer[count - 1] = text;
            texts = longer;
        }

        private void add(int from, int to) {
            if (count == bounds.length) {
                bounds = Arrays.copyOf(bounds, count * 2);
            }
            bounds[count++] = RowFields.bounds(from, to);
        }

        @Override
        protected void setEmpty() {
            add(0, 0);
        }

        @Override
        protected Bounds buildRecord() {
            return this;
        }
    }

    /** Collects the fields of a row as texts. */
    private static final class Texts extends Handler<List<String>> {
        private final List<String> texts = new ArrayList<>();

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
        protected void setEmpty() {
            texts.add("");
        }

        @Override
        protected List<String> buildRecord() {
            return texts;
        }
    }
}
