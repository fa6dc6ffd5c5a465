package io.myelin.palette;

import static io.myelin.palette.GraphOnTheEngine.end;
import static io.myelin.palette.GraphOnTheEngine.graph;
import static io.myelin.palette.GraphOnTheEngine.start;
import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.RunOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Graphs of palette components")
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class RunsOfGraphsTest {
    @TempDir
    Path folder;

    private final Bench.TestConsole console = new Bench.TestConsole();

    private RunOutcome run(String graph) throws Exception {
        return end(start(graph, folder, console));
    }

    private static void await(BooleanSupplier condition) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > limit) {
                throw new AssertionError("waited in vain");
            }
            Thread.onSpinWait();
        }
    }

    @Test
    void a_sequence_to_a_trillion_into_a_take_of_3_ends_at_once() throws Exception {
        RunOutcome outcome = run(graph("""
                "from":{"type":"source.sequence","settings":{"to":1000000000000}},
                "take":{"type":"flow.take","settings":{"count":3}},
                "print":{"type":"console.print"}""", "from.outbox > take.inbox", "take.outbox > print.inbox"));
        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(console.printed()).containsExactly("1", "2", "3");
    }

    @Test
    void a_reader_that_goes_away_ends_the_graph_quietly() throws Exception {
        console.breakWith("Broken pipe");
        RunOutcome outcome = run(graph("""
                "from":{"type":"source.sequence","settings":{"to":1000000000000}},
                "print":{"type":"console.print"}""", "from.outbox > print.inbox"));
        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(outcome.failures()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklet", "thread"})
    void lines_of_a_file_go_through_and_into_another_in_order(String execution) throws Exception {
        List<String> lines =
                IntStream.range(0, 50_000).mapToObj(i -> "line " + i + " é").toList();
        Files.write(folder.resolve("in.txt"), lines);
        RunOutcome outcome = run(
                graph("""
                "read":{"type":"file.lines","settings":{"path":"in.txt"},"execution":"EXECUTION"},
                "case":{"type":"text.case","settings":{"to":"upper"},"execution":"EXECUTION",
                        "inboxes":{"inbox":{"capacity":7}}},
                "write":{"type":"file.write","settings":{"path":"out.txt"},"execution":"EXECUTION"}""".replace("EXECUTION", execution), "read.outbox > case.inbox", "case.outbox > write.inbox"));
        assertThat(outcome.failures()).isEmpty();
        assertThat(Files.readAllLines(folder.resolve("out.txt")))
                .isEqualTo(lines.stream()
                        .map(line -> line.toUpperCase(java.util.Locale.ROOT))
                        .toList());
    }

    @Test
    void a_flawed_line_and_a_flawed_text_go_to_their_errors_and_the_rest_goes_on() throws Exception {
        Files.write(
                folder.resolve("in.txt"),
                "ok\nsch\u00f6n\naaa!\nend\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        RunOutcome outcome =
                run(graph("""
                "read":{"type":"file.lines","settings":{"path":"in.txt"}},
                "split":{"type":"text.split","settings":{"pattern":" "}},
                "print":{"type":"console.print"}""", "read.outbox > split.inbox", "split.outbox > print.inbox", "read.errors > print.inbox"));
        assertThat(outcome.failures()).isEmpty();
        assertThat(console.printed())
                .contains("ok", "aaa!", "end")
                .hasSize(4)
                .anyMatch(line -> line.contains("\"item\":\"sch�n\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"skip", "stop"})
    void a_file_that_cannot_be_read_on_ends_its_reader_whatever_the_policy(String policy) throws Exception {
        byte[] endless = new byte[(64 << 20) + 2];
        endless[0] = 'a';
        endless[1] = '\n';
        Files.write(folder.resolve("in.txt"), endless);
        RunOutcome outcome = run(graph("""
                "read":{"type":"file.lines","settings":{"path":"in.txt"},"onError":{"policy":"POLICY"}},
                "print":{"type":"console.print"}""".replace("POLICY", policy), "read.outbox > print.inbox"));
        assertThat(outcome.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.message()).contains("line 2 of", "longer than 64 MiB"));
        assertThat(console.printed()).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"skip", "stop-graph"})
    void where_errors_is_not_linked_the_policy_decides(String policy) throws Exception {
        Files.write(folder.resolve("in.txt"), new byte[] {'a', '\n', (byte) 0xFF, '\n', 'b', '\n'});
        RunOutcome outcome = run(graph("""
                "read":{"type":"file.lines","settings":{"path":"in.txt"},"onError":{"policy":"POLICY"}},
                "print":{"type":"console.print"}""".replace("POLICY", policy), "read.outbox > print.inbox"));
        assertThat(outcome.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.message()).contains("line 2 of", "is not UTF-8");
            assertThat(failure.item()).contains("�");
        });
        if (policy.equals("skip")) {
            assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(console.printed()).containsExactly("a", "b");
        } else {
            assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FAILED);
        }
    }

    @Test
    void following_a_log_goes_on_through_rotation_until_enough_has_come() throws Exception {
        Path log = Files.writeString(folder.resolve("log.txt"), "1\n");
        GraphRun run = start(graph("""
                        "read":{"type":"file.lines","settings":{"path":"log.txt","follow":true}},
                        "take":{"type":"flow.take","settings":{"count":4}},
                        "print":{"type":"console.print"}""", "read.outbox > take.inbox", "take.outbox > print.inbox"), folder, console);
        await(() -> console.printed().size() == 1);
        Files.writeString(log, "2\n", StandardOpenOption.APPEND);
        await(() -> console.printed().size() == 2);
        Files.move(log, folder.resolve("log.1"));
        Files.writeString(log, "3\n");
        await(() -> console.printed().size() == 3);
        Files.writeString(log, "4\n5\n", StandardOpenOption.APPEND);
        assertThat(end(run).ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(console.printed()).containsExactly("1", "2", "3", "4");
    }

    @Test
    void stopping_while_following_ends_promptly() throws Exception {
        Files.writeString(folder.resolve("log.txt"), "1\n");
        GraphRun run = start(graph("""
                        "read":{"type":"file.lines","settings":{"path":"log.txt","follow":true}},
                        "write":{"type":"file.write","settings":{"path":"out.txt"}}""", "read.outbox > write.inbox"), folder, console);
        await(() -> run.snapshot().components().get("write").received() == 1);
        run.stop();
        assertThat(end(run).ending()).isEqualTo(RunOutcome.Ending.STOPPED);
        assertThat(files()).noneMatch(name -> name.endsWith(".part"));
    }

    private List<String> files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_failure_before_the_end_keeps_the_old_file() throws Exception {
        Files.writeString(folder.resolve("out.txt"), "old");
        RunOutcome outcome = run(graph("""
                "from":{"type":"source.values","settings":{"values":["a",1]}},
                "case":{"type":"text.case"},
                "write":{"type":"file.write","settings":{"path":"out.txt"}}""", "from.outbox > case.inbox", "case.outbox > write.inbox"));
        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FAILED);
        assertThat(outcome.failures().getFirst().message()).isEqualTo("expected text, but found the number 1");
        assertThat(folder.resolve("out.txt")).hasContent("old");
        assertThat(files()).containsExactly("out.txt");
    }

    @Test
    void a_missing_file_fails_the_graph_with_its_name() throws Exception {
        RunOutcome outcome = run(graph("""
                "read":{"type":"file.lines","settings":{"path":"none.txt"}},
                "print":{"type":"console.print"}""", "read.outbox > print.inbox"));
        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FAILED);
        assertThat(outcome.failures().getFirst().message())
                .isEqualTo("there is no file " + folder.resolve("none.txt") + ": check the setting `path`");
    }

    @Test
    void standard_input_goes_line_by_line_to_its_end() throws Exception {
        List.of("one", "", "three").forEach(console::type);
        console.endInput();
        RunOutcome outcome = run(graph(
                "\"read\":{\"type\":\"console.read\"},\"print\":{\"type\":\"console.print\"}",
                "read.outbox > print.inbox"));
        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(console.printed()).containsExactly("one", "", "three");
    }

    @Test
    void waiting_for_standard_input_ends_with_what_it_feeds() throws Exception {
        console.type("one");
        RunOutcome outcome = run(graph("""
                "read":{"type":"console.read"},
                "take":{"type":"flow.take","settings":{"count":1}},
                "print":{"type":"console.print"}""", "read.outbox > take.inbox", "take.outbox > print.inbox"));
        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(console.printed()).containsExactly("one");
    }

    @Test
    void a_hundred_thousand_lines_of_standard_input_come_in_order_through_a_small_inbox() throws Exception {
        IntStream.rangeClosed(1, 100_000).forEach(i -> console.type("line " + i));
        console.endInput();
        RunOutcome outcome = run(graph("""
                "read":{"type":"console.read"},
                "skip":{"type":"flow.skip","settings":{"count":99999},"inboxes":{"inbox":{"capacity":3}}},
                "print":{"type":"console.print"}""", "read.outbox > skip.inbox", "skip.outbox > print.inbox"));
        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(console.printed()).containsExactly("line 100000");
    }

    @Test
    void waiting_for_standard_input_is_no_stall_and_stops_promptly() throws Exception {
        GraphRun run = start(
                graph(
                        "\"read\":{\"type\":\"console.read\"},\"print\":{\"type\":\"console.print\"}",
                        "read.outbox > print.inbox"),
                folder,
                console);
        assertThat(run.awaitEnd(Duration.ofMillis(300))).isEmpty();
        long before = System.nanoTime();
        run.stop();
        assertThat(end(run).ending()).isEqualTo(RunOutcome.Ending.STOPPED);
        assertThat(System.nanoTime() - before).isLessThan(TimeUnit.SECONDS.toNanos(4));
    }

    @Test
    void a_timer_ticks_in_real_time_and_a_rate_limit_holds() throws Exception {
        long before = System.nanoTime();
        RunOutcome outcome = run(
                graph("""
                "tick":{"type":"source.timer","settings":{"every":"1ms","count":6}},
                "limit":{"type":"flow.rate-limit","settings":{"messages":2,"per":"50ms"}},
                "batch":{"type":"flow.batch","settings":{"size":4,"within":"10s"}},
                "print":{"type":"console.print"}""", "tick.outbox > limit.inbox", "limit.outbox > batch.inbox", "batch.outbox > print.inbox"));
        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(console.printed()).containsExactly("[1,2,3,4]", "[5,6]");
        assertThat(System.nanoTime() - before).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(100));
    }

    @Test
    void a_gate_holds_a_flow_back_until_it_opens() throws Exception {
        RunOutcome outcome = run(graph(
                """
                "from":{"type":"source.sequence","settings":{"to":5000}},
                "closed":{"type":"source.values","settings":{"values":[false]}},
                "tick":{"type":"source.timer","settings":{"every":"20ms","count":1}},
                "open":{"type":"data.map","settings":{"expression":"true"}},
                "gate":{"type":"flow.gate"},
                "out":{"type":"file.write","settings":{"path":"out.txt"}}""",
                "from.outbox > gate.inbox",
                "closed.outbox > gate.open",
                "tick.outbox > open.inbox",
                "open.outbox > gate.open",
                "gate.outbox > out.inbox"));
        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(Files.readAllLines(folder.resolve("out.txt"))).hasSize(5000);
    }
}
