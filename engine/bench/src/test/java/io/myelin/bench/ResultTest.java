package io.myelin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.bench.report.Goal;
import io.myelin.bench.report.Measurement;
import io.myelin.bench.report.ResultFile;
import io.myelin.bench.report.ResultTable;
import io.myelin.bench.report.Results;
import io.myelin.bench.report.Row;
import io.myelin.engine.message.JsonValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultTest {
    private final Row row = new Row(
            "hop",
            "a hop",
            "ns",
            List.of(
                    Goal.better("ours", "slow", 3, 5),
                    Goal.atMost("ours", "limit", 2.5, 1.5),
                    Goal.shown("ours", "absent")));
    private final Results results = new Results();

    private void measured(double ours, double slow, double limit) {
        results.add(row, "ours", Measurement.of(ours));
        results.add(row, "slow", Measurement.of(slow));
        results.add(row, "limit", Measurement.of(limit));
    }

    @Test
    void a_goal_is_missed_reached_or_reached_beyond_what_must_be() {
        measured(10, 40, 3);

        assertThat(ResultTable.of(results).lines().skip(1).map(String::strip))
                .satisfiesExactly(
                        first -> assertThat(first).contains("4.00x").endsWith("must"),
                        second -> assertThat(second).contains("3.33x").endsWith("MISSED"));
    }

    @Test
    void the_aim_is_named_where_it_is_reached() {
        measured(10, 50, 10);

        assertThat(ResultTable.of(results).lines().skip(1).map(String::strip)).allMatch(line -> line.endsWith("aim"));
    }

    @Test
    void what_was_not_measured_stands_in_no_comparison_but_in_a_remark() {
        measured(10, 50, 10);
        results.remark("Not measured: absent");

        assertThat(ResultTable.of(results)).endsWith("Not measured: absent").doesNotContain("absent  ");
    }

    @Test
    void the_median_counts_and_the_spread_is_kept() {
        assertThat(Measurement.of(5, 1, 9, 2)).isEqualTo(new Measurement(3.5, 1, 9, 4));
    }

    @Test
    void the_file_is_json_with_every_row(@TempDir Path folder) throws IOException {
        measured(10, 40, 3);
        Path file = folder.resolve("new/benchmarks.json");

        ResultFile.write(file, results);

        assertThat(JsonValues.parse(Files.readString(file)).toString())
                .contains("hop")
                .contains("slow");
    }
}
