package io.myelin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code myelin diff}. */
class DiffCommandTest {
    @TempDir
    private Path folder;

    @Test
    void two_graphs_that_do_the_same_are_the_same_wherever_they_are_drawn() throws Exception {
        String text = Files.readString(Path.of("..", "samples", "word-count.graph.json"));
        Files.writeString(folder.resolve("a.graph.json"), text);
        Files.writeString(
                folder.resolve("b.graph.json"),
                text.replaceAll("\"x\": \\d+", "\"x\": 7").replace("  ", " "));

        CommandRun.Result result = CommandRun.in(folder).run("diff", "a.graph.json", "b.graph.json");

        assertThat(result.status()).isZero();
        assertThat(result.output()).isEmpty();
        assertThat(result.messages()).isEmpty();
    }

    @Test
    void each_difference_is_a_line_and_a_renamed_component_is_one() throws Exception {
        CommandRun.Result result = CommandRun.in(folder).run("diff", before(), after());

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.outputLines())
                .containsExactly(
                        "~ parameter p: default: \"x\" -> \"y\"",
                        "> component split is now words",
                        "~ component words: settings/pattern: \" \" -> \"\\\\W+\"",
                        "+ component sort (list.sort)",
                        "- link words.outbox -> print.inbox",
                        "+ link words.outbox -> sort.inbox",
                        "+ link sort.outbox -> print.inbox");
        assertThat(result.messages()).isEmpty();
    }

    @Test
    void programs_get_the_differences_as_json() throws Exception {
        CommandRun.Result result = CommandRun.in(folder).run("diff", "--json", before(), after());

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output().replaceAll("\\s+", ""))
                .startsWith("{\"same\":false,\"differences\":[")
                .contains(
                        "{\"kind\":\"component-renamed\",\"before\":\"split\",\"after\":\"words\"}",
                        "{\"kind\":\"value-changed\",\"pointer\":\"/components/words/settings/pattern\",\"before\":\"\","
                                + "\"after\":\"\\\\W+\"}",
                        "{\"kind\":\"link-added\",\"from\":\"sort.outbox\",\"to\":\"print.inbox\"}");
        assertThat(CommandRun.in(folder)
                        .run("diff", before(), before(), "--json")
                        .output()
                        .replaceAll("\\s+", ""))
                .isEqualTo("{\"same\":true,\"differences\":[]}");
    }

    @Test
    void a_graph_that_cannot_be_read_is_neither_the_same_nor_another() throws Exception {
        Files.writeString(folder.resolve("broken.graph.json"), "{\"format\": \"myelin-graph/1\", \"components\": 5}");

        CommandRun.Result broken = CommandRun.in(folder).run("diff", before(), "broken.graph.json");
        CommandRun.Result missing = CommandRun.in(folder).run("diff", "none.graph.json", before());

        assertThat(broken.status()).isEqualTo(2);
        assertThat(broken.output()).isEmpty();
        assertThat(broken.messages()).contains("broken.graph.json:1:", "[/components]");
        assertThat(missing.status()).isEqualTo(2);
        assertThat(missing.messages()).contains("there is no file").doesNotContain("Exception");
    }

    @Test
    void two_files_are_asked_for() {
        CommandRun.Result result = CommandRun.in(folder).run("diff", "a.graph.json");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.messages()).contains("'B'");
    }

    private String before() throws IOException {
        return new GraphText()
                .parameter("p", "{\"type\": \"text\", \"default\": \"x\"}")
                .component("read", "file.lines", "{\"path\": \"a.txt\"}")
                .component("split", "text.split", "{\"pattern\": \" \", \"keepEmpty\": true}")
                .component("print", "console.print", "{}")
                .links("read", "split", "print")
                .write(folder, "before.graph.json");
    }

    private String after() throws IOException {
        return new GraphText()
                .parameter("p", "{\"type\": \"text\", \"default\": \"y\"}")
                .component("read", "file.lines", "{\"path\": \"a.txt\"}")
                .component("words", "text.split", "{\"pattern\": \"\\\\W+\", \"keepEmpty\": true}")
                .component("sort", "list.sort", "{}")
                .component("print", "console.print", "{}")
                .links("read", "words", "sort", "print")
                .write(folder, "after.graph.json");
    }
}
