package io.myelin.palette.view;

import java.util.List;

/**
 * Rows of texts.
 *
 * @param title what stands above
 * @param received how many messages have come in all
 * @param columns the names of the columns
 * @param rows the last messages, oldest first, each with a text for every column; long ones are cut
 */
public record TableContent(String title, long received, List<String> columns, List<List<String>> rows)
        implements ViewContent {
    /** Copies the lists. */
    public TableContent {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
