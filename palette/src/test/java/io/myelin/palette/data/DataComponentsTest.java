package io.myelin.palette.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.Component;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.Execution;
import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonValues;
import io.myelin.engine.message.MessageText;
import io.myelin.engine.run.BenchResult;
import io.myelin.engine.run.BenchRun;
import io.myelin.engine.run.ComponentStatus;
import io.myelin.engine.run.RunOutcome;
import io.myelin.palette.PaletteBench;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Working on values")
final class DataComponentsTest {
    private static Object[] values(String... json) {
        return Arrays.stream(json).map(JsonValues::parse).toArray();
    }

    private static BenchResult run(Class<? extends Component> type, String settings, String... json) {
        return PaletteBench.bench(type, settings).given("inbox", values(json)).run();
    }

    private static List<String> json(List<Object> messages) {
        return messages.stream().map(MessageText::json).toList();
    }

    @ParameterizedTest
    @EnumSource(value = Execution.class, names = "PROCESS", mode = EnumSource.Mode.EXCLUDE)
    void map_replaces_each_message_under_each_execution(Execution execution) {
        BenchResult result = PaletteBench.bench(
                        DataMap.class,
                        "{\"expression\":\"{\\\"name\\\": $uppercase(name), \\\"total\\\": price * quantity, \\\"id\\\": id}\"}")
                .on(execution)
                .given("inbox", values("{\"name\":\"tea\",\"price\":1.50,\"quantity\":3,\"id\":9007199254740993}"))
                .run();
        assertThat(json(result.outbox())).containsExactly("{\"name\":\"TEA\",\"total\":4.5,\"id\":9007199254740993}");
        assertThat(result.outcome().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
    }

    @Test
    void map_sends_nothing_for_no_value_and_an_error_for_a_failure() {
        BenchResult result =
                run(DataMap.class, "{\"expression\":\"a + 1\"}", "{\"a\":1}", "{}", "{\"a\":\"x\"}", "{\"a\":2}");
        assertThat(json(result.outbox())).containsExactly("2", "3");
        assertThat(json(result.errors()))
                .singleElement()
                .asString()
                .contains("must evaluate to a number", "{\"a\":\"x\"}");
    }

    @Test
    void map_survives_an_endless_expression() {
        BenchResult result = run(
                DataMap.class,
                "{\"expression\":\"$ = 2 ? ($f := function($n) { $f($n + 1) }; $f(1)) : $\"}",
                "1",
                "2",
                "3");
        assertThat(json(result.outbox())).containsExactly("1", "3");
        assertThat(json(result.errors())).singleElement().asString().contains("longer than 1 s");
    }

    @Test
    void an_expression_that_is_wrong_is_found_with_the_settings() {
        assertThatThrownBy(() -> PaletteBench.settings(DataMap.class, "{\"expression\":\"price *\"}"))
                .hasMessageContaining("/expression")
                .hasMessageContaining("at character");
        assertThatThrownBy(() -> PaletteBench.settings(
                        DataAggregate.class, "{\"fields\":{\"n\":\"count\",\"t\":\"sum:price *\"}}"))
                .hasMessageContaining("/fields/t")
                .hasMessageContaining("at character");
        assertThatThrownBy(() -> PaletteBench.settings(DataAggregate.class, "{\"fields\":{\"t\":\"total:price\"}}"))
                .hasMessageContaining("count, or sum:");
    }

    @ParameterizedTest
    @EnumSource(value = Execution.class, names = "PROCESS", mode = EnumSource.Mode.EXCLUDE)
    void filter_parts_what_holds_from_the_rest_under_each_execution(Execution execution) {
        BenchResult result = PaletteBench.bench(DataFilter.class, "{\"condition\":\"$ % 2 = 0\"}")
                .on(execution)
                .given("inbox", values("1", "2", "3", "4", "\"x\""))
                .run();
        assertThat(json(result.outbox())).containsExactly("2", "4");
        assertThat(json(result.outbox("rejected"))).containsExactly("1", "3");
        assertThat(json(result.errors())).singleElement().asString().contains("\"item\":\"x\"");
    }

    @Test
    void filter_rejects_where_the_condition_has_no_value() {
        BenchResult result =
                run(DataFilter.class, "{\"condition\":\"amount > 100\"}", "{}", "{\"amount\":101}", "{\"amount\":100}");
        assertThat(json(result.outbox())).containsExactly("{\"amount\":101}");
        assertThat(json(result.outbox("rejected"))).containsExactly("{}", "{\"amount\":100}");
    }

    @ParameterizedTest
    @EnumSource(value = Execution.class, names = "PROCESS", mode = EnumSource.Mode.EXCLUDE)
    void route_sends_to_the_first_that_holds_under_each_execution(Execution execution) {
        BenchResult result = PaletteBench.bench(DataRoute.class, """
                        {"routes": [{"when": "$ > 100", "outbox": "large"}, {"when": "$ > 10", "outbox": "middle"},
                                    {"when": "$ = 1", "outbox": "large"}], "otherwise": "small"}
                        """)
                .on(execution)
                .given("inbox", values("101", "11", "1", "2", "\"x\""))
                .run();
        assertThat(json(result.outbox("large"))).containsExactly("101", "1");
        assertThat(json(result.outbox("middle"))).containsExactly("11");
        assertThat(json(result.outbox("small"))).containsExactly("2");
        assertThat(json(result.errors())).singleElement().asString().contains("\"item\":\"x\"");
    }

    @Test
    void route_has_the_outboxes_of_its_settings() {
        Record settings = PaletteBench.settings(
                DataRoute.class,
                "{\"routes\":[{\"when\":\"a\",\"outbox\":\"one\"},{\"when\":\"b\",\"outbox\":\"one\"},"
                        + "{\"when\":\"c\",\"outbox\":\"errors\"}]}");
        assertThat(ComponentType.of(DataRoute.class).outboxes(settings))
                .extracting(BoxDeclaration::name)
                .containsExactly("one", "otherwise", "errors");
        assertThatThrownBy(() -> PaletteBench.settings(
                        DataRoute.class, "{\"routes\":[{\"when\":\"a\",\"outbox\":\"no good\"}]}"))
                .hasMessageContaining("no good");
        assertThatThrownBy(() -> PaletteBench.settings(DataRoute.class, "{\"routes\":[],\"otherwise\":\"signal\"}"))
                .hasMessageContaining("signal");
    }

    @Test
    void what_no_route_takes_is_counted_where_otherwise_is_not_linked() {
        BenchResult result = PaletteBench.bench(
                        DataRoute.class, "{\"routes\":[{\"when\":\"$ > 1\",\"outbox\":\"large\"}]}")
                .unlinked("otherwise")
                .given("inbox", values("1", "2"))
                .run();
        assertThat(json(result.outbox("large"))).containsExactly("2");
        assertThat(result.counts().unlinked()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(value = Execution.class, names = "PROCESS", mode = EnumSource.Mode.EXCLUDE)
    void count_sends_the_most_frequent_first_under_each_execution(Execution execution) {
        BenchResult result = PaletteBench.bench(DataCount.class, "{}")
                .on(execution)
                .given("inbox", "b", "a", "c", "a", "c", "\uFFFD", "😀", "ab")
                .run();
        assertThat(json(result.outbox()))
                .containsExactly(
                        "{\"key\":\"a\",\"count\":2}",
                        "{\"key\":\"c\",\"count\":2}",
                        "{\"key\":\"ab\",\"count\":1}",
                        "{\"key\":\"b\",\"count\":1}",
                        "{\"key\":\"\uFFFD\",\"count\":1}",
                        "{\"key\":\"😀\",\"count\":1}");
    }

    @Test
    void count_takes_the_topmost_with_the_same_order_among_equals() {
        assertThat(json(run(DataCount.class, "{\"top\":2}", "\"d\"", "\"b\"", "\"c\"", "\"a\"", "\"d\"")
                        .outbox()))
                .containsExactly("{\"key\":\"d\",\"count\":2}", "{\"key\":\"a\",\"count\":1}");
        assertThat(run(DataCount.class, "{\"top\":9}", "\"d\"", "\"b\"").outbox())
                .hasSize(2);
        assertThatThrownBy(() -> PaletteBench.settings(DataCount.class, "{\"top\":-1}"))
                .hasMessageContaining("/top");
    }

    @Test
    void count_goes_by_a_key_of_any_kind() {
        BenchResult result = run(
                DataCount.class,
                "{\"by\":\"k\"}",
                "{\"k\":1.0}",
                "{\"k\":1}",
                "{\"k\":1}",
                "{\"k\":null}",
                "{\"k\":[1]}",
                "{\"k\":[1]}",
                "{\"k\":[1]}",
                "{}");
        assertThat(json(result.outbox()))
                .containsExactly(
                        "{\"key\":[1],\"count\":3}",
                        "{\"key\":1,\"count\":2}",
                        "{\"key\":1.0,\"count\":1}",
                        "{\"key\":null,\"count\":1}");
        assertThat(run(DataCount.class, "{}").outbox()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Execution.class, names = "PROCESS", mode = EnumSource.Mode.EXCLUDE)
    void aggregate_gives_a_record_a_group_in_the_order_first_seen_under_each_execution(Execution execution) {
        BenchResult result = PaletteBench.bench(DataAggregate.class, """
                        {"by": "c", "fields": {"n": "count", "total": "sum:x", "least": "min:x", "most": "max:x",
                                               "middle": "mean:x", "double": "sum:x * 2"}}
                        """)
                .on(execution)
                .given(
                        "inbox",
                        values(
                                "{\"c\":\"b\",\"x\":1.50}",
                                "{\"c\":\"a\",\"x\":2}",
                                "{\"c\":\"b\",\"x\":1.50}",
                                "{\"c\":\"b\"}",
                                "{\"x\":1}",
                                "{\"c\":\"b\",\"x\":null}"))
                .run();
        assertThat(json(result.outbox()))
                .containsExactly(
                        "{\"key\":\"b\",\"n\":3,\"total\":3.00,\"least\":1.50,\"most\":1.50,\"middle\":1.5,\"double\":6}",
                        "{\"key\":\"a\",\"n\":1,\"total\":2,\"least\":2,\"most\":2,\"middle\":2,\"double\":4}");
    }

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "sum:$|9223372036854775807 1|9223372036854775808",
                "sum:$|9223372036854775807 1 -1|9223372036854775807",
                "sum:$|-9223372036854775808 -1|-9223372036854775809",
                "sum:$|0.1 0.2|0.3",
                "sum:$|0.1 0.20 1|1.30",
                "sum:$|123456789012345678901234567890 0.000000000000000000001"
                        + "|123456789012345678901234567890.000000000000000000001",
                "sum:$|9007199254740993 1E2|9007199254741093",
                "sum:$||0",
                "mean:$|1 2|1.5",
                "mean:$|2 4|3",
                "mean:$|100 300|200",
                "mean:$|1 1 2|1.333333333333333333333333333333333",
                "mean:$|9007199254740993 9007199254740993|9007199254740993",
                "mean:$||null",
                "min:$|3 1.50 2 1.5|1.50",
                "max:$|1 9007199254740993 9007199254740992|9007199254740993",
                "max:$|1E5 99999|1E5",
                "min:$|`b` `a` `B`|`B`",
                "max:$|`￿` `😀`|`😀`",
                "min:$||null",
                "count|1 `x` null {}|4"
            })
    void aggregate_is_exact(String field, String messages, String expected) {
        String[] json =
                messages == null ? new String[0] : messages.replace('`', '"').split(" ");
        // An empty group needs a message that does not touch the field.
        BenchResult result = run(
                DataAggregate.class,
                "{\"fields\":{\"f\":\"" + field + "\"}}",
                json.length == 0 ? new String[] {"null"} : json);
        assertThat(json(result.outbox())).containsExactly("{\"f\":" + expected.replace('`', '"') + "}");
    }

    @Test
    void aggregate_sends_nothing_of_nothing() {
        assertThat(run(DataAggregate.class, "{\"fields\":{\"n\":\"count\"}}").outbox())
                .isEmpty();
    }

    @Test
    void aggregate_leaves_out_a_message_that_does_not_fit_from_all_fields() {
        BenchResult result = run(
                DataAggregate.class,
                "{\"fields\":{\"n\":\"count\",\"s\":\"sum:x\",\"m\":\"max:y\"}}",
                "{\"x\":1,\"y\":1}",
                "{\"x\":2,\"y\":\"text\"}",
                "{\"x\":\"text\"}",
                "{\"x\":1E99999}",
                "{\"x\":3}");
        assertThat(json(result.outbox())).containsExactly("{\"n\":2,\"s\":4,\"m\":1}");
        assertThat(json(result.errors()))
                .satisfiesExactly(
                        error -> assertThat(error).contains("field m", "can't be compared"),
                        error -> assertThat(error).contains("field s", "expected a number"),
                        error -> assertThat(error).contains("field s", "too large an exponent"));
    }

    @Test
    void aggregate_sends_each_window_of_messages_and_the_rest_at_the_end() {
        BenchResult result =
                run(DataAggregate.class, "{\"fields\":{\"s\":\"sum:$\"},\"window\":\"2\"}", "1", "2", "3", "4", "5");
        assertThat(json(result.outbox())).containsExactly("{\"s\":3}", "{\"s\":7}", "{\"s\":5}");
    }

    @Test
    void aggregate_sends_each_window_of_time_while_the_stream_goes_on() {
        BenchRun run = PaletteBench.bench(DataAggregate.class, "{\"fields\":{\"s\":\"sum:$\"},\"window\":\"50ms\"}")
                .start();
        run.send("inbox", 1L, 2L);
        assertThat(json(run.await("outbox", 1))).containsExactly("{\"s\":3}");
        run.send("inbox", 4L);
        assertThat(json(run.await("outbox", 2))).containsExactly("{\"s\":3}", "{\"s\":4}");
        run.send("inbox", 5L).endAll();
        assertThat(json(run.awaitEnd().outbox())).containsExactly("{\"s\":3}", "{\"s\":4}", "{\"s\":5}");
    }

    @Test
    void aggregate_does_not_wait_for_a_long_window_at_the_end() {
        BenchResult result = run(DataAggregate.class, "{\"fields\":{\"s\":\"sum:$\"},\"window\":\"1h\"}", "1", "2");
        assertThat(json(result.outbox())).containsExactly("{\"s\":3}");
    }

    @ParameterizedTest
    @CsvSource({"0", "0s", "-1", "1.5", "1d", "soon", "''"})
    void a_window_is_a_count_or_a_duration(String window) {
        assertThatThrownBy(() -> PaletteBench.settings(
                        DataAggregate.class, "{\"fields\":{\"n\":\"count\"},\"window\":\"" + window + "\"}"))
                .hasMessageContaining("/window");
    }

    @Test
    void a_window_may_be_written_as_a_number() {
        BenchResult result = run(DataAggregate.class, "{\"fields\":{\"s\":\"sum:$\"},\"window\":2}", "1", "2", "3");
        assertThat(json(result.outbox())).containsExactly("{\"s\":3}", "{\"s\":3}");
    }

    static Stream<Arguments> senders() {
        return Stream.of(
                Arguments.of(DataMap.class, "{\"expression\":\"$\"}", "outbox"),
                Arguments.of(DataFilter.class, "{\"condition\":\"true\"}", "outbox"),
                Arguments.of(DataFilter.class, "{\"condition\":\"false\"}", "rejected"),
                Arguments.of(DataRoute.class, "{\"routes\":[{\"when\":\"true\",\"outbox\":\"way\"}]}", "way"));
    }

    @ParameterizedTest(name = "{0} by {2}")
    @MethodSource("senders")
    void a_full_outbox_holds_back_and_loses_nothing_and_a_hard_stop_ends(
            Class<? extends Component> type, String settings, String outbox) {
        Object[] many = Stream.iterate(0L, number -> number + 1).limit(50).toArray();
        BenchRun held = PaletteBench.bench(type, settings)
                .fullAfter(outbox, 3)
                .given("inbox", many)
                .start();
        held.awaitCounts(counts -> counts.status() == ComponentStatus.BLOCKED);
        held.endAll();
        assertThat(held.awaitEnd().outbox(outbox)).containsExactly(many);

        BenchRun stopped = PaletteBench.bench(type, settings)
                .fullAfter(outbox, 3)
                .given("inbox", many)
                .start();
        stopped.awaitCounts(counts -> counts.status() == ComponentStatus.BLOCKED);
        stopped.stop();
        BenchResult result = stopped.awaitEnd();
        assertThat(result.counts().status()).isEqualTo(ComponentStatus.STOPPED);
        assertThat(json(result.signals())).singleElement().asString().contains("\"stop\"");
    }

    static Stream<Arguments> collectors() {
        return Stream.of(
                Arguments.of(DataCount.class, "{}"),
                Arguments.of(DataAggregate.class, "{\"by\":\"$\",\"fields\":{\"n\":\"count\"}}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("collectors")
    void results_at_the_end_wait_for_room_and_a_hard_stop_sends_none(Class<? extends Component> type, String settings) {
        Object[] many = Stream.iterate(0L, number -> number + 1).limit(3_000).toArray();
        BenchRun held = PaletteBench.bench(type, settings)
                .fullAfter("outbox", 3)
                .given("inbox", many)
                .start();
        held.endAll();
        held.awaitCounts(counts -> counts.status() == ComponentStatus.BLOCKED);
        BenchResult whole = held.awaitEnd();
        assertThat(whole.outbox()).hasSize(3_000);
        assertThat(whole.outcome().ending()).isEqualTo(RunOutcome.Ending.FINISHED);

        BenchRun stopped =
                PaletteBench.bench(type, settings).given("inbox", many).start();
        stopped.awaitCounts(counts -> counts.received() == 3_000);
        stopped.stop();
        assertThat(stopped.awaitEnd().outbox()).isEmpty();

        BenchRun stoppedWhileSending = PaletteBench.bench(type, settings)
                .fullAfter("outbox", 3)
                .given("inbox", many)
                .start();
        stoppedWhileSending.endAll();
        stoppedWhileSending.awaitCounts(counts -> counts.status() == ComponentStatus.BLOCKED);
        stoppedWhileSending.stop();
        assertThat(stoppedWhileSending.awaitEnd().counts().status()).isEqualTo(ComponentStatus.STOPPED);
    }

    @Test
    void a_failing_expression_follows_the_policy_where_errors_is_not_linked() {
        BenchResult skipped = PaletteBench.bench(DataMap.class, "{\"expression\":\"a + 1\"}")
                .unlinked("errors")
                .onError(FailurePolicy.SKIP)
                .given("inbox", values("{\"a\":\"x\"}", "{\"a\":1}"))
                .run();
        assertThat(json(skipped.outbox())).containsExactly("2");
        assertThat(skipped.counts().skipped()).isEqualTo(1);
        BenchResult failed = PaletteBench.bench(DataMap.class, "{\"expression\":\"a + 1\"}")
                .unlinked("errors")
                .given("inbox", values("{\"a\":\"x\"}", "{\"a\":1}"))
                .run();
        assertThat(failed.outcome().ending()).isEqualTo(RunOutcome.Ending.FAILED);
        assertThat(failed.outcome().failures().getFirst().item()).contains(DataRecord.of("a", "x"));
    }

    @Test
    void texts_are_ordered_by_code_points() {
        List<String> texts = new ArrayList<>(List.of("😀", "\uFFFD", "b", "", "a😀", "a\uE000", "ab", "a", "😀a"));
        texts.sort(CodePointOrder.ASCENDING);
        List<String> expected = new ArrayList<>(texts);
        expected.sort((left, right) ->
                Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray()));
        assertThat(texts).isEqualTo(expected);
    }
}
