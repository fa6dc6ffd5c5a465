package io.myelin.palette.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.Execution;
import io.myelin.engine.message.Bytes;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonNull;
import io.myelin.engine.message.MessageText;
import io.myelin.engine.run.BenchResult;
import io.myelin.engine.run.BenchRun;
import io.myelin.engine.run.ComponentStatus;
import io.myelin.engine.run.RunOutcome;
import io.myelin.palette.PaletteBench;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("JSON")
final class JsonComponentsTest {
    private static BenchResult parse(Object... messages) {
        return PaletteBench.bench(JsonParse.class, "{}")
                .given("inbox", messages)
                .run();
    }

    private static Bytes bytes(String text) {
        return Bytes.copyOf(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @EnumSource(value = Execution.class, names = "PROCESS", mode = EnumSource.Mode.EXCLUDE)
    void values_come_out_as_the_text_they_came_as_under_each_execution(Execution execution) {
        String text = "{\"b\":1.50,\"a\":[9007199254740993,1E400,-0,null,true,\"é😀\"],\"c\":{}}";
        BenchResult parsed = PaletteBench.bench(JsonParse.class, "{}")
                .on(execution)
                .given("inbox", text, bytes(text))
                .run();
        BenchResult formatted = PaletteBench.bench(JsonFormat.class, "{}")
                .on(execution)
                .given("inbox", parsed.outbox().toArray())
                .run();
        assertThat(formatted.outbox()).containsExactly(text, text);
        assertThat(formatted.outcome().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
    }

    @Test
    void a_single_value_is_a_message() {
        assertThat(parse("1", "\"x\"", "null", " true ").outbox()).containsExactly(1L, "x", JsonNull.NULL, true);
    }

    @Test
    void a_byte_order_mark_is_dropped() {
        assertThat(parse("\uFEFF1", bytes("\uFEFF2")).outbox()).containsExactly(1L, 2L);
    }

    @Test
    void what_is_not_json_is_an_error_that_names_line_and_column() {
        BenchResult result = parse(
                "{\n  \"a\": x}",
                "1 2",
                "",
                "{\"a\":1,\"a\":2}",
                Bytes.copyOf(new byte[] {'"', (byte) 0xE9, '"'}),
                5L,
                "7");
        assertThat(result.outbox()).containsExactly(7L);
        List<String> errors = result.errors().stream()
                .map(error -> String.valueOf(((DataRecord) error).get("error")))
                .toList();
        assertThat(errors).hasSize(6);
        assertThat(errors.get(0)).contains("line 2", "column 8");
        assertThat(errors.get(3)).contains("a");
        assertThat(errors.get(4)).contains("not UTF-8");
        assertThat(errors.get(5)).contains("expected text or bytes");
    }

    @Test
    void deep_nesting_is_refused_or_handled_but_never_a_crash() {
        BenchResult result = parse("[".repeat(100_000), "[".repeat(900) + "]".repeat(900));
        assertThat(result.errors()).hasSize(1);
        assertThat(result.outbox()).hasSize(1);
    }

    @Test
    void pretty_is_written_over_several_lines() {
        BenchResult result = PaletteBench.bench(JsonFormat.class, "{\"pretty\":true}")
                .given("inbox", DataRecord.of("a", List.of(1L)))
                .run();
        assertThat(result.outbox()).singleElement().asString().contains("\n  \"a\": ");
    }

    @Test
    void what_json_has_no_form_for_is_a_string() {
        BenchResult result = PaletteBench.bench(JsonFormat.class, "{}")
                .given("inbox", Bytes.copyOf(new byte[] {1}), "a\"b", JsonNull.NULL)
                .run();
        assertThat(result.outbox()).containsExactly("\"AQ==\"", "\"a\\\"b\"", "null");
    }

    @Test
    void a_hard_stop_ends_both_while_their_outbox_is_full() {
        for (Class<? extends io.myelin.engine.component.Component> type : List.of(JsonParse.class, JsonFormat.class)) {
            BenchRun run = PaletteBench.bench(type, "{}")
                    .fullAfter("outbox", 1)
                    .given("inbox", "1", "2", "3", "4", "5")
                    .start();
            run.awaitCounts(counts -> counts.status() == ComponentStatus.BLOCKED);
            run.stop();
            BenchResult result = run.awaitEnd();
            assertThat(result.counts().status()).isEqualTo(ComponentStatus.STOPPED);
            assertThat(MessageText.json(result.signals().getFirst())).contains("stop");
        }
    }
}
