package io.myelin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonValues;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code myelin components}. */
class ComponentsCommandTest {
    @TempDir
    private Path folder;

    @Test
    void the_list_has_a_line_for_each_with_what_it_does() {
        CommandRun.Result result = CommandRun.in(folder).run("components");

        assertThat(result.status()).isZero();
        assertThat(result.outputLines())
                .anyMatch(line -> line.matches("text\\.split +Splits text .*"))
                .anyMatch(line -> line.matches("source\\.sequence +.*"));
        assertThat(result.messages()).isEmpty();
    }

    @Test
    void one_is_explained_with_its_boxes_and_settings() {
        assertThat(CommandRun.in(folder).run("components", "text.split").output())
                .contains("inbox", "outbox", "errors", "pattern", "regular expression", "keepEmpty", "microprocess");
    }

    @Test
    void a_misspelt_one_is_met_with_the_nearest() {
        CommandRun.Result result = CommandRun.in(folder).run("components", "text.splt");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.output()).isEmpty();
        assertThat(result.messages()).contains("no component 'text.splt' (did you mean 'text.split'?)");
    }

    @Test
    void json_is_a_list_of_all_or_the_one_asked_for() {
        Object all = JsonValues.parse(
                CommandRun.in(folder).run("components", "--json").output());
        Object one = JsonValues.parse(
                CommandRun.in(folder).run("components", "flow.take", "--json").output());

        assertThat(all)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .contains(one);
        assertThat(one).isInstanceOfSatisfying(DataRecord.class, take -> {
            assertThat(take.get("id")).isEqualTo("flow.take");
            assertThat((List<?>) take.get("settings"))
                    .anyMatch(setting -> setting instanceof DataRecord record && "count".equals(record.get("name")));
        });
    }

    @Test
    void json_and_markdown_together_are_wrong_usage() {
        assertThat(CommandRun.in(folder)
                        .run("components", "--json", "--markdown")
                        .status())
                .isEqualTo(2);
    }
}
