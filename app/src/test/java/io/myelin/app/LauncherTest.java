package io.myelin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script bin/myelin, with a Java that only tells how it was called. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@DisplayName("bin/myelin")
class LauncherTest {
    private static final String HEADLESS = "io.myelin.app.Main";
    private static final String EDITOR = "io.myelin.app/io.myelin.app.Main";

    @TempDir
    private Path folder;

    private Path home;
    private Path script;

    @BeforeEach
    void install() throws IOException {
        home = Files.createDirectories(folder.resolve("my programs/myelin"));
        script = home.resolve("bin/myelin");
        Files.createDirectories(script.getParent());
        Files.copy(Path.of("src/dist/bin/myelin"), script);
        assertThat(script.toFile().setExecutable(true)).isTrue();
        Files.createDirectories(home.resolve("lib/editor"));
        Files.createFile(home.resolve("lib/editor/e.jar"));
        Files.createFile(home.resolve("lib/b.jar"));
        Files.createFile(home.resolve("lib/a.jar"));
    }

    @Test
    @DisplayName("hands its arguments on exactly")
    void handsArgumentsOn() throws Exception {
        Run run = run(script, Map.of("JAVA_HOME", java("25.0.1", 0)), "run", "a b", "", "*", "$HOME", "'\"\\", "-p");

        assertThat(run.after(HEADLESS)).containsExactly("run", "a b", "", "*", "$HOME", "'\"\\", "-p");
    }

    @Test
    @DisplayName("ends with Java's exit status")
    void endsWithStatus() throws Exception {
        assertThat(run(script, Map.of("JAVA_HOME", java("26-ea", 130)), "run").status())
                .isEqualTo(130);
    }

    @Test
    @DisplayName("finds its folder through symbolic links, from anywhere")
    void followsLinks() throws Exception {
        Path direct = Files.createSymbolicLink(folder.resolve("direct"), script);
        Path relative = Files.createSymbolicLink(folder.resolve("relative"), Path.of("direct"));

        Run run = run(relative, Map.of("JAVA_HOME", java("25", 0)), "--version");

        assertThat(direct).isSymbolicLink();
        Path lib = home.toRealPath().resolve("lib");
        assertThat(run.lines()).containsSequence("-cp", lib.resolve("a.jar") + ":" + lib.resolve("b.jar"), HEADLESS);
    }

    @Test
    @DisplayName("gives only the editor its modules")
    void onlyTheEditorGetsItsModules() throws Exception {
        Map<String, String> environment = Map.of("JAVA_HOME", java("25", 0));

        assertThat(run(script, environment, "run", "edit").lines()).noneMatch(line -> line.contains("lib/editor"));
        Run edit = run(script, environment, "edit", "a.graph.json");
        assertThat(edit.lines()).anyMatch(line -> line.endsWith("lib/editor"));
        assertThat(edit.after(EDITOR)).containsExactly("edit", "a.graph.json");
    }

    @Test
    @DisplayName("takes the options in MYELIN_OPTS before its own")
    void takesOptions() throws Exception {
        Run run = run(script, Map.of("JAVA_HOME", java("25", 0), "MYELIN_OPTS", "-Xmx2g -ea"), "run");

        assertThat(run.lines()).containsSequence("-Xmx2g", "-ea");
    }

    @Test
    @DisplayName("takes the parallel collector where no window has to go on and nobody names another")
    void takesTheParallelCollector() throws Exception {
        String java = java("25", 0);

        assertThat(run(script, Map.of("JAVA_HOME", java), "run").lines()).contains("-XX:+UseParallelGC");
        assertThat(run(script, Map.of("JAVA_HOME", java), "edit").lines()).doesNotContain("-XX:+UseParallelGC");
        for (String variable : List.of("MYELIN_OPTS", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS")) {
            assertThat(run(script, Map.of("JAVA_HOME", java, variable, "-ea -XX:+UseZGC"), "run")
                            .lines())
                    .doesNotContain("-XX:+UseParallelGC");
        }
    }

    @Test
    @DisplayName("takes compact object headers unless somebody says otherwise")
    void takesCompactHeaders() throws Exception {
        String java = java("25", 0);
        String compact = "-XX:+UseCompactObjectHeaders";

        assertThat(run(script, Map.of("JAVA_HOME", java), "run").lines()).contains(compact);
        assertThat(run(script, Map.of("JAVA_HOME", java), "edit").lines()).contains(compact);
        for (String variable : List.of("MYELIN_OPTS", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS")) {
            assertThat(run(script, Map.of("JAVA_HOME", java, variable, "-ea -XX:-UseCompactObjectHeaders"), "run")
                            .lines())
                    .doesNotContain(compact);
        }
    }

    @Test
    @DisplayName("keeps what the editor's first run recorded as an archive for the next ones, under the same options")
    void keepsAnArchiveForTheEditor() throws Exception {
        Map<String, String> environment = keeping(java("25", 0));

        List<String> first = run(script, environment, "edit", "a.graph.json").lines();
        assertThat(first).contains("-XX:AOTMode=record").noneMatch(line -> line.startsWith("-XX:AOTCache"));
        Path archive = archive();
        List<String> made = Files.readAllLines(archive);
        assertThat(made).contains("-XX:AOTMode=create");
        assertThat(made.stream().filter(LauncherTest::isProgram))
                .containsExactlyElementsOf(
                        first.stream().filter(LauncherTest::isProgram).toList());

        assertThat(run(script, environment, "edit", "b.graph.json").lines())
                .contains("-XX:AOTCache=" + archive)
                .doesNotContain("-XX:AOTMode=record");
    }

    @Test
    @DisplayName("makes the editor's archive anew when a jar or Java is another")
    void renewsTheArchiveOfTheEditor() throws Exception {
        String java = java("25", 0);
        Map<String, String> environment = keeping(java);
        run(script, environment, "edit");
        Path archive = archive();

        Files.writeString(home.resolve("lib/editor/c.jar"), "another");
        assertThat(run(script, environment, "edit").lines()).contains("-XX:AOTMode=record");
        await(() -> Files.readString(fit(archive)).contains("c.jar"));
        assertThat(run(script, environment, "edit").lines()).contains("-XX:AOTCache=" + archive);

        Files.writeString(Path.of(java, "release"), "JAVA_VERSION=\"25.0.2\"\n");
        assertThat(run(script, environment, "edit").lines()).contains("-XX:AOTMode=record");
        await(() -> Files.readString(fit(archive)).contains("25.0.2"));
    }

    @Test
    @DisplayName("keeps no archive for an editor whose options ask for an agent, modules or an archive of their own")
    void leavesOptionsOfTheirOwn() throws Exception {
        String java = java("25", 0);
        for (String options : List.of("-javaagent:a.jar", "-agentlib:jdwp", "-Xshare:off", "--add-modules=java.sql")) {
            Map<String, String> environment = new HashMap<>(keeping(java));
            environment.put("MYELIN_OPTS", options);
            assertThat(run(script, environment, "edit").lines()).noneMatch(line -> line.startsWith("-XX:AOT"));
        }
    }

    private Map<String, String> keeping(String java) {
        return Map.of(
                "JAVA_HOME", java, "XDG_CACHE_HOME", folder.resolve("cache").toString());
    }

    /** Waits for the one archive, which is made after the editor's end. */
    private Path archive() throws Exception {
        Path cache = folder.resolve("cache/myelin");
        await(() -> archives(cache).size() == 1);
        return archives(cache).getFirst();
    }

    private static List<Path> archives(Path cache) throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.filter(file -> file.toString().endsWith(".aot")).toList();
        }
    }

    private static Path fit(Path archive) {
        return archive.resolveSibling(archive.getFileName() + ".fit");
    }

    /** What an archive must be made with as it is used with. */
    private static boolean isProgram(String argument) {
        return argument.contains("/lib") || argument.startsWith("-XX:+UseCompact") || argument.contains("module");
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("waited for an archive").isLessThan(end);
            Thread.sleep(20);
        }
    }

    @Test
    @DisplayName("says in one line that the Java it was told to take is too old")
    void refusesAnOldJava() throws Exception {
        String old = java("17.0.9", 0);

        Run run = run(script, Map.of("MYELIN_JAVA", old), "run");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.lines()).containsExactly("myelin: needs Java 25 or later, and MYELIN_JAVA names none: " + old);
    }

    @Test
    @DisplayName("passes over a JAVA_HOME that is too old and takes the java on the path")
    void passesOverAnOldJava() throws Exception {
        String path = java("25.0.1", 0) + "/bin:/usr/bin:/bin";

        Run run = run(script, Map.of("JAVA_HOME", java("1.8.0_202", 0), "PATH", path), "run");

        assertThat(run.lines()).first().isEqualTo("java 25.0.1");
    }

    /** A folder like a Java's, whose java prints its version, then each argument on a line, which it makes an archive of. */
    private String java(String version, int status) throws IOException {
        Path java = folder.resolve("java " + version);
        Path command = java.resolve("bin/java");
        Files.createDirectories(command.getParent());
        Files.writeString(java.resolve("release"), "IMPLEMENTOR=\"Some One\"\nJAVA_VERSION=\"" + version + "\"\n");
        Files.writeString(command, """
                #!/bin/sh
                echo "java %s"
                for argument; do
                  printf '%%s\\n' "$argument"
                  case $argument in
                    -XX:AOTCache=*.new) printf '%%s\\n' "$@" > "${argument#*=}" ;;
                  esac
                done
                exit %d
                """.formatted(version, status));
        assertThat(command.toFile().setExecutable(true)).isTrue();
        return java.toString();
    }

    private Run run(Path program, Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("HOME", folder.toString());
        // No place for archives: they are made when the test may be over.
        builder.environment().put("XDG_CACHE_HOME", "/dev/null");
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), lines);
    }

    private record Run(int status, List<String> lines) {
        List<String> after(String line) {
            return lines.subList(lines.indexOf(line) + 1, lines.size());
        }
    }
}
