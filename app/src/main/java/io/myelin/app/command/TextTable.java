package io.myelin.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of text in aligned columns: what reads as a number to the right, all else to the left. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these column heads. */
    TextTable(List<String> head) {
        this.head = List.copyOf(head);
    }

    /** Adds a row of as many cells as there are columns. */
    void add(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    /** The head and the rows, without blanks at the ends of lines. */
    List<String> lines() {
        int[] widths = IntStream.range(0, head.size()).map(this::width).toArray();
        List<String> lines = new ArrayList<>();
        lines.add(line(head, widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> row.get(column).length())
                .reduce(head.get(column).length(), Math::max);
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String blanks = " ".repeat(widths[column] - cells.get(column).length());
            line.append(column == 0 ? "" : GAP);
            line.append(isNumeric(column) ? blanks + cells.get(column) : cells.get(column) + blanks);
        }
        return line.toString().stripTrailing();
    }

    private boolean isNumeric(int column) {
        return !rows.isEmpty()
                && rows.stream()
                        .allMatch(row -> !row.get(column).isEmpty()
                                && row.get(column)
                                        .chars()
                                        .allMatch(letter -> letter == ',' || Character.isDigit(letter)));
    }
}
