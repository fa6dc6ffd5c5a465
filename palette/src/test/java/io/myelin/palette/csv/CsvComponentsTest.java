package io.myelin.palette.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.myelin.engine.component.Execution;
import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.message.Bytes;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonValues;
import io.myelin.engine.message.MessageText;
import io.myelin.engine.run.BenchResult;
import io.myelin.engine.run.BenchRun;
import io.myelin.engine.run.ComponentStatus;
import io.myelin.engine.run.RunOutcome;
import io.myelin.palette.PaletteBench;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("CSV")
final class CsvComponentsTest {
    private static BenchResult parse(String settings, Object... messages) {
        return PaletteBench.bench(CsvParse.class, settings)
                .given("inbox", messages)
                .run();
    }

    private static List<String> json(List<Object> messages) {
        return messages.stream().map(MessageText::json).toList();
    }

    private static BenchResult format(String settings, String... messages) {
        return PaletteBench.bench(CsvFormat.class, settings)
                .given(
                        "inbox",
                        java.util.Arrays.stream(messages).map(JsonValues::parse).toArray())
                .run();
    }

    @ParameterizedTest
    @EnumSource(value = Execution.class, names = "PROCESS", mode = EnumSource.Mode.EXCLUDE)
    void parses_lines_to_records_under_each_execution(Execution execution) {
        BenchResult result = PaletteBench.bench(CsvParse.class, "{}")
                .on(execution)
                .given("inbox", "name,price,id", "\"Tea, green\",1.50,007", "Milk,2,9007199254740993")
                .run();
        assertThat(json(result.outbox()))
                .containsExactly(
                        "{\"name\":\"Tea, green\",\"price\":1.50,\"id\":\"007\"}",
                        "{\"name\":\"Milk\",\"price\":2,\"id\":9007199254740993}");
        assertThat(result.errors()).isEmpty();
        assertThat(result.outcome().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(result.signals()).hasSize(1);
    }

    @Test
    void a_quoted_field_runs_over_several_lines() {
        BenchResult result = parse("{}", "a,b", "\"one", "", "two \"\"quoted\"\"\",x", "3,4");
        assertThat(json(result.outbox()))
                .containsExactly("{\"a\":\"one\\n\\ntwo \\\"quoted\\\"\",\"b\":\"x\"}", "{\"a\":3,\"b\":4}");
    }

    @Test
    void bytes_may_be_cut_anywhere_and_begin_with_a_mark() {
        byte[] csv = "\uFEFFname;größe\r\n\"A\r\nB\";1\r\nÄ;2".getBytes(StandardCharsets.UTF_8);
        Object[] single = IntStream.range(0, csv.length)
                .mapToObj(index -> Bytes.copyOf(csv, index, 1))
                .toArray();
        assertThat(json(parse("{\"separator\":\";\"}", single).outbox()))
                .containsExactly("{\"name\":\"A\\r\\nB\",\"größe\":1}", "{\"name\":\"Ä\",\"größe\":2}");
    }

    @Test
    void a_whole_file_may_come_as_one_text() {
        assertThat(json(parse("{\"separator\":\"\\\\t\"}", "a\tb\n1\t2\n3\t4\n").outbox()))
                .containsExactly("{\"a\":1,\"b\":2}", "{\"a\":3,\"b\":4}");
    }

    @Test
    void without_a_header_columns_are_counted() {
        assertThat(json(parse("{\"header\":false}", "a,1", "b,2").outbox()))
                .containsExactly("{\"column1\":\"a\",\"column2\":1}", "{\"column1\":\"b\",\"column2\":2}");
    }

    @Test
    void with_types_text_all_stays_text() {
        assertThat(json(parse("{\"types\":\"text\"}", "a", "1").outbox())).containsExactly("{\"a\":\"1\"}");
    }

    @Test
    void columns_without_a_name_or_with_one_that_was_there_get_their_own() {
        assertThat(json(parse("{}", "id,,id,id_2,id", "1,2,3,4,5").outbox()))
                .containsExactly("{\"id\":1,\"column2\":2,\"id_3\":3,\"id_2\":4,\"id_4\":5}");
    }

    @Test
    void nothing_and_a_header_alone_give_no_records() {
        assertThat(parse("{}").outbox()).isEmpty();
        assertThat(parse("{}", "a,b").outbox()).isEmpty();
        assertThat(parse("{}", "a", "", "1", "").outbox()).hasSize(1);
    }

    @Test
    void rows_of_another_length_are_errors_that_name_the_row() {
        BenchResult result = parse("{}", "a,b", "1,2", "", "3", "4,5,6", "7,8");
        assertThat(json(result.outbox())).containsExactly("{\"a\":1,\"b\":2}", "{\"a\":7,\"b\":8}");
        assertThat(result.errors())
                .containsExactly(
                        DataRecord.of(
                                "error", "row 3 (line 4): 1 field found, 2 expected as in the header", "item", "3"),
                        DataRecord.of(
                                "error",
                                "row 4 (line 5): 3 fields found, 2 expected as in the header",
                                "item",
                                "4,5,6"));
    }

    @Test
    void a_bad_row_is_the_item_of_its_failure_though_more_came_with_it() {
        BenchResult result = PaletteBench.bench(CsvParse.class, "{}")
                .unlinked("errors")
                .given("inbox", Bytes.copyOf("a,b\n1,2\n3\n5,6\n".getBytes(StandardCharsets.UTF_8)))
                .run();
        assertThat(result.outcome().failures().getFirst().item()).contains("3");
    }

    @Test
    void a_character_behind_a_closing_quote_is_an_error_of_its_row_alone() {
        BenchResult result = parse("{}", "a,b", "\"x\"y,2", "3,4");
        assertThat(json(result.outbox())).containsExactly("{\"a\":3,\"b\":4}");
        assertThat(json(result.errors())).singleElement().asString().contains("row 2", "closing quote");
    }

    @Test
    void a_quote_that_is_open_at_the_end_is_an_error_that_names_where_it_began() {
        BenchResult result = parse("{}", "a,b", "1,2", "3,\"open", "5,6");
        assertThat(json(result.outbox())).containsExactly("{\"a\":1,\"b\":2}");
        assertThat(json(result.errors())).singleElement().asString().contains("row 3 (line 3)", "not closed");
    }

    @Test
    void bytes_that_are_not_utf_8_are_an_error_of_their_row() {
        byte[] latin = "a\nb\u00e9c\nd\n".getBytes(StandardCharsets.ISO_8859_1);
        BenchResult result = parse("{}", Bytes.copyOf(latin));
        assertThat(json(result.outbox())).containsExactly("{\"a\":\"d\"}");
        assertThat(json(result.errors())).singleElement().asString().contains("row 2", "offset 3", "not UTF-8");
    }

    @Test
    void what_is_neither_text_nor_bytes_is_an_error() {
        BenchResult result = parse("{}", "a", 5L, "1");
        assertThat(json(result.outbox())).containsExactly("{\"a\":1}");
        assertThat(json(result.errors())).singleElement().asString().contains("expected text or bytes", "\"item\":5");
    }

    @Test
    void unlinked_errors_stop_the_graph_or_are_skipped_by_policy_and_good_rows_of_the_message_are_kept() {
        BenchResult stopped = PaletteBench.bench(CsvParse.class, "{}")
                .unlinked("errors")
                .given("inbox", "a,b", "1")
                .run();
        assertThat(stopped.outcome().ending()).isEqualTo(RunOutcome.Ending.FAILED);
        assertThat(stopped.outcome().failures().getFirst().message()).contains("row 2 (line 2): 1 field found");
        BenchResult skipped = PaletteBench.bench(CsvParse.class, "{}")
                .unlinked("errors")
                .onError(FailurePolicy.SKIP)
                .given("inbox", "a,b\n1,2\n3\n4\n5,6", "7,8")
                .run();
        assertThat(json(skipped.outbox()))
                .containsExactly("{\"a\":1,\"b\":2}", "{\"a\":5,\"b\":6}", "{\"a\":7,\"b\":8}");
        assertThat(skipped.counts().skipped()).isEqualTo(1);
    }

    @Test
    void a_hard_stop_ends_it_while_its_outbox_is_full() {
        BenchRun run = PaletteBench.bench(CsvParse.class, "{}")
                .fullAfter("outbox", 2)
                .given("inbox", "a\n1\n2\n3\n4\n5\n6\n7\n8")
                .start();
        run.awaitCounts(counts -> counts.status() == ComponentStatus.BLOCKED);
        run.stop();
        BenchResult result = run.awaitEnd();
        assertThat(result.counts().status()).isEqualTo(ComponentStatus.STOPPED);
        assertThat(result.signals()).singleElement().asString().contains("stop");
    }

    @Test
    void a_full_outbox_loses_nothing() {
        BenchRun run = PaletteBench.bench(CsvParse.class, "{}")
                .fullAfter("outbox", 2)
                .given("inbox", "a\n1\n2\n3\n4\n5\n6\n7\n8\n9")
                .start();
        run.awaitCounts(counts -> counts.status() == ComponentStatus.BLOCKED);
        run.endAll();
        assertThat(run.awaitEnd().outbox()).hasSize(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\",,\"", "\"\\\"\"", "\"\\n\"", "\"😀\""})
    void a_separator_is_one_character(String separator) {
        assertThatThrownBy(() -> PaletteBench.settings(CsvParse.class, "{\"separator\":" + separator + "}"))
                .hasMessageContaining("separator");
    }

    @ParameterizedTest
    @EnumSource(value = Execution.class, names = "PROCESS", mode = EnumSource.Mode.EXCLUDE)
    void formats_records_under_each_execution(Execution execution) {
        BenchResult result = PaletteBench.bench(CsvFormat.class, "{}")
                .on(execution)
                .given(
                        "inbox",
                        JsonValues.parse("{\"name\":\"Tea, green\",\"price\":1.50}"),
                        JsonValues.parse("{\"price\":9007199254740993,\"name\":\"say \\\"x\\\"\"}"))
                .run();
        assertThat(result.outbox())
                .containsExactly("name,price", "\"Tea, green\",1.50", "\"say \"\"x\"\"\",9007199254740993");
    }

    @Test
    void a_missing_field_stays_empty_and_another_one_is_an_error() {
        BenchResult result = format(
                "{}",
                "{\"a\":1,\"b\":2}",
                "{\"b\":null}",
                "{\"a\":1,\"c\":3}",
                "5",
                "{\"a\":[1,2],\"b\":{\"x\":1.50}}");
        assertThat(result.outbox()).containsExactly("a,b", "1,2", ",", "\"[1,2]\",\"{\"\"x\"\":1.50}\"");
        assertThat(json(result.errors()))
                .satisfiesExactly(
                        error -> assertThat(error).contains("the field c", "a, b"),
                        error -> assertThat(error).contains("expected a record"));
    }

    @Test
    void without_a_header_only_rows_are_written_and_lists_are_taken() {
        assertThat(format("{\"header\":false,\"separator\":\"\\\\t\"}", "{\"a\":1,\"b\":\"x\"}", "[3,\"y\\tz\"]")
                        .outbox())
                .containsExactly("1\tx", "3\t\"y\tz\"");
    }

    @Test
    void a_single_empty_field_is_a_row_that_reads_back() {
        assertThat(format("{}", "{\"a\":\"\"}", "{\"a\":null}").outbox()).containsExactly("a", "\"\"", "\"\"");
    }

    @Test
    void quotes_stand_only_where_they_are_needed() {
        assertThat(format("{}", "{\"a\":\"#x\",\"b\":\" y \",\"c\":\"l\\nm\"}").outbox())
                .containsExactly("a,b,c", "#x, y ,\"l\nm\"");
    }

    @Test
    void formats_nothing_of_nothing_and_refuses_a_record_without_fields() {
        assertThat(format("{}").outbox()).isEmpty();
        assertThat(json(format("{}", "{}", "{\"a\":1}").errors()))
                .singleElement()
                .asString()
                .contains("no fields");
    }
}
