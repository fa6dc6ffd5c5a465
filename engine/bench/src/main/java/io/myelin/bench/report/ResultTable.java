package io.myelin.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table for people: one line for each comparison. */
public final class ResultTable {
    private static final List<String> HEADER =
            List.of("what", "ours", "", "against", "", "ratio", "must", "aim", "reached");
    private static final String GAP = "  ";

    private ResultTable() {}

    /** The whole table, lines parted by line feeds. */
    public static String of(Results results) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEADER);
        for (Row row : results.rows()) {
            String title = row.title() + ", " + row.unit();
            for (Results.Comparison comparison : results.comparisons(row)) {
                lines.add(line(title, comparison));
                title = "";
            }
        }
        StringBuilder text = new StringBuilder(aligned(lines));
        for (String remark : results.remarks()) {
            text.append('\n').append(remark);
        }
        return text.toString();
    }

    private static List<String> line(String title, Results.Comparison comparison) {
        Goal goal = comparison.goal();
        return List.of(
                title,
                goal.subject(),
                number(comparison.subject().value()),
                goal.peer().orElse(""),
                comparison.peer().map(peer -> number(peer.value())).orElse(""),
                goal.kind() == Goal.Kind.AT_MOST ? "" : String.format(Locale.ROOT, "%.2fx", comparison.figure()),
                bound(goal, goal.must()),
                bound(goal, goal.aim()),
                comparison.standing().word());
    }

    private static String bound(Goal goal, double figure) {
        return switch (goal.kind()) {
            case SHOWN -> "";
            case TIMES_BETTER -> ">= " + number(figure) + "x";
            case TIMES_AT_MOST -> "<= " + number(figure) + "x";
            case AT_MOST -> "<= " + number(figure);
        };
    }

    /** Three digits that count, and no more behind the point than they need. */
    private static String number(double value) {
        double size = Math.abs(value);
        String text = String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    private static String aligned(List<List<String>> lines) {
        int columns = HEADER.size();
        int[] widths = new int[columns];
        for (List<String> line : lines) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder one = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                boolean right = i == 2 || i >= 4 && i <= 7;
                one.append(String.format("%" + (right ? "" : "-") + Math.max(widths[i], 1) + "s", line.get(i)))
                        .append(GAP);
            }
            text.append(one.toString().stripTrailing()).append('\n');
        }
        return text.toString().stripTrailing();
    }
}
