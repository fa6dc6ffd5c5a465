package io.myelin.bench.report;

import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.MessageText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The same as JSON, with the spread of each figure and the machine it was measured on. */
public final class ResultFile {
    private ResultFile() {}

    /** Writes it, making folders as needed. */
    public static void write(Path file, Results results) throws IOException {
        List<Object> rows = new ArrayList<>();
        for (Row row : results.rows()) {
            rows.add(row(row, results));
        }
        DataRecord all = DataRecord.builder()
                .put("format", "myelin-benchmarks/1")
                .put("machine", machine())
                .put("rows", rows)
                .put("remarks", results.remarks())
                .build();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, MessageText.indented(all) + "\n");
    }

    private static DataRecord machine() {
        return DataRecord.builder()
                .put("cores", (long) Runtime.getRuntime().availableProcessors())
                .put("java", Runtime.version().toString())
                .put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"))
                .build();
    }

    private static DataRecord row(Row row, Results results) {
        DataRecord.Builder entries = DataRecord.builder();
        results.of(row).forEach((name, measurement) -> entries.put(name, measurement(measurement)));
        List<Object> goals = new ArrayList<>();
        results.comparisons(row).forEach(comparison -> goals.add(goal(comparison)));
        return DataRecord.builder()
                .put("id", row.id())
                .put("title", row.title())
                .put("unit", row.unit())
                .put("entries", entries.build())
                .put("comparisons", goals)
                .build();
    }

    private static DataRecord measurement(Measurement measurement) {
        return DataRecord.builder()
                .put("median", measurement.value())
                .put("lowest", measurement.low())
                .put("highest", measurement.high())
                .put("samples", (long) measurement.samples())
                .build();
    }

    private static DataRecord goal(Results.Comparison comparison) {
        Goal goal = comparison.goal();
        DataRecord.Builder record =
                DataRecord.builder().put("subject", goal.subject()).put("figure", comparison.figure());
        goal.peer().ifPresent(peer -> record.put("peer", peer));
        if (goal.kind() != Goal.Kind.SHOWN) {
            record.put("kind", goal.kind() == Goal.Kind.TIMES_BETTER ? "at least" : "at most")
                    .put("must", goal.must())
                    .put("aim", goal.aim())
                    .put("reached", comparison.standing().name().toLowerCase(Locale.ROOT));
        }
        return record.build();
    }
}
