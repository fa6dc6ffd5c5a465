package io.myelin.app.editor.speed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * From the command to a painted window, {@code bin/myelin edit} against an empty window with the theme, each in a process of
 * its own. JavaFX itself says when it has painted.
 */
final class StartRow {
    private static final String SAYS_PULSES = "-Djavafx.pulseLogger=true";
    private static final String PAINTED = "Painting";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final Path myelin;
    private final Path sample;

    /** From what is packaged in {@code folder}, the build's own, where that is packaged first if it is not. */
    StartRow(Path folder, Path sample) {
        this.folder = folder;
        this.myelin = folder.resolve("myelin/bin/myelin");
        this.sample = sample;
    }

    /** The program as people get it is made from the classes as they are now. */
    private void packageAsNeeded() {
        Path distribution = folder.resolve("myelin");
        if (Files.isExecutable(myelin) && newest(distribution) >= newest(folder.resolve("classes"))) {
            return;
        }
        System.err.println("  packaging the program first");
        Path maven = Path.of(System.getProperty("myelin.maven", ""), "bin", "mvn");
        List<String> command = List.of(
                Files.isExecutable(maven) ? maven.toString() : "mvn",
                "-q",
                "-B",
                "-DskipTests",
                "-pl",
                "app",
                "-am",
                "package");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.resolve("../..").normalize().toFile())
                .inheritIO()
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        // The options of this process are not those of that one.
        builder.environment().remove("MAVEN_CMD_LINE_ARGS");
        try {
            if (builder.start().waitFor() != 0) {
                throw new IllegalStateException("could not package the program: " + String.join(" ", command));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static long newest(Path tree) {
        try (Stream<Path> files = Files.walk(tree)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().lastModified())
                    .max()
                    .orElse(0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    List<Figure> starting() {
        packageAsNeeded();
        double[] ours = new double[Rounds.COUNT];
        double[] empty = new double[Rounds.COUNT];
        for (int round = -1; round < Rounds.COUNT; round++) {
            ours[Math.max(0, round)] = untilPainted(List.of(myelin.toString(), "edit", sample.toString()));
            empty[Math.max(0, round)] = untilPainted(emptyWindow());
        }
        return List.of(Figure.atMost(
                "start to a usable window",
                "ms",
                Rounds.median(ours),
                "an empty window with the theme",
                Rounds.median(empty),
                1.6,
                1.2));
    }

    private static List<String> emptyWindow() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                EmptyWindowLauncher.class.getName()));
        return command;
    }

    private static double untilPainted(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("MYELIN_OPTS", SAYS_PULSES + " -Dprism.order=sw");
        builder.environment().put("JDK_JAVA_OPTIONS", SAYS_PULSES + " -Dprism.order=sw");
        long start = System.nanoTime();
        try {
            Process process = builder.start();
            Thread.startVirtualThread(() -> endIfLate(process));
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                String line = lines.readLine();
                while (line != null && !line.contains(PAINTED)) {
                    line = lines.readLine();
                }
                if (line == null) {
                    throw new IllegalStateException(
                            command.getFirst() + " painted no window within " + PATIENCE.toSeconds() + " s");
                }
                return (System.nanoTime() - start) / 1e6;
            } finally {
                end(process);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * In order, as people's do: what the first start leaves behind for the next ones is made then, which must be over
     * before those are measured.
     */
    private static void end(Process process) {
        List<ProcessHandle> beside = process.descendants().toList();
        process.destroy();
        try {
            if (process.waitFor(PATIENCE)) {
                for (ProcessHandle one : beside) {
                    one.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                }
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException late) {
            throw new IllegalStateException("what a start leaves behind was not made", late);
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void endIfLate(Process process) {
        try {
            if (!process.waitFor(PATIENCE)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
