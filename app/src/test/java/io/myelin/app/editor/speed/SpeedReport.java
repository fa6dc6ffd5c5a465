package io.myelin.app.editor.speed;

import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.MessageText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All figures as a table for people, and as JSON. For one thread. */
final class SpeedReport {
    private static final String LINE = "%-66s %9s %-6s %-38s %9s %7s %8s %8s  %s%n";

    private final List<Figure> figures = new ArrayList<>();

    void add(List<Figure> more) {
        figures.addAll(more);
    }

    String table() {
        StringBuilder text =
                new StringBuilder(LINE.formatted("what", "ours", "", "against", "", "ratio", "must", "aim", "reached"));
        for (Figure figure : figures) {
            boolean alone = figure.bound() == Figure.Bound.ALONE;
            text.append(LINE.formatted(
                    figure.title(),
                    number(figure.ours()),
                    figure.unit(),
                    figure.against(),
                    alone ? "" : number(figure.reference()),
                    alone ? "" : number(figure.ratio()) + "x",
                    bound(figure, figure.must()),
                    bound(figure, figure.aim()),
                    figure.reached()));
        }
        return text.toString();
    }

    private static String bound(Figure figure, double value) {
        return switch (figure.bound()) {
            case AT_LEAST -> ">= " + number(value) + "x";
            case AT_MOST -> "<= " + number(value) + "x";
            case ALONE -> "<= " + number(value);
        };
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    void write(Path file) throws IOException {
        List<Object> rows = new ArrayList<>();
        for (Figure figure : figures) {
            DataRecord.Builder row = DataRecord.builder()
                    .put("title", figure.title())
                    .put("unit", figure.unit())
                    .put("ours", figure.ours());
            if (figure.bound() != Figure.Bound.ALONE) {
                row.put("against", figure.against()).put("reference", figure.reference());
            }
            rows.add(row.put("ratio", figure.ratio())
                    .put("bound", figure.bound() == Figure.Bound.AT_LEAST ? "at least" : "at most")
                    .put("must", figure.must())
                    .put("aim", figure.aim())
                    .put("reached", figure.reached().toLowerCase(Locale.ROOT))
                    .build());
        }
        DataRecord all = DataRecord.builder()
                .put("format", "myelin-editor-speed/1")
                .put("cores", (long) Runtime.getRuntime().availableProcessors())
                .put("java", Runtime.version().toString())
                .put("rows", rows)
                .build();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, MessageText.indented(all) + "\n");
    }
}
