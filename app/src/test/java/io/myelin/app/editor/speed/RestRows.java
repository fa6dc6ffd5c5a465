package io.myelin.app.editor.speed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a window costs in which nobody does anything, in a process of its own and at the pulse of the display. */
final class RestRows {
    /** Until then Java compiles what the start has used, which says nothing of the rest. */
    private static final Duration UNTIL_QUIET = Duration.ofSeconds(15);

    private static final Duration MEASURED = Duration.ofSeconds(15);

    private final Path samples;

    /** Of the graphs in {@code samples}. */
    RestRows(Path samples) {
        this.samples = samples;
    }

    List<Figure> resting() {
        List<Figure> figures = new ArrayList<>();
        Rest idle = rest(List.of(samples.resolve("word-count.graph.json").toString()));
        figures.add(Figure.alone("a window in which nothing runs", "% of a core", idle.cpu, 1, 0.5));
        figures.add(Figure.alone("a window in which nothing runs", "frames", idle.frames, 0, 0));
        Rest waiting = rest(List.of(samples.resolve("follow-log.graph.json").toString(), "run"));
        figures.add(Figure.alone("a window that shows a run that waits", "% of a core", waiting.cpu, 5, 1));
        return figures;
    }

    private static Rest rest(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dprism.order=sw",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        if (System.getProperty("glass.platform") != null) {
            command.add("-Dglass.platform=" + System.getProperty("glass.platform"));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), WindowAtRest.class.getName()));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader answers = process.inputReader();
                    Writer questions = process.outputWriter()) {
                String line = answers.readLine();
                while (line != null && !line.equals("ready")) {
                    line = answers.readLine();
                }
                Thread.sleep(UNTIL_QUIET);
                long frames = frames(questions, answers);
                Duration before = cpu(process);
                Thread.sleep(MEASURED);
                Duration used = cpu(process).minus(before);
                return new Rest(100.0 * used.toNanos() / MEASURED.toNanos(), frames(questions, answers) - frames);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static long frames(Writer questions, BufferedReader answers) throws IOException {
        questions.write("\n");
        questions.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IllegalStateException("the window has ended");
        }
        return Long.parseLong(answer);
    }

    private static Duration cpu(Process process) {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    /**
     * What was seen.
     *
     * @param cpu what it took of one core, in per cent
     * @param frames how often it was laid out anew or painted
     */
    private record Rest(double cpu, long frames) {}
}
