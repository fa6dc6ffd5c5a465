package io.myelin.palette.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.component.Console;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.plan.PlanRequest;
import io.myelin.engine.plan.PlanResult;
import io.myelin.engine.plan.Planner;
import io.myelin.engine.run.DeterministicRun;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.GraphRuns;
import io.myelin.engine.run.RunOptions;
import io.myelin.engine.run.RunOutcome;
import io.myelin.engine.run.RunSnapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One child graph after the other, whatever runs them: rows H16 to H22. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class CarouselTest {
    private static final Path FOLDER = Path.of("").toAbsolutePath();

    /** On which scheduler, under which execution. */
    private record Way(String scheduler, String execution) {
        RunOutcome run(String body, List<String> printed) throws InterruptedException {
            return run(body, printed, _ -> {});
        }

        RunOutcome run(String body, List<String> printed, Consumer<RunSnapshot> atEnd) throws InterruptedException {
            PlanResult planned = plan(body.replace("EXECUTION", execution));
            RunOptions options = RunOptions.with(new Lines(printed));
            var plan = planned.plan().orElseThrow(() -> new AssertionError(planned.problems()));
            GraphRun run = switch (scheduler) {
                case "workers" -> GraphRuns.start(plan, options);
                case "in order" -> DeterministicRun.start(plan, options).run();
                default -> DeterministicRun.start(plan, options, 42).run();
            };
            RunOutcome outcome = run.awaitEnd(Duration.ofSeconds(60))
                    .orElseThrow(() -> new AssertionError("it did not end: " + run.snapshot()));
            atEnd.accept(run.snapshot());
            return outcome;
        }

        List<String> printed(String body) throws InterruptedException {
            List<String> printed = new CopyOnWriteArrayList<>();
            RunOutcome outcome = run(body, printed);
            assertThat(outcome.failures()).isEmpty();
            assertThat(outcome.ending()).as(outcome.stalled().toString()).isEqualTo(RunOutcome.Ending.FINISHED);
            return printed;
        }
    }

    private record Lines(List<String> lines) implements Console {
        @Override
        public String readLine() {
            return null;
        }

        @Override
        public void printLine(String line) {
            lines.add(line);
        }

        @Override
        public void flush() {}
    }

    static Stream<Way> ways() {
        List<Way> ways = new ArrayList<>();
        for (String scheduler : List.of("workers", "in order", "drawn")) {
            for (String execution : List.of("microprocess", "tasklet", "thread")) {
                ways.add(new Way(scheduler, execution));
            }
        }
        return ways.stream();
    }

    private static PlanResult plan(String body) {
        var loaded = GraphFile.parse(("{'format':'myelin-graph/1'," + body + "}").replace('\'', '"'));
        assertThat(loaded.problems()).isEmpty();
        return Planner.plan(
                loaded,
                new PlanRequest(
                        ComponentCatalog.installed(),
                        FOLDER,
                        FOLDER,
                        Map.of(),
                        _ -> Optional.empty(),
                        _ -> Optional.empty(),
                        false));
    }

    /** A carousel over a graph that sends its parameter; {@code next} gives its messages. */
    private static String carousel(String settings, String next, String more, String links, String graph) {
        return "'components': {'next': {'type': 'source.values', 'settings': {'values': [" + next + "]}},"
                + "'c': {'type': 'flow.carousel', 'execution': 'EXECUTION', 'settings': {'graph': 'graph:g'" + settings
                + "}}, 'p': {'type': 'console.print'}" + more + "}, 'links': [{'from': 'next.outbox', 'to': 'c.next'},"
                + "{'from': 'c.outbox', 'to': 'p.inbox'}" + links + "], 'graphs': {'g': {" + graph + "}}";
    }

    private static final String ONE_SHOT = "'parameters': {'value': {'type': 'text'}}, 'components': {'v':"
            + "{'type': 'source.values', 'settings': {'values': ['${value}']}}}, 'outboxes': {'outbox': 'v.outbox'}";

    private static final String REQUEST_LINK = ", {'from': 'c.requestNext', 'to': 'q.inbox'}";
    private static final String REQUESTED = ", 'q': {'type': 'console.print'}";

    @ParameterizedTest
    @MethodSource("ways")
    void h16_idle_it_does_nothing_and_asks_for_the_first_only_where_it_is_told_to(Way way) throws Exception {
        assertThat(way.printed(carousel("", "", REQUESTED, REQUEST_LINK, ONE_SHOT)))
                .isEmpty();
        assertThat(way.printed(carousel(", 'requestFirst': true", "", REQUESTED, REQUEST_LINK, ONE_SHOT)))
                .containsExactly("NEXT");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void h17_h22_each_message_makes_a_child_with_its_parameters_and_what_they_send_comes_in_order(Way way)
            throws Exception {
        assertThat(way.printed(carousel("", "'a', {'value': 'b', 'other': 1}, 'c'", "", "", ONE_SHOT)))
                .containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void h18_each_end_of_a_child_asks_once_and_its_signal_leaks_nowhere(Way way) throws Exception {
        String signal = ", 's': {'type': 'data.map', 'settings': {'expression': 'component'}},"
                + "'t': {'type': 'console.print'}";
        List<String> printed = way.printed(carousel(
                "",
                "'a', 'b'",
                REQUESTED + signal,
                REQUEST_LINK + ", {'from': 'c.signal', 'to': 's.inbox'}, {'from': 's.outbox', 'to': 't.inbox'}",
                ONE_SHOT));

        assertThat(printed).containsExactlyInAnyOrder("a", "b", "NEXT", "NEXT", "c");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void h19_h20_what_is_asked_for_while_a_child_runs_starts_after_its_end_and_all_are_served(Way way)
            throws Exception {
        String counting =
                "'parameters': {'value': {'type': 'integer'}}, 'components': {'v': {'type': 'source.sequence',"
                        + "'settings': {'from': '${value}', 'to': 35, 'step': 10}}, 'd': {'type': 'flow.delay', 'settings':"
                        + "{'by': '1ms'}}}, 'links': [{'from': 'v.outbox', 'to': 'd.inbox'}],"
                        + "'outboxes': {'outbox': 'd.outbox'}";

        assertThat(way.printed(carousel("", "1, 2, 3, 4", "", "", counting)))
                .containsExactly(
                        "1", "11", "21", "31", "2", "12", "22", "32", "3", "13", "23", "33", "4", "14", "24", "34");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void h20_told_to_finish_it_serves_what_waits_and_a_hard_stop_drops_it(Way way) throws Exception {
        String forever = "'components': {'v': {'type': 'source.timer', 'settings': {'every': '1ms'}}},"
                + "'outboxes': {'outbox': 'v.outbox'}";
        String stop =
                ", 's': {'type': 'source.values', 'settings': {'values': [{'status': 'stop', 'reason': 'enough'}]}}";
        List<String> printed = new CopyOnWriteArrayList<>();
        RunOutcome outcome = way.run(
                carousel(
                        "",
                        "1, 2, 3",
                        stop + REQUESTED,
                        REQUEST_LINK + ", {'from': 's.outbox', 'to': 'c.control'}",
                        forever),
                printed);

        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(printed).doesNotContain("NEXT");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void h20_told_on_control_to_finish_it_serves_all_that_is_queued_and_then_ends(Way way) throws Exception {
        String slowly = "'parameters': {'value': {'type': 'text'}}, 'components': {'v': {'type': 'source.values',"
                + "'settings': {'values': ['${value}']}}, 'd': {'type': 'flow.delay', 'settings': {'by': '2ms'}}},"
                + "'links': [{'from': 'v.outbox', 'to': 'd.inbox'}], 'outboxes': {'outbox': 'd.outbox'}";
        // It is told by the last of them, so that all are queued by then.
        String told = ", 'last': {'type': 'flow.skip', 'settings': {'count': 3}}, 'f': {'type': 'data.map', 'settings':"
                + "{'expression': '{\\\"status\\\": \\\"finished\\\", \\\"component\\\": \\\"somebody\\\"}'}}";

        assertThat(way.printed(carousel(
                        "",
                        "'a', 'b', 'c', 'd'",
                        told,
                        ", {'from': 'next.outbox', 'to': 'last.inbox'}, {'from': 'last.outbox', 'to': 'f.inbox'},"
                                + "{'from': 'f.outbox', 'to': 'c.control'}, {'from': 'c.signal', 'to': 'p.inbox'}",
                        slowly)))
                .containsExactly("a", "b", "c", "d", "{\"status\":\"finished\",\"component\":\"c\"}");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void h20_a_hard_stop_drops_what_is_queued_and_counts_it(Way way) throws Exception {
        // As soon as the first child has sent something, another carousel makes what sends the stop.
        String graphs = "'components': {'v': {'type': 'source.timer', 'settings': {'every': '1ms'}}},"
                + "'outboxes': {'outbox': 'v.outbox'}}, 'h': {'components': {'v': {'type': 'source.values', 'settings':"
                + "{'values': [{'status': 'stop', 'reason': 'enough'}]}}}, 'outboxes': {'outbox': 'v.outbox'}";
        String stop = ", 'one': {'type': 'flow.take', 'settings': {'count': 1}}, 's': {'type': 'flow.carousel',"
                + "'settings': {'graph': 'graph:h'}}";
        List<String> printed = new CopyOnWriteArrayList<>();
        AtomicReference<RunSnapshot> last = new AtomicReference<>();
        RunOutcome outcome = way.run(
                carousel(
                        "",
                        "'a', 'b', 'c'",
                        stop + REQUESTED,
                        REQUEST_LINK
                                + ", {'from': 'c.outbox', 'to': 'one.inbox'}, {'from': 'one.outbox', 'to': 's.next'},"
                                + "{'from': 's.outbox', 'to': 'c.control'}",
                        graphs),
                printed,
                last::set);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(printed).isNotEmpty().doesNotContain("NEXT");
        assertThat(last.get().components().get("c").inboxes().get("next").unread())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void h22_a_sequence_of_three_says_once_that_it_has_finished_behind_all_they_sent(Way way) throws Exception {
        assertThat(way.printed(carousel("", "'a', 'b', 'c'", "", ", {'from': 'c.signal', 'to': 'p.inbox'}", ONE_SHOT)))
                .containsExactly("a", "b", "c", "{\"status\":\"finished\",\"component\":\"c\"}");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void h21_what_one_child_does_not_read_goes_to_the_next_and_what_is_left_is_counted(Way way) throws Exception {
        String taking = "'parameters': {'value': {'type': 'integer'}}, 'components': {'t': {'type': 'flow.take',"
                + "'settings': {'count': '${value}'}}}, 'inboxes': {'inbox': 't.inbox'}, 'outboxes': {'outbox': 't.outbox'}";
        String data = ", 'd': {'type': 'source.sequence', 'settings': {'to': 9}}";

        assertThat(way.printed(carousel("", "2, 3, 1", data, ", {'from': 'd.outbox', 'to': 'c.inbox'}", taking)))
                .containsExactly("1", "2", "3", "4", "5", "6");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void a_message_that_does_not_fit_is_an_error_and_the_next_one_is_asked_for(Way way) throws Exception {
        String numbers = "'parameters': {'value': {'type': 'integer'}}, 'components': {'v': {'type': 'source.values',"
                + "'settings': {'values': ['${value}']}}}, 'outboxes': {'outbox': 'v.outbox'}";
        List<String> printed = way.printed(carousel(
                "",
                "'many', {'count': 3}, 4",
                ", 'e': {'type': 'console.print'}" + REQUESTED,
                ", {'from': 'c.errors', 'to': 'e.inbox'}" + REQUEST_LINK,
                numbers));

        assertThat(printed).hasSize(6).contains("4", "NEXT");
        assertThat(printed.stream().filter(line -> line.startsWith("{\"error\"")))
                .anyMatch(line -> line.contains("found the text \\\"many\\\"; allowed: a whole number"))
                .anyMatch(line -> line.contains("no value came for the parameter \\\"value\\\""));
    }

    @Test
    void a_text_of_a_message_is_never_taken_for_a_reference() throws Exception {
        assertThat(new Way("in order", "microprocess").printed(carousel("", "'$${env:PATH}'", "", "", ONE_SHOT)))
                .containsExactly("${env:PATH}");
    }

    @Test
    void a_graph_that_is_not_there_contains_its_user_or_is_wrong_is_told_by_the_check() {
        String carousel = "'components': {'next': {'type': 'source.values', 'settings': {'values': []}}, 'c': {'type':"
                + "'flow.carousel', 'settings': {'graph': '%s'}}, 'd': {'type': 'source.values', 'settings':"
                + "{'values': []}}}, 'links': [{'from': 'next.outbox', 'to': 'c.next'}, {'from': 'd.outbox', 'to':"
                + "'c.inbox'}], 'graphs': {'g': {'components': {'x': {'type': 'flow.carousel', 'settings': {'graph':"
                + "'graph:g'}}}, 'inboxes': {'inbox': 'x.inbox', 'n': 'x.next'}}}";

        assertThat(problems(carousel.formatted("graph:gg")))
                .contains("/components/c/settings/graph found the unknown graph \"gg\"; allowed: g");
        assertThat(problems(carousel.formatted("graph:g")))
                .contains("/graphs/g/components/x/settings/graph a graph that contains itself: \"g\" → \"g\"");
        assertThat(problems(carousel.formatted("somewhere")))
                .contains("/components/c/settings/graph found the text \"somewhere\"; allowed: a graph, such as "
                        + "graph:name or graph:./other.graph.json");
    }

    private static List<String> problems(String body) {
        return plan(body).problems().stream()
                .map(problem -> problem.pointer() + " " + problem.message())
                .toList();
    }
}
