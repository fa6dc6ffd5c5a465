package io.myelin.bench;

import io.myelin.bench.probe.Probe;
import io.myelin.bench.probe.ProbeProgram;
import io.myelin.bench.report.Measurement;
import io.myelin.bench.report.Results;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Takes the figures of probes, each entry in JVMs of its own that take turns. */
final class ProbeMeasuring {
    private final int forks;
    private final int size;
    private final PrintStream progress;

    /** {@code forks} JVMs for each entry, each as thorough as {@code size} says. */
    ProbeMeasuring(int forks, int size, PrintStream progress) {
        this.forks = forks;
        this.size = size;
        this.progress = progress;
    }

    void measure(List<Probe> probes, Results results) throws IOException, InterruptedException {
        for (Probe probe : probes) {
            List<List<double[]>> figures = new ArrayList<>();
            List<String> entries = List.copyOf(probe.entries().keySet());
            entries.forEach(_ -> figures.add(new ArrayList<>()));
            for (int fork = 1; fork <= forks; fork++) {
                for (int entry = 0; entry < entries.size(); entry++) {
                    progress.println(probe.id() + ": " + entries.get(entry) + ", fork " + fork + " of " + forks);
                    figures.get(entry).add(fork(probe.id(), entries.get(entry)));
                }
            }
            for (int entry = 0; entry < entries.size(); entry++) {
                for (int row = 0; row < probe.rows().size(); row++) {
                    int figure = row;
                    results.add(
                            probe.rows().get(row),
                            entries.get(entry),
                            Measurement.of(figures.get(entry).stream()
                                    .mapToDouble(all -> all[figure])
                                    .toArray()));
                }
            }
        }
    }

    private double[] fork(String probe, String entry) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:+UseCompactObjectHeaders",
                        "-Xms2g",
                        "-Xmx4g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ProbeProgram.class.getName(),
                        probe,
                        entry,
                        Integer.toString(size))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String[] figures = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .split(" ");
        if (process.waitFor() != 0) {
            throw new IOException("the probe " + probe + " failed for " + entry);
        }
        double[] parsed = new double[figures.length];
        for (int i = 0; i < parsed.length; i++) {
            parsed[i] = Double.parseDouble(figures[i]);
        }
        return parsed;
    }
}
