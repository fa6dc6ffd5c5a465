package io.myelin.bench;

import io.myelin.bench.probe.Probes;
import io.myelin.bench.program.ProgramMeasuring;
import io.myelin.bench.report.ResultFile;
import io.myelin.bench.report.ResultTable;
import io.myelin.bench.report.Results;
import io.myelin.bench.row.MeasuredRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Measures the engine and its peers and prints one table with ratios; what it is doing goes to standard error, the table
 * to standard output and, as JSON, to a file.
 *
 * <p>Arguments: the folder to write to; the {@code myelin} command; how many MiB the whole programs read; and what to
 * measure: {@code all}, {@code quick} (the hop rows, each for a short time), or a regular expression that the ids of rows
 * are searched for. The whole programs are {@code program}.
 */
public final class BenchmarkCommand {
    private static final String PROGRAMS = "program";
    private static final int PROGRAM_RUNS = 3;

    private BenchmarkCommand() {}

    /** Runs it. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        Path myelin = Path.of(arguments[1]);
        long megabytes = Long.parseLong(arguments[2]);
        String what = arguments[3];
        Results results = new Results();
        if (what.equals("quick")) {
            new RowMeasuring(RowMeasuring.Effort.QUICK, System.err).measure(Rows.hops(), results);
            new ProbeMeasuring(1, 4, System.err).measure(Probes.all(), results);
        } else {
            Pattern wanted = Pattern.compile(what.equals("all") ? "" : what);
            List<MeasuredRow> rows = Rows.all().stream()
                    .filter(row -> wanted.matcher(row.row().id()).find())
                    .toList();
            new RowMeasuring(RowMeasuring.Effort.FULL, System.err).measure(rows, results);
            new ProbeMeasuring(2, 10, System.err)
                    .measure(
                            Probes.all().stream()
                                    .filter(probe -> wanted.matcher(probe.id()).find())
                                    .toList(),
                            results);
            if (wanted.matcher(PROGRAMS).find()) {
                new ProgramMeasuring(myelin, folder.resolve("programs"), megabytes, PROGRAM_RUNS, System.err)
                        .measure(results);
            }
        }
        System.out.println(ResultTable.of(results));
        ResultFile.write(folder.resolve("benchmarks.json"), results);
    }
}
