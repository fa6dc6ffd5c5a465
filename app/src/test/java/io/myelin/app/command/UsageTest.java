package io.myelin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says of itself, and to those who mistype. */
class UsageTest {
    @TempDir
    private Path folder;

    @Test
    void version_is_one_line_with_the_number() {
        CommandRun.Result result = CommandRun.in(folder).run("--version");

        assertThat(result.status()).isZero();
        assertThat(result.output()).matches("myelin \\d+\\.\\d+\\.\\d+\\S* \\(Java 25.*\\)\\R");
        assertThat(result.messages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "replay", "check", "diff", "merge", "components", "edit", "completion"})
    void every_command_explains_itself_with_an_example(String command) {
        CommandRun.Result result = CommandRun.in(folder).run(command, "--help");

        assertThat(result.status()).isZero();
        assertThat(result.output()).startsWith("Usage: myelin " + command).contains("Examples:", "myelin " + command);
        assertThat(result.messages()).isEmpty();
    }

    @Test
    void help_names_every_command() {
        assertThat(CommandRun.in(folder).run("--help").output())
                .contains(
                        "  run ",
                        "  replay ",
                        "  check ",
                        "  diff ",
                        "  merge ",
                        "  components ",
                        "  edit ",
                        "  completion ");
    }

    @Test
    void nothing_asked_shows_how_to_ask_and_is_wrong_usage() {
        CommandRun.Result result = CommandRun.in(folder).run();

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.output()).isEmpty();
        assertThat(result.messages()).contains("Usage: myelin");
    }

    @ParameterizedTest
    @CsvSource({
        "rnu, unknown command 'rnu' (did you mean 'run'?)",
        "chekc, unknown command 'chekc' (did you mean 'check'?)",
        "--versoin, unknown option '--versoin' (did you mean '--version'?)",
        "xyzzy, unknown command 'xyzzy'"
    })
    void a_mistyped_word_is_met_with_the_nearest_one(String typed, String said) {
        CommandRun.Result result = CommandRun.in(folder).run(typed);

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.messages().lines()).first().isEqualTo("myelin: " + said);
    }

    @Test
    void a_mistyped_option_of_a_command_is_met_with_the_nearest_one() {
        CommandRun.Result result = CommandRun.in(folder).run("run", "x.graph.json", "--stat");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.messages())
                .contains("myelin run: unknown option '--stat' (did you mean '--stats'?)")
                .contains("'myelin run --help' explains it.");
    }

    @Test
    void a_missing_file_argument_is_named() {
        CommandRun.Result result = CommandRun.in(folder).run("run");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.messages()).contains("FILE");
    }

    @ParameterizedTest
    @CsvSource({
        "--duration, soon, a duration",
        "--workers, 0, from 1 to 1024",
        "--workers, many, from 1 to 1024",
        "--stall, never, none of resolve"
    })
    void a_value_that_an_option_cannot_take_is_explained(String option, String value, String said) {
        CommandRun.Result result = CommandRun.in(folder).run("run", "x.graph.json", option, value);

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.messages()).contains(option, "\"" + value + "\"", said);
    }

    @Test
    void the_completion_script_knows_commands_and_options() {
        CommandRun.Result result = CommandRun.in(folder).run("completion");

        assertThat(result.status()).isZero();
        assertThat(result.output()).startsWith("#!").contains("_complete_myelin", "--duration", "components");
    }
}
