package io.myelin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.ComponentLibrary;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells people to type works as it stands there. */
class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");

    @TempDir
    private Path folder;

    @Test
    void the_component_is_short_compiles_is_found_and_runs() throws Exception {
        List<String> sources = blocks("java");
        assertThat(sources.getFirst().lines().filter(line -> !line.isBlank()))
                .as("lines of a whole component")
                .hasSizeLessThan(20);
        compile(sources);
        Path service = folder.resolve("META-INF/services/" + ComponentLibrary.class.getName());
        Files.createDirectories(service.getParent());
        Files.writeString(service, "com.example.ExampleLibrary\n");
        String file = new GraphText()
                .component("names", "source.values", "{\"values\": [\"Ada\"]}")
                .component("greet", "example.greet", "{\"word\": \"Good morning\"}")
                .component("print", "console.print", "{}")
                .links("names", "greet", "print")
                .write(folder, "greet.graph.json");

        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            assertThat(CommandRun.in(folder).run("components", "example.greet").output())
                    .contains("Makes a greeting of each name.", "The word before the name.", "\"Hello\"");
            assertThat(CommandRun.in(folder).run("run", file).output()).isEqualTo("Good morning, Ada!\n");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void the_graph_file_runs() throws Exception {
        Files.writeString(folder.resolve("shout.graph.json"), blocks("json").getFirst());
        Files.writeString(folder.resolve("letter.txt"), "Lieber Jörg\n");

        CommandRun.Result result = CommandRun.in(folder).run("run", "shout.graph.json", "-p", "input=letter.txt");

        assertThat(result.output()).isEqualTo("LIEBER JÖRG\n");
        assertThat(result.status()).isZero();
    }

    @Test
    void every_file_that_it_links_to_is_there() throws Exception {
        Path root = README.toAbsolutePath().normalize().getParent();
        Stream<String> targets = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)")
                .matcher(Files.readString(README))
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.startsWith("http"));

        assertThat(targets.filter(target -> !Files.exists(root.resolve(target))))
                .isEmpty();
    }

    @Test
    void every_option_of_run_is_named() throws Exception {
        String readme = Files.readString(README);

        assertThat(new RunCommand()
                        .specification().options().stream()
                                .map(option -> option.longestName())
                                .filter(name -> !name.equals("--help") && !readme.contains(name)))
                .containsExactly("--parameter");
    }

    private void compile(List<String> sources) throws IOException {
        Path classes = folder;
        List<Path> files = sources.stream().map(this::save).toList();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            messages,
                            manager,
                            null,
                            List.of("-proc:none", "-d", classes.toString(), "-cp", classPath()),
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("engine") || entry.contains("jspecify"))
                .reduce((first, second) -> first + File.pathSeparator + second)
                .orElseThrow();
    }

    private Path save(String source) {
        Matcher name = Pattern.compile("public final class (\\w+)").matcher(source);
        assertThat(name.find()).isTrue();
        try {
            return Files.writeString(folder.resolve(name.group(1) + ".java"), source);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(README))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }
}
