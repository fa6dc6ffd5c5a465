package io.myelin.bench;

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
 * <p>Arguments: the file, then what to measure: nothing or {@code all}, {@code quick}, or a regular expression that the
 * ids of rows are searched for.
 */
public final class BenchmarkCommand {
    private BenchmarkCommand() {}

    /** Runs it. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        String what = arguments.length > 1 ? arguments[1] : "all";
        boolean quick = what.equals("quick");
        Pattern wanted = Pattern.compile(quick || what.equals("all") ? "" : what);
        Results results = new Results();
        List<MeasuredRow> rows = Rows.all().stream()
                .filter(row -> wanted.matcher(row.row().id()).find())
                .toList();
        RowMeasuring.Effort effort = quick ? RowMeasuring.Effort.QUICK : RowMeasuring.Effort.FULL;
        new RowMeasuring(effort, System.err).measure(rows, results);
        System.out.println(ResultTable.of(results));
        ResultFile.write(file, results);
    }
}
