package io.myelin.bench.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One run of a command, as GNU time saw it.
 *
 * @param wallSeconds from start to end
 * @param cpuSeconds of all cores and processes
 * @param peakMegabytes resident memory of its largest process
 * @param output the lines it printed, sorted
 */
record CommandRun(double wallSeconds, double cpuSeconds, double peakMegabytes, List<String> output) {
    private static final Path TIME = Path.of("/usr/bin/time");
    private static final double KILOBYTES_A_MEGABYTE = 1024;

    /** Whether this system has what it takes. */
    static boolean isPossible() {
        return Files.isExecutable(TIME) && has("bash");
    }

    /** Whether there is a program of this name. */
    static boolean has(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Runs {@code script} in bash; throws IOException, with what it said, where it fails. */
    static CommandRun of(String script, Path folder) throws IOException, InterruptedException {
        Path times = Files.createTempFile(folder, "times", ".txt");
        Path output = Files.createTempFile(folder, "output", ".txt");
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        try {
            Process process = new ProcessBuilder(
                            TIME.toString(), "-q", "-f", "%e %U %S %M", "-o", times.toString(), "bash", "-c", script)
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException(
                        script + " failed: " + Files.readString(errors).strip());
            }
            String[] figures = Files.readString(times).strip().split(" ");
            try (Stream<String> lines = Files.lines(output, StandardCharsets.UTF_8)) {
                return new CommandRun(
                        Double.parseDouble(figures[0]),
                        Double.parseDouble(figures[1]) + Double.parseDouble(figures[2]),
                        Double.parseDouble(figures[3]) / KILOBYTES_A_MEGABYTE,
                        lines.sorted().toList());
            }
        } finally {
            Files.deleteIfExists(times);
            Files.deleteIfExists(output);
            Files.deleteIfExists(errors);
        }
    }
}
