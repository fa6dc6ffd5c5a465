package io.myelin.bench;

import io.myelin.bench.report.Measurement;
import io.myelin.bench.report.Results;
import io.myelin.bench.row.MeasuredRow;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures rows with JMH. The forks of a row's entries take turns, so that whatever else the machine does for a while
 * falls on all of them alike.
 */
public final class RowMeasuring {
    private final Effort effort;
    private final PrintStream progress;

    /**
     * How long to measure.
     *
     * @param forks JVMs for each entry
     * @param warmUps iterations that do not count, in each
     * @param iterations iterations that count, in each
     * @param millis how long an iteration takes at least
     */
    public record Effort(int forks, int warmUps, int iterations, long millis) {
        /** As the benchmark itself says. */
        public static final Effort FULL = new Effort(2, 5, 5, 1000);

        /** For a first look: long enough for who talks to whom, and is called directly, to have settled. */
        public static final Effort QUICK = new Effort(1, 5, 3, 300);
    }

    /** Says on {@code progress} what is being measured. */
    public RowMeasuring(Effort effort, PrintStream progress) {
        this.effort = effort;
        this.progress = progress;
    }

    /** Measures all entries of {@code rows}. */
    public void measure(List<MeasuredRow> rows, Results results) {
        for (MeasuredRow row : rows) {
            Map<String, List<Double>> samples = new LinkedHashMap<>();
            for (int fork = 1; fork <= effort.forks(); fork++) {
                for (Map.Entry<String, MeasuredRow.Entry> each : row.entries().entrySet()) {
                    String entry = each.getKey();
                    progress.println(row.row().id() + ": " + entry + ", fork " + fork + " of " + effort.forks());
                    samples.computeIfAbsent(entry, _ -> new ArrayList<>())
                            .addAll(fork(row, entry, each.getValue().operationsARound(), results));
                }
            }
            samples.forEach((entry, of) -> {
                if (!of.isEmpty()) {
                    results.add(
                            row.row(),
                            entry,
                            Measurement.of(of.stream().mapToDouble(each -> each).toArray()));
                }
            });
        }
    }

    /** Nanoseconds an operation, one figure for each iteration of a JVM of its own; none where it failed. */
    private List<Double> fork(MeasuredRow row, String entry, double operations, Results results) {
        try {
            RunResult result = new Runner(options(row, entry)).runSingle();
            return result.getBenchmarkResults().stream()
                    .flatMap(fork -> fork.getIterationResults().stream())
                    .map(iteration -> iteration.getPrimaryResult().getScore() / operations)
                    .toList();
        } catch (RunnerException failed) {
            results.remark("Not measured: " + row.row().id() + ", " + entry + ": " + cause(failed));
            return List.of();
        }
    }

    /** What lies at the bottom: JMH keeps what a benchmark threw as suppressed. */
    private static String cause(Throwable failed) {
        Throwable cause = failed;
        while (cause.getCause() != null || cause.getSuppressed().length > 0) {
            cause = cause.getCause() != null ? cause.getCause() : cause.getSuppressed()[0];
        }
        return String.valueOf(cause.getMessage());
    }

    private Options options(MeasuredRow row, String entry) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + RowBenchmark.class.getName().replace(".", "\\.") + "\\.round$")
                .param("row", row.row().id())
                .param("entry", entry)
                .forks(1)
                .warmupIterations(effort.warmUps())
                .warmupTime(TimeValue.milliseconds(effort.millis()))
                .measurementIterations(effort.iterations())
                .measurementTime(TimeValue.milliseconds(effort.millis()))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .jvmArgsAppend(
                        "--sun-misc-unsafe-memory-access=allow", "-XX:+UseCompactObjectHeaders", "-Xms1g", "-Xmx2g");
        return options.build();
    }
}
