package io.myelin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
    private static final String RECORD = "-XX:AOTMode=record";
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
        assertThat(first).contains(RECORD).noneMatch(line -> line.startsWith("-XX:AOTCache"));
        Path archive = archive();
        List<String> made = Files.readAllLines(archive);
        assertThat(made).contains("-XX:AOTMode=create");
        assertThat(made.stream().filter(LauncherTest::isProgram))
                .containsExactlyElementsOf(
                        first.stream().filter(LauncherTest::isProgram).toList());
        assertThat(cached()).containsExactlyInAnyOrder(archive, fit(archive));

        assertThat(run(script, environment, "edit", "b.graph.json").lines())
                .contains(taking(archive))
                .doesNotContain(RECORD);
    }

    @Test
    @DisplayName("makes the editor's archive anew when a jar or Java is another")
    void renewsTheArchiveOfTheEditor() throws Exception {
        String java = java("25", 0);
        Map<String, String> environment = keeping(java);
        run(script, environment, "edit");

        Files.writeString(home.resolve("lib/editor/c.jar"), "another");
        assertThat(run(script, environment, "edit").lines()).contains(RECORD);
        assertThat(run(script, environment, "edit").lines()).contains(taking(archive()));

        Files.writeString(Path.of(java, "release"), "JAVA_VERSION=\"25.0.2\"\n");
        assertThat(run(script, environment, "edit").lines()).contains(RECORD);
        assertThat(run(script, environment, "edit").lines()).contains(taking(archive()));
    }

    @Test
    @DisplayName("tells jars of last year apart by the time of day, whatever the time zone")
    void tellsTimesOfDayApart() throws Exception {
        Path jar = home.resolve("lib/editor/e.jar");
        Instant built = Instant.now().minus(400, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS);
        Files.setLastModifiedTime(jar, FileTime.from(built.plus(12, ChronoUnit.HOURS)));
        Map<String, String> environment = new HashMap<>(keeping(java("25", 0)));
        run(script, environment, "edit");

        environment.put("TZ", "FAR-9");
        assertThat(run(script, environment, "edit").lines()).contains(taking(archive()));

        Files.setLastModifiedTime(jar, FileTime.from(built.plus(13, ChronoUnit.HOURS)));
        assertThat(run(script, environment, "edit").lines()).contains(RECORD);
    }

    @Test
    @DisplayName("keeps an archive for each choice of Java options, properties aside")
    void keepsAnArchiveForEachChoiceOfOptions() throws Exception {
        Map<String, String> plain = keeping(java("25", 0));
        run(script, plain, "edit");
        Path archive = archive();

        for (String variable : List.of("MYELIN_OPTS", "JDK_JAVA_OPTIONS")) {
            Map<String, String> collector = with(plain, variable, "-ea -XX:+UseZGC");
            run(script, collector, "edit");
            assertThat(run(script, collector, "edit").lines())
                    .anyMatch(line -> line.startsWith("-XX:AOTCache="))
                    .doesNotContain(taking(archive));
        }
        assertThat(run(script, plain, "edit").lines()).contains(taking(archive));
        assertThat(run(script, with(plain, "MYELIN_OPTS", "-Dport=8080"), "edit")
                        .lines())
                .contains(taking(archive));
    }

    @Test
    @DisplayName("starts nothing after an editor on a Java that records nothing")
    void makesNothingOfNoRecording() throws Exception {
        String java = java("25", 0, "records nothing");

        assertThat(run(script, keeping(java), "edit").lines()).contains(RECORD);

        assertThat(Path.of(java, "created")).doesNotExist();
        assertThat(cached()).isEmpty();
    }

    @Test
    @DisplayName("makes the editor's archive though nobody asks how the editor ended")
    void makesTheArchiveOfAnEditorNobodyWaitsFor() throws Exception {
        Path careless = program(folder.resolve("careless"), "\"$1\" edit &\nexec sleep 60\n");
        ProcessBuilder builder = new ProcessBuilder(careless.toString(), script.toString());
        builder.environment().putAll(keeping(java("25", 0)));
        Process parent = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            await(() -> cached().stream().anyMatch(file -> file.toString().endsWith(".fit")));
            assertThat(parent.isAlive()).isTrue();
        } finally {
            parent.destroy();
        }
    }

    @Test
    @DisplayName("takes no archive that could not be put in its place")
    void takesNoArchiveFromBefore() throws Exception {
        Map<String, String> environment = keeping(java("25", 0));
        run(script, environment, "edit");
        Files.writeString(home.resolve("lib/editor/c.jar"), "another");
        program(folder.resolve("broken/mv"), "exit 1\n");
        assertThat(run(script, with(environment, "PATH", folder.resolve("broken") + ":/usr/bin:/bin"), "edit")
                        .lines())
                .contains(RECORD);

        assertThat(run(script, environment, "edit").lines()).contains(RECORD);
    }

    @Test
    @DisplayName("removes what was left half made for a day and archives not used for 90 days")
    void clearsItsCache() throws Exception {
        Map<String, String> environment = keeping(java("25", 0));
        List<Path> gone = List.of(
                aged("editor-1.aot.77", 2),
                aged("editor-1.aot.77.new", 2),
                aged("editor-2.aot", 100),
                aged("editor-2.aot.fit", 100),
                aged("headless-2.jsa", 100));
        List<Path> kept = List.of(
                aged("editor-3.aot.78", 0),
                aged("editor-4.aot", 80),
                aged("editor-4.aot.fit", 80),
                aged("headless-4.jsa", 80),
                aged("notes.txt", 1000));

        run(script, environment, "edit");

        assertThat(cached()).doesNotContainAnyElementsOf(gone).containsAll(kept);
        aged("editor-2.aot", 100);
        run(script, environment, "run");
        assertThat(cached()).doesNotContainAnyElementsOf(gone).containsAll(kept);
    }

    @Test
    @DisplayName("keeps archives that are in use, however long ago they were made")
    void keepsArchivesInUse() throws Exception {
        Map<String, String> environment = keeping(java("25", 0));
        run(script, environment, "edit");
        Path archive = archive();
        Path shared = Path.of(run(script, environment, "run").lines().stream()
                .filter(line -> line.startsWith("-XX:SharedArchiveFile="))
                .findFirst()
                .orElseThrow()
                .split("=", 2)[1]);
        List<Path> used = List.of(archive, fit(archive), shared);
        Files.createFile(shared);
        for (Path file : used) {
            Files.setLastModifiedTime(file, FileTime.from(daysAgo(100)));
        }

        run(script, environment, "edit");
        run(script, environment, "run");

        for (Path file : used) {
            assertThat(Files.getLastModifiedTime(file).toInstant()).isAfter(daysAgo(1));
        }
    }

    @Test
    @DisplayName("starts the editor without an archive where none can be kept")
    void startsWithoutACache() throws Exception {
        String java = java("25", 3);
        program(folder.resolve("broken/mkfifo"), "exit 1\n");
        Files.createDirectories(folder.resolve("taken"));
        Files.writeString(folder.resolve("taken/myelin"), "a file");
        for (Map<String, String> environment : List.of(
                Map.of("JAVA_HOME", java, "XDG_CACHE_HOME", "/dev/null"),
                Map.of(
                        "JAVA_HOME",
                        java,
                        "XDG_CACHE_HOME",
                        folder.resolve("taken").toString()),
                with(keeping(java), "PATH", folder.resolve("broken") + ":/usr/bin:/bin"))) {
            Run run = run(script, environment, "edit", "a.graph.json");

            assertThat(run.status()).isEqualTo(3);
            assertThat(run.lines()).first().isEqualTo("java 25");
            assertThat(run.lines()).noneMatch(line -> line.startsWith("-XX:AOT"));
            assertThat(run.after(EDITOR)).containsExactly("edit", "a.graph.json");
        }
    }

    @Test
    @DisplayName("shows why Java does not start, on the first run as well, and not where a graph's output goes")
    void showsWhyJavaDoesNotStart() throws Exception {
        Map<String, String> environment =
                with(keeping(System.getProperty("java.home")), "MYELIN_OPTS", "-Xms64m -Xmx32m");

        for (String command : List.of("edit", "run")) {
            Path output = folder.resolve("output");
            Path silenced = program(folder.resolve("silenced"), "exec \"$@\" > '" + output + "'\n");
            Run run = run(silenced, environment, script.toString(), command);

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.lines()).anyMatch(line -> line.contains("maximum heap"));
            assertThat(output).isEmptyFile();
        }
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

    private static Map<String, String> with(Map<String, String> environment, String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return more;
    }

    /** The one archive of the editor. */
    private Path archive() throws IOException {
        List<Path> archives = cached().stream()
                .filter(file -> file.toString().endsWith(".aot"))
                .toList();
        assertThat(archives).hasSize(1);
        return archives.getFirst();
    }

    private List<Path> cached() throws IOException {
        Path cache = folder.resolve("cache/myelin");
        if (!Files.exists(cache)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(cache)) {
            return files.toList();
        }
    }

    private Path aged(String name, int days) throws IOException {
        Path file = folder.resolve("cache/myelin").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        return Files.setLastModifiedTime(file, FileTime.from(daysAgo(days)));
    }

    private static Instant daysAgo(int days) {
        return Instant.now().minus(days, ChronoUnit.DAYS);
    }

    private static String taking(Path archive) {
        return "-XX:AOTCache=" + archive;
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

    private String java(String version, int status) throws IOException {
        return java(version, status, "records");
    }

    /**
     * A folder like a Java's, whose java prints its version, then each argument on a line, and goes on until its input
     * ends. It makes a recording, if it records, and an archive of its arguments, of which the file "created" tells.
     */
    private String java(String version, int status, String records) throws IOException {
        Path java = folder.resolve("java " + version);
        Files.createDirectories(java);
        Files.writeString(java.resolve("release"), "IMPLEMENTOR=\"Some One\"\nJAVA_VERSION=\"" + version + "\"\n");
        program(java.resolve("bin/java"), """
                echo "java %s"
                for argument; do
                  printf '%%s\\n' "$argument"
                  case $argument in
                    -XX:AOTMode=create) : > "${0%%/*}/../created" ;;
                    -XX:AOTCache=*.new) printf '%%s\\n' "$@" > "${argument#*=}" ;;
                    -XX:AOTConfiguration=*) [ "%s" != records ] || echo recorded > "${argument#*=}" ;;
                  esac
                done
                cat > /dev/null
                exit %d
                """.formatted(version, records, status));
        return java.toString();
    }

    private static Path program(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    /** Runs a program until it and whatever it has left behind have ended. */
    private Run run(Path program, Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("XDG_CACHE_HOME", "/dev/null");
        builder.environment().putAll(environment);
        Process process = builder.start();
        List<String> lines = new ArrayList<>();
        List<ProcessHandle> started;
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            String first = output.readLine();
            // Java runs now, so whatever is started beside it has been.
            started = process.descendants().toList();
            process.getOutputStream().close();
            for (String line = first; line != null; line = output.readLine()) {
                lines.add(line);
            }
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        for (ProcessHandle handle : started) {
            handle.onExit().get(20, TimeUnit.SECONDS);
        }
        return new Run(process.exitValue(), lines);
    }

    private record Run(int status, List<String> lines) {
        List<String> after(String line) {
            return lines.subList(lines.indexOf(line) + 1, lines.size());
        }
    }
}
