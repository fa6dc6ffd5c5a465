package io.myelin.palette.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.StringWriter;
import java.util.List;

/** Writes rows by RFC 4180, each as one text without the line break at its end. Used by one thread at a time. */
final class RowWriter {
    // The library quotes a first field that could be taken for a comment; none begins with this.
    private static final char NO_COMMENT = '\uFFFF';

    private final StringWriter text = new StringWriter();
    private final CsvWriter writer;
    private boolean single;

    RowWriter(char separator) {
        writer = CsvWriter.builder()
                .fieldSeparator(separator)
                .commentCharacter(NO_COMMENT)
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .quoteStrategy(new QuoteStrategy() {
                    @Override
                    public boolean quoteEmpty(int lineNumber, int field) {
                        // Else the row would be an empty line, which readers skip.
                        return single;
                    }
                })
                .build(text);
    }

    /** The row of these fields. */
    String write(List<String> fields) {
        single = fields.size() == 1;
        text.getBuffer().setLength(0);
        writer.writeRecord(fields);
        return text.getBuffer().substring(0, text.getBuffer().length() - 1);
    }
}
