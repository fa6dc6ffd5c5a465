package io.myelin.palette.csv;

import java.util.List;
import java.util.stream.Stream;

/** Whole tables as CSV. */
public final class CsvText {
    private CsvText() {}

    /** The rows of a table by RFC 4180, the header first; a row may run over several lines where a field does. */
    public static List<String> lines(List<String> columns, List<List<String>> rows) {
        if (columns.isEmpty()) {
            return List.of();
        }
        RowWriter writer = new RowWriter(',');
        return Stream.concat(Stream.of(columns), rows.stream())
                .map(writer::write)
                .toList();
    }
}
