package io.myelin.palette;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.Execution;
import io.myelin.engine.message.JsonValues;
import io.myelin.engine.message.MessageText;
import io.myelin.engine.run.BenchResult;
import io.myelin.engine.run.BenchRun;
import io.myelin.engine.run.ComponentBench;
import io.myelin.engine.run.ComponentStatus;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What comes out is the same under every execution")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OutputsOnEveryExecutionTest {
    private record Case(String id, String settings, String given, String expected) {}

    private static final List<Case> CASES = List.of(
            new Case("source.values", "{\"values\":[1,\"a\",null]}", "[]", "[1,\"a\",null]"),
            new Case("source.sequence", "{\"to\":4}", "[]", "[1,2,3,4]"),
            new Case("source.timer", "{\"every\":\"1ms\",\"count\":3}", "[]", "[1,2,3]"),
            new Case("text.split", "{\"pattern\":\" \"}", "[\"a b\",\"c\",\"\"]", "[\"a\",\"b\",\"c\"]"),
            new Case("text.replace", "{\"pattern\":\"a\",\"replacement\":\"b\"}", "[\"aa\",\"c\"]", "[\"bb\",\"c\"]"),
            new Case("text.match", "{\"pattern\":\"(?<x>.)$\"}", "[\"ab\",\"\"]", "[{\"x\":\"b\"}]"),
            new Case("text.case", "{}", "[\"AB\"]", "[\"ab\"]"),
            new Case("text.template", "{\"template\":\"{{a}}!\"}", "[{\"a\":1.50}]", "[\"1.50!\"]"),
            new Case("flow.batch", "{\"size\":2}", "[1,2,3]", "[[1,2],[3]]"),
            new Case("flow.unbatch", "{}", "[[1,2],[3]]", "[1,2,3]"),
            new Case("flow.take", "{\"count\":2}", "[1,2,3]", "[1,2]"),
            new Case("flow.take", "{\"count\":0}", "[1,2,3]", "[]"),
            new Case("flow.skip", "{\"count\":2}", "[1,2,3]", "[3]"),
            new Case("flow.delay", "{\"by\":\"5ms\"}", "[1,2,3]", "[1,2,3]"),
            new Case("flow.rate-limit", "{\"messages\":1,\"per\":\"2ms\"}", "[1,2,3]", "[1,2,3]"),
            new Case("flow.sample", "{\"every\":2}", "[1,2,3]", "[1,3]"),
            new Case("flow.number", "{}", "[\"a\"]", "[{\"number\":1,\"value\":\"a\"}]"),
            new Case("flow.gate", "{}", "[1,2]", "[1,2]"));

    static Stream<Arguments> casesAndExecutions() {
        return CASES.stream()
                .flatMap(one -> Stream.of(Execution.MICROPROCESS, Execution.TASKLET, Execution.THREAD)
                        .map(execution -> Arguments.of(one, execution)));
    }

    private static ComponentType type(String id) {
        return ComponentCatalog.installed().find(id).orElseThrow();
    }

    private static ComponentBench bench(String id, String settings, Execution execution) {
        ComponentType type = type(id);
        return ComponentBench.of(type.componentClass(), Bench.settings(type, settings))
                .on(execution);
    }

    @ParameterizedTest
    @MethodSource("casesAndExecutions")
    void the_same_comes_out(Case one, Execution execution) {
        ComponentBench bench = bench(one.id(), one.settings(), execution);
        List<?> given = (List<?>) JsonValues.parse(one.given());
        if (!given.isEmpty()) {
            bench.given("inbox", given.toArray());
        }
        BenchResult result = bench.run();
        assertThat(result.outcome().failures()).isEmpty();
        assertThat(MessageText.json(result.outbox())).isEqualTo(one.expected());
    }

    @ParameterizedTest
    @MethodSource("casesAndExecutions")
    void a_full_outbox_holds_it_back_and_nothing_is_lost(Case one, Execution execution) {
        ComponentBench bench = bench(one.id(), one.settings(), execution).fullAfter("outbox", 1);
        List<?> given = (List<?>) JsonValues.parse(one.given());
        if (!given.isEmpty()) {
            bench.given("inbox", given.toArray()).capacity("inbox", 1);
        }
        BenchResult result = bench.run();
        assertThat(MessageText.json(result.outbox())).isEqualTo(one.expected());
    }

    @ParameterizedTest
    @EnumSource(names = {"MICROPROCESS", "TASKLET", "THREAD"})
    void a_split_of_a_large_text_into_a_full_outbox_stops_at_once(Execution execution) {
        BenchRun run = bench("text.split", "{\"pattern\":\",\"}", execution)
                .fullAfter("outbox", 3)
                .given("inbox", "x,".repeat(5_000_000), "unread")
                .start();
        run.awaitCounts(counts -> counts.status() == ComponentStatus.BLOCKED);
        run.stop().awaitCounts(counts -> counts.status() == ComponentStatus.STOPPED);
        BenchResult result = run.endAll().awaitEnd();
        assertThat(result.outbox().size()).isLessThan(10);
        assertThat(result.counts().inboxes().get("inbox").unread()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"MICROPROCESS", "TASKLET", "THREAD"})
    void an_error_found_while_sending_names_its_item_and_the_next_one_is_taken(Execution execution) {
        String wild = "ok " + "a".repeat(40) + "!";
        BenchResult result = bench("text.split", "{\"pattern\":\" |(a+)+b\\\\1\"}", execution)
                .fullAfter("outbox", 1)
                .given("inbox", wild, "fine")
                .run();
        assertThat(result.outbox()).containsExactly("ok", "fine");
        assertThat(MessageText.json(result.errors())).contains("too many steps", "\"item\":\"" + wild);
    }
}
