package io.myelin.app.editor.speed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javafx.application.Platform;

/**
 * Measures how fast the editor is and prints one table: {@code SpeedCommand FOLDER [ROWS]}, with a regular expression for
 * the rows wanted. Writes the same to {@code FOLDER/editor-speed.json}.
 */
public final class SpeedCommand {
    private SpeedCommand() {}

    /** Measures. */
    public static void main(String[] arguments) throws IOException {
        if (System.getenv("DISPLAY") == null && System.getProperty("glass.platform") == null) {
            System.setProperty("glass.platform", "Headless");
        }
        Path folder = Path.of(arguments[0]);
        Pattern wanted = Pattern.compile(arguments.length > 1 ? arguments[1] : ".*");
        SpeedReport report = new SpeedReport();
        try (SpeedWindow window = SpeedWindow.open()) {
            rows(window, folder).forEach((name, row) -> {
                if (wanted.matcher(name).find()) {
                    System.err.println("measuring " + name);
                    try {
                        report.add(row.get());
                    } catch (RuntimeException failed) {
                        // One that could not be measured must not cost what the others took minutes for.
                        System.err.println("  left out: " + failed);
                        failed.printStackTrace();
                    }
                }
            });
        }
        System.out.print(report.table());
        report.write(folder.resolve("editor-speed.json"));
        Platform.exit();
    }

    private static Map<String, Supplier<List<Figure>>> rows(SpeedWindow window, Path folder) {
        CanvasRows canvas = new CanvasRows(window);
        Map<String, Supplier<List<Figure>>> rows = new LinkedHashMap<>();
        rows.put("run-1000", canvas::thousandRunning);
        rows.put("run-20000", canvas::twentyThousandRunning);
        rows.put("move-20000", canvas::moving);
        rows.put("growth", canvas::growth);
        rows.put("open-20000", new FileRows(window)::opening);
        rows.put("undo-20000", new EditRows(canvas)::undoing);
        rows.put("type-20000", new KeystrokeRow()::typing);
        rows.put("diff-5000", new FileRows(window)::comparing);
        rows.put("tidy-1000", new TidyRow(canvas)::tidying);
        Path samples = folder.resolve("../../samples").normalize();
        rows.put("rest", new RestRows(samples)::resting);
        rows.put("start", new StartRow(folder, samples.resolve("word-count.graph.json"))::starting);
        return rows;
    }
}
