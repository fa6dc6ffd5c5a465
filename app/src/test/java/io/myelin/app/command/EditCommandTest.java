package io.myelin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code myelin edit}: the way to the window, and what is said where there can be none. */
class EditCommandTest {
    @TempDir
    private Path folder;

    @Test
    void the_editor_gets_the_files_from_the_working_folder() {
        CommandRun command = CommandRun.in(folder);

        assertThat(command.run("edit", "a.graph.json").status()).isZero();
        assertThat(command.edited()).containsExactly(folder.toAbsolutePath().resolve("a.graph.json"));
    }

    @Test
    void the_editor_gets_secrets_as_a_run_does() throws Exception {
        Files.writeString(folder.resolve("mine.properties"), "TOKEN=abc\n");
        CommandRun command = CommandRun.in(folder).withEnvironment("MYELIN_SECRET_OTHER", "def");

        assertThat(command.run("edit", "--secrets", "mine.properties").status()).isZero();
        assertThat(command.editorSecrets().find("TOKEN")).contains("abc");
        assertThat(command.editorSecrets().find("OTHER")).contains("def");
        assertThat(command.editorSecrets().find("NONE")).isEmpty();
    }

    @Test
    void a_file_of_secrets_that_is_not_there_is_said_before_the_window_opens() {
        CommandRun command = CommandRun.in(folder);

        CommandRun.Result result = command.run("edit", "--secrets", "none.properties", "a.graph.json");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.messages()).contains("none.properties", "there is no such file");
        assertThat(command.edited()).isEmpty();
    }

    @Test
    void without_a_display_the_way_to_run_the_graph_is_shown() {
        CommandRun.Result result = CommandRun.in(folder).withoutDisplay().run("edit", "a.graph.json");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.messages()).contains("no display", "myelin run a.graph.json");
    }

    @Test
    void where_the_editor_is_not_installed_the_way_to_run_the_graph_is_shown() {
        CommandRun.Result result = CommandRun.in(folder)
                .withEditor((_, _) -> {
                    throw new NoClassDefFoundError("javafx/application/Application");
                })
                .run("edit", "a.graph.json");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.messages()).contains("the editor is not installed here", "myelin run a.graph.json");
    }
}
