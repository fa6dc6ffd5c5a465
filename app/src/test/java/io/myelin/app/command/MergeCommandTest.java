package io.myelin.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code myelin merge}, by itself and as git's merge driver. */
class MergeCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void three_versions() throws IOException {
        write("base.graph.json", "split", " ", "text");
        write("ours.graph.json", "words", " ", "text");
        write("theirs.graph.json", "split", ";", "text");
        write("odds.graph.json", "split", "-", "json");
    }

    @Test
    void what_each_changed_is_in_the_merged_graph() throws Exception {
        CommandRun.Result result = CommandRun.in(folder)
                .run("merge", "base.graph.json", "ours.graph.json", "theirs.graph.json", "-o", "out.graph.json");

        assertThat(result.status()).isZero();
        assertThat(result.output()).isEmpty();
        assertThat(result.messages()).isEmpty();
        assertThat(CommandRun.in(folder)
                        .run("diff", "ours.graph.json", "out.graph.json")
                        .outputLines())
                .containsExactly("~ component words: settings/pattern: \" \" -> \";\"");
    }

    @Test
    void without_a_file_to_write_it_is_printed() throws Exception {
        CommandRun.Result result =
                CommandRun.in(folder).run("merge", "base.graph.json", "base.graph.json", "odds.graph.json");

        assertThat(result.status()).isZero();
        Files.writeString(folder.resolve("printed.graph.json"), result.output());
        assertThat(CommandRun.in(folder)
                        .run("diff", "printed.graph.json", "odds.graph.json")
                        .status())
                .isZero();
    }

    @Test
    void each_conflict_is_named_and_ours_stands() throws Exception {
        CommandRun.Result result = CommandRun.in(folder)
                .run("merge", "base.graph.json", "theirs.graph.json", "odds.graph.json", "-o", "theirs.graph.json");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.messages().lines())
                .containsExactly("theirs.graph.json: conflict: ours says \";\", theirs says \"-\""
                        + " [/components/split/settings/pattern]");
        assertThat(Files.readString(folder.resolve("theirs.graph.json")))
                .contains("\"pattern\": \";\"", "\"format\": \"json\"");
    }

    @Test
    void a_file_that_both_added_merges_from_nothing() throws Exception {
        Files.createFile(folder.resolve("empty"));

        CommandRun.Result same = CommandRun.in(folder).run("merge", "empty", "ours.graph.json", "ours.graph.json");
        CommandRun.Result odds = CommandRun.in(folder).run("merge", "empty", "theirs.graph.json", "odds.graph.json");

        assertThat(same.status()).isZero();
        assertThat(odds.status()).isEqualTo(1);
        assertThat(odds.messages()).contains("[/components/split]");
    }

    @Test
    void a_file_that_cannot_be_read_leaves_everything_as_it_was() throws Exception {
        Files.writeString(folder.resolve("broken.graph.json"), "<<<<<<< HEAD\n");
        String before = Files.readString(folder.resolve("ours.graph.json"));

        CommandRun.Result result = CommandRun.in(folder)
                .run("merge", "base.graph.json", "ours.graph.json", "broken.graph.json", "-o", "ours.graph.json");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.messages()).contains("broken.graph.json:1:1: error:");
        assertThat(folder.resolve("ours.graph.json")).hasContent(before);
    }

    @Test
    void git_merges_graphs_with_it() throws Exception {
        assumeThat(isGitThere()).as("git is installed").isTrue();
        git("init", "-q");
        git("config", "merge.myelin.driver", driver());
        Files.writeString(folder.resolve(".gitattributes"), "*.graph.json merge=myelin\n");
        commit("base.graph.json", "a graph");
        git("checkout", "-q", "-b", "theirs");
        commit("theirs.graph.json", "another pattern");
        git("checkout", "-q", "-b", "odds", "HEAD~1");
        commit("odds.graph.json", "at odds with that");
        git("checkout", "-q", "-b", "ours", "HEAD~1");
        commit("ours.graph.json", "another id");

        assertThat(git("merge", "-q", "--no-edit", "theirs").status()).isZero();
        assertThat(CommandRun.in(folder)
                        .run("diff", "ours.graph.json", "it.graph.json")
                        .outputLines())
                .containsExactly("~ component words: settings/pattern: \" \" -> \";\"");

        Ended odds = git("merge", "--no-edit", "odds");
        assertThat(odds.status()).isEqualTo(1);
        assertThat(odds.said())
                .contains("it.graph.json: conflict: ours says \";\", theirs says \"-\""
                        + " [/components/words/settings/pattern]")
                .contains("CONFLICT");
        assertThat(git("ls-files", "--unmerged").said()).contains("it.graph.json");
        assertThat(Files.readString(folder.resolve("it.graph.json")))
                .contains("\"pattern\": \";\"", "\"format\": \"json\"")
                .doesNotContain("<<<<");
    }

    private void commit(String version, String message) throws Exception {
        Files.copy(
                folder.resolve(version),
                folder.resolve("it.graph.json"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        git("add", "it.graph.json", ".gitattributes");
        assertThat(git("commit", "-q", "-m", message).status()).isZero();
    }

    private static String driver() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return "'" + java + "' -cp '" + System.getProperty("java.class.path")
                + "' io.myelin.app.Main merge %O %A %B -o %A --path %P";
    }

    private record Ended(int status, String said) {}

    private static boolean isGitThere() throws InterruptedException {
        try {
            return new ProcessBuilder("git", "--version").start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    /** Runs git with none of the settings of whoever runs the test. */
    private Ended git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile(folder, "git", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment()
                .putAll(Map.of(
                        "HOME", folder.toString(),
                        "GIT_CONFIG_NOSYSTEM", "1",
                        "GIT_AUTHOR_NAME", "A",
                        "GIT_AUTHOR_EMAIL", "a@example.com",
                        "GIT_COMMITTER_NAME", "A",
                        "GIT_COMMITTER_EMAIL", "a@example.com"));
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(said));
    }

    private void write(String name, String id, String pattern, String format) throws IOException {
        new GraphText()
                .component("read", "file.lines", "{\"path\": \"a.txt\"}")
                .component(id, "text.split", "{\"pattern\": \"" + pattern + "\"}")
                .component("print", "console.print", "{\"format\": \"" + format + "\"}")
                .links("read", id, "print")
                .write(folder, name);
    }
}
