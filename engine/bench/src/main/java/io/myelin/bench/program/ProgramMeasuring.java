package io.myelin.bench.program;

import io.myelin.bench.report.Measurement;
import io.myelin.bench.report.Results;
import io.myelin.bench.report.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** Runs the whole programs, each way in turn, and sees that all print the same. */
public final class ProgramMeasuring {
    private final Path myelin;
    private final Path folder;
    private final long megabytes;
    private final int runs;
    private final PrintStream progress;

    /**
     * Over files of {@code megabytes} MiB.
     *
     * @param myelin the command, as the build packages it
     * @param folder where the files go
     * @param runs how often each way is run
     */
    public ProgramMeasuring(Path myelin, Path folder, long megabytes, int runs, PrintStream progress) {
        this.myelin = myelin;
        this.folder = folder;
        this.megabytes = megabytes;
        this.runs = runs;
        this.progress = progress;
    }

    /** Measures all that can be run here, and remarks on what can't. */
    public void measure(Results results) throws IOException, InterruptedException {
        if (!CommandRun.isPossible()) {
            results.remark("Whole programs were not measured: that needs bash and /usr/bin/time (Debian: time).");
            return;
        }
        if (!Files.isExecutable(myelin)) {
            results.remark("Whole programs were not measured: " + myelin
                    + " is not there; \"mvn -q package -DskipTests\" makes it.");
            return;
        }
        ProgramData data = new ProgramData(folder, megabytes << 20);
        measure(WholeProgram.words(), data.text(), results);
        measure(WholeProgram.csv(), data.csv(), results);
        measure(WholeProgram.json(), data.json(), results);
    }

    private void measure(WholeProgram program, Path file, Results results) throws IOException, InterruptedException {
        Map<String, String> ways = new LinkedHashMap<>();
        ways.put(WholeProgram.MYELIN, "\"" + myelin + "\" run \"" + graph(program.graph()) + "\" -p \"input=$1\"");
        ways.put(
                WholeProgram.LOOP,
                "\"" + Path.of(System.getProperty("java.home"), "bin", "java") + "\" -cp \""
                        + System.getProperty("java.class.path") + "\" " + PlainLoops.class.getName() + " "
                        + program.loop() + " \"$1\"");
        program.tools().forEach((tool, script) -> {
            if (CommandRun.has(tool)) {
                ways.put(tool, script);
            } else {
                results.remark("Not measured: " + program.title() + " with " + tool + ", which is not installed.");
            }
        });
        Map<String, List<CommandRun>> done = run(program, ways, file);
        add(results, program.wall(), done, CommandRun::wallSeconds);
        add(results, program.cpu(), done, CommandRun::cpuSeconds);
        add(results, program.memory(), done, CommandRun::peakMegabytes);
    }

    private Map<String, List<CommandRun>> run(WholeProgram program, Map<String, String> ways, Path file)
            throws IOException, InterruptedException {
        Map<String, List<CommandRun>> done = new LinkedHashMap<>();
        List<String> expected = List.of();
        for (int run = 1; run <= runs; run++) {
            for (Map.Entry<String, String> way : ways.entrySet()) {
                progress.println("program-" + program.id() + ": " + way.getKey() + ", run " + run + " of " + runs);
                CommandRun one = CommandRun.of("set -- \"" + file + "\"\n" + way.getValue(), folder);
                if (expected.isEmpty()) {
                    expected = one.output();
                }
                if (!one.output().equals(expected)) {
                    throw new IOException(way.getKey() + " printed something else than " + WholeProgram.MYELIN + ": "
                            + difference(one.output(), expected));
                }
                done.computeIfAbsent(way.getKey(), _ -> new ArrayList<>()).add(one);
            }
        }
        return done;
    }

    private static String difference(List<String> found, List<String> expected) {
        for (int i = 0; i < Math.min(found.size(), expected.size()); i++) {
            if (!found.get(i).equals(expected.get(i))) {
                return found.get(i) + " instead of " + expected.get(i);
            }
        }
        return found.size() + " lines instead of " + expected.size();
    }

    private static void add(
            Results results, Row row, Map<String, List<CommandRun>> done, ToDoubleFunction<CommandRun> figure) {
        done.forEach((way, runs) -> results.add(
                row, way, Measurement.of(runs.stream().mapToDouble(figure).toArray())));
    }

    private Path graph(String name) throws IOException {
        Path copy = folder.resolve(name);
        try (InputStream in = Objects.requireNonNull(ProgramMeasuring.class.getResourceAsStream(name), name)) {
            Files.write(copy, in.readAllBytes());
        }
        return copy;
    }
}
