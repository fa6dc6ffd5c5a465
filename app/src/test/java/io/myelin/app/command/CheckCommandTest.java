package io.myelin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code myelin check}. */
class CheckCommandTest {
    @TempDir
    private Path folder;

    @Test
    void a_graph_without_problems_is_ok() throws Exception {
        CommandRun.Result result = CommandRun.in(folder).run("check", good("good.graph.json"));

        assertThat(result.status()).isZero();
        assertThat(result.output()).isEqualTo("good.graph.json: ok\n");
        assertThat(result.messages()).isEmpty();
    }

    @Test
    void every_file_is_checked_whatever_is_wrong_with_the_others() throws Exception {
        String bad = new GraphText()
                .component("print", "console.print", "{\"formt\": \"json\"}")
                .write(folder, "bad.graph.json");

        CommandRun.Result result = CommandRun.in(folder).run("check", "none.graph.json", bad, good("good.graph.json"));

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.output())
                .containsPattern("bad\\.graph\\.json:\\d+:\\d+: error: .* \\(did you mean 'format'\\?\\) \\[/.*\\]")
                .endsWith("good.graph.json: ok\n");
        assertThat(result.messages()).contains("none.graph.json").doesNotContain("Exception");
    }

    @Test
    void what_does_not_read_does_not_hide_what_does_not_fit() throws Exception {
        Files.writeString(folder.resolve("both.graph.json"), """
                {"format": "myelin-graph/1",
                 "components": {"seq": {"type": "source.sequense", "settings": {"to": 3}},
                                "print": {"type": "console.print", "execution": "fiber"}},
                 "links": [{"from": "seq.outbox", "to": "prnt.inbox"}]}
                """);

        CommandRun.Result result = CommandRun.in(folder).run("check", "both.graph.json");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.output())
                .containsSubsequence(
                        "source.sequense", "'source.sequence'", "\"fiber\"", "prnt.inbox", "'print.inbox'");
    }

    @Test
    void a_warning_is_said_and_does_not_fail() throws Exception {
        String lonely =
                new GraphText().component("print", "console.print", "{}").write(folder, "lonely.graph.json");

        CommandRun.Result result = CommandRun.in(folder).run("check", lonely);

        assertThat(result.status()).isZero();
        assertThat(result.output()).contains("lonely.graph.json:", ": warning: ", "inbox");
    }

    @Test
    void parameters_and_secrets_need_no_value_to_be_checked() throws Exception {
        String file = new GraphText()
                .parameter("text", "{\"type\": \"text\"}")
                .component("values", "source.values", "{\"values\": [\"${text}\", \"${secret:TOKEN}\"]}")
                .component("print", "console.print", "{}")
                .links("values", "print")
                .write(folder, "open.graph.json");

        CommandRun.Result result = CommandRun.in(folder).run("check", file);

        assertThat(result.output()).isEqualTo("open.graph.json: ok\n");
    }

    private String good(String name) throws Exception {
        return new GraphText()
                .component("numbers", "source.sequence", "{\"to\": 3}")
                .component("print", "console.print", "{}")
                .links("numbers", "print")
                .write(folder, name);
    }
}
