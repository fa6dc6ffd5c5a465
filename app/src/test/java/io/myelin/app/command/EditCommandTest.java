package io.myelin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

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
    void without_a_display_the_way_to_run_the_graph_is_shown() {
        CommandRun.Result result = CommandRun.in(folder).withoutDisplay().run("edit", "a.graph.json");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.messages()).contains("no display", "myelin run a.graph.json");
    }

    @Test
    void where_the_editor_is_not_installed_the_way_to_run_the_graph_is_shown() {
        CommandRun.Result result = CommandRun.in(folder)
                .withEditor(_ -> {
                    throw new NoClassDefFoundError("javafx/application/Application");
                })
                .run("edit", "a.graph.json");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.messages()).contains("the editor is not installed here", "myelin run a.graph.json");
    }
}
