package io.myelin.app.editor.speed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * From the command to a painted window, {@code bin/myelin edit} against an empty window with the theme, each in a process of
 * its own. JavaFX itself says when it has painted.
 */
final class StartRow {
    private static final String SAYS_PULSES = "-Djavafx.pulseLogger=true";
    private static final String PAINTED = "Painting";

    private final Path myelin;
    private final Path sample;

    StartRow(Path myelin, Path sample) {
        this.myelin = myelin;
        this.sample = sample;
    }

    List<Figure> starting() {
        if (!Files.isExecutable(myelin)) {
            System.err.println("  left out: there is no " + myelin + "; mvn package makes it");
            return List.of();
        }
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
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                String line = lines.readLine();
                while (line != null && !line.contains(PAINTED)) {
                    line = lines.readLine();
                }
                if (line == null) {
                    throw new IllegalStateException(command + " ended without a window");
                }
                return (System.nanoTime() - start) / 1e6;
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
