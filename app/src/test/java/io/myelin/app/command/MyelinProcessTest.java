package io.myelin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own: exit status, signals, pipes, and what it loads. */
@Timeout(90)
class MyelinProcessTest {
    @TempDir
    private Path folder;

    @Test
    void the_exit_status_is_the_processs() throws Exception {
        assertThat(ended(start("run", "none.graph.json"))).isEqualTo(2);
        assertThat(messages()).contains("there is no file");
    }

    @Test
    void a_run_loads_no_class_of_javafx_and_needs_none() throws Exception {
        String file = numbers("{\"to\": 3}");
        Path log = folder.resolve("classes.log");

        Process process = start(withoutEditorJars(), List.of("-Xlog:class+load:file=" + log), "run", file);

        assertThat(ended(process)).as(messages()).isZero();
        assertThat(output()).isEqualTo("1\n2\n3\n");
        List<String> loaded = Files.readAllLines(log);
        assertThat(loaded).anyMatch(line -> line.contains("io.myelin.app.Main "));
        // Logging is not JavaFX, but it is the editor's too, and would make every start slower.
        assertThat(loaded.stream()
                        .filter(line -> line.matches(
                                ".* (javafx|com\\.sun\\.(glass|javafx)|atlantafx|ch\\.qos\\.logback)\\..*")))
                .isEmpty();
    }

    @Test
    void a_picture_is_drawn_without_javafx() throws Exception {
        Path log = folder.resolve("classes.log");

        Process process = start(
                withoutEditorJars(),
                List.of("-Xlog:class+load:file=" + log),
                "render",
                numbers("{\"to\": 3}"),
                "-o",
                "numbers.png");

        assertThat(ended(process)).as(messages()).isZero();
        assertThat(folder.resolve("numbers.png")).isNotEmptyFile();
        assertThat(Files.readAllLines(log).stream()
                        .filter(line -> line.matches(".* (javafx|com\\.sun\\.(glass|javafx))\\..*")))
                .isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ctrl_c_stops_in_order_and_what_was_printed_is_there() throws Exception {
        String file = new GraphText()
                .component("tick", "source.timer", "{\"every\": \"10ms\"}")
                .component("text", "data.map", "{\"expression\": \"$string($)\"}")
                .component("write", "file.write", "{\"path\": \"ticks.txt\", \"append\": true}")
                .component("print", "console.print", "{}")
                .links("tick", "text", "write")
                .links("tick", "print")
                .write(folder, "endless.graph.json");
        Process process = new ProcessBuilder(command(System.getProperty("java.class.path"), List.of(), "run", file))
                .directory(folder.toFile())
                .redirectError(folder.resolve("messages.txt").toFile())
                .start();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(reader.readLine()).isEqualTo("1");
            interrupt(process);
            List<String> rest = reader.lines().toList();

            assertThat(ended(process)).isEqualTo(130);
            assertThat(messages()).contains("stopping in order");
            assertThat(rest).first().isEqualTo("2");
            assertThat(Files.readString(folder.resolve("ticks.txt"))).startsWith("1\n");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_second_ctrl_c_ends_at_once_even_what_does_not_stop() throws Exception {
        // Nobody reads the pipe, so printing blocks for good and an orderly stop cannot come to its end.
        Process process = new ProcessBuilder(command(
                        System.getProperty("java.class.path"), List.of(), "run", numbers("{\"to\": 1000000000000}")))
                .directory(folder.toFile())
                .start();
        try (BufferedReader messages = process.errorReader(StandardCharsets.UTF_8)) {
            process.getInputStream().read();
            interrupt(process);
            assertThat(messages.readLine()).contains("stopping in order");
            interrupt(process);

            assertThat(process.waitFor(4, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(130);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_pipe_that_is_closed_ends_the_run_quietly() throws Exception {
        Process process = new ProcessBuilder(command(
                        System.getProperty("java.class.path"), List.of(), "run", numbers("{\"to\": 1000000000000}")))
                .directory(folder.toFile())
                .redirectError(folder.resolve("messages.txt").toFile())
                .start();
        try (BufferedReader head = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(head.readLine()).isEqualTo("1");
        }

        assertThat(ended(process)).isZero();
        assertThat(messages()).isEmpty();
    }

    private String numbers(String settings) throws IOException {
        return new GraphText()
                .component("numbers", "source.sequence", settings)
                .component("print", "console.print", "{}")
                .links("numbers", "print")
                .write(folder, "numbers.graph.json");
    }

    private Process start(String... arguments) throws IOException {
        return start(System.getProperty("java.class.path"), List.of(), arguments);
    }

    private Process start(String classPath, List<String> options, String... arguments) throws IOException {
        return new ProcessBuilder(command(classPath, options, arguments))
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("output.txt").toFile())
                .redirectError(folder.resolve("messages.txt").toFile())
                .start();
    }

    private static List<String> command(String classPath, List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, "io.myelin.app.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String withoutEditorJars() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        !entry.matches(".*(javafx|jfx-incubator|ikonli|atlantafx|commonmark|elk|xtext|guava).*\\.jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int ended(Process process) throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output.txt"));
    }

    private String messages() throws IOException {
        return Files.readString(folder.resolve("messages.txt"));
    }

    private static void interrupt(Process process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
