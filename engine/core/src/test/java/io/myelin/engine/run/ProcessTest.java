package io.myelin.engine.run;

import static io.myelin.engine.run.TestGraph.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.Execution;
import io.myelin.engine.component.NoSettings;
import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.message.Bytes;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonNull;
import io.myelin.engine.message.Status;
import io.myelin.engine.run.ProcessComponents.Count;
import io.myelin.engine.run.ProcessComponents.Counting;
import io.myelin.engine.run.ProcessComponents.Echo;
import io.myelin.engine.run.ProcessComponents.Folder;
import io.myelin.engine.run.ProcessComponents.Gate;
import io.myelin.engine.run.ProcessComponents.Growing;
import io.myelin.engine.run.ProcessComponents.Obeying;
import io.myelin.engine.run.ProcessComponents.SequentialEcho;
import io.myelin.engine.run.ProcessComponents.SequentialGrowing;
import io.myelin.engine.run.ProcessComponents.Telling;
import io.myelin.engine.run.RowComponents.Many;
import io.myelin.engine.run.RowComponents.Take;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Components in child processes: the rows about messages, room and ends. */
class ProcessTest {
    private static final Way REAL = new Way(Way.OnScheduler.REAL, Execution.MICROPROCESS);
    private static final NoSettings NONE = new NoSettings();

    @TempDir
    private Path folder;

    /** Of a class that nobody can change, but that only this machine knows how to make. */
    private static final class Local {
        private final int number;

        Local(int number) {
            this.number = number;
        }

        @Override
        public String toString() {
            return "local " + number;
        }
    }

    @Test
    void a04_i02_messages_through_processes_of_both_styles_arrive_complete_and_in_order() throws Exception {
        List<Object> received = TestGraph.synchronizedList();
        TestGraph graph = new TestGraph();
        graph.process("p", Counting.class, new Count(10_000)).inboxes();
        graph.process("e", SequentialEcho.class, NONE);
        graph.sink("c", received);
        graph.chain("p", "e", "c");
        Way.Running running = REAL.start(graph);
        RunOutcome outcome = running.end();

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(received).isEqualTo(numbers(10_000));
        assertThat(running.counts("p").sent()).isEqualTo(10_000);
        assertThat(running.counts("e").received()).isEqualTo(10_000);
        assertThat(running.inbox("e").unread()).isZero();
    }

    @Test
    void a05_a13_values_of_every_kind_arrive_equal_whatever_the_scheduler() throws Exception {
        Object[] messages = {
            0L,
            false,
            "",
            "ünï 🦖",
            new BigDecimal("1.50"),
            JsonNull.NULL,
            Bytes.copyOf(new byte[] {1, 2}),
            List.of(1L, List.of()),
            DataRecord.of("a", 1L, "b", Instant.EPOCH),
            new Count(3)
        };
        for (Way.OnScheduler scheduler : List.of(Way.OnScheduler.REAL, Way.OnScheduler.DRAWN)) {
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = new TestGraph();
            graph.source("p", messages);
            graph.process("e", Echo.class, NONE);
            graph.sink("c", received);
            graph.chain("p", "e", "c");
            RunOutcome outcome = new Way(scheduler, Execution.MICROPROCESS).run(graph);

            assertThat(outcome.failures()).isEmpty();
            assertThat(received).containsExactly(messages);
        }
    }

    @Test
    void a06_what_a_process_sends_unlinked_is_dropped_counted_and_seen() throws Exception {
        TestGraph graph = new TestGraph();
        graph.process("p", Counting.class, new Count(5000)).inboxes();
        Way.Running running = REAL.start(graph);

        assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(running.counts("p").unlinked()).isEqualTo(5000);
        assertThat(running.counts("p").sent()).isEqualTo(5000);
    }

    @Test
    void a13_what_can_not_cross_is_refused_naming_class_and_box_in_both_directions() throws Exception {
        List<Object> received = TestGraph.synchronizedList();
        TestGraph graph = new TestGraph();
        graph.source("p", "first", new Local(1), "unportable", "large", "last");
        graph.process("o", Obeying.class, new Folder(folder)).onError(FailurePolicy.SKIP);
        graph.sink("c", received);
        graph.chain("p", "o", "c");
        Way.Running running = REAL.start(graph);
        RunOutcome outcome = running.end();

        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(received).containsExactly("first", "last");
        assertThat(outcome.failures()).hasSize(3);
        assertThat(outcome.failures().get(0).message()).contains("o.inbox").contains(Local.class.getName());
        assertThat(outcome.failures().get(1).message()).contains("o.outbox").contains("java.lang.Thread");
        assertThat(outcome.failures().get(1).item()).contains("unportable");
        assertThat(outcome.failures().get(2).message()).contains("o.outbox").contains("64 MiB");
        assertThat(running.counts("o").skipped()).isEqualTo(3);
    }

    @Test
    void b05_b09_g01_g02_g07_links_ends_and_control_are_seen_in_a_process_as_anywhere() throws Exception {
        List<Object> first = TestGraph.synchronizedList();
        List<Object> second = TestGraph.synchronizedList();
        List<Object> signals = TestGraph.synchronizedList();
        TestGraph graph = new TestGraph();
        graph.counting("p", 3);
        graph.source("q", "hello");
        graph.process("t", Telling.class, NONE);
        graph.sink("c1", first);
        graph.sink("c2", second);
        graph.sink("s", signals);
        graph.chain("p", "t", "c1")
                .chain("t", "c2")
                .link("q.outbox", "t.control")
                .link("t.signal", "s.inbox");
        assertThat(REAL.run(graph).ending()).isEqualTo(RunOutcome.Ending.FINISHED);

        assertThat(first).isEqualTo(second);
        assertThat(first).contains("t linked true true", DataRecord.of("control", "hello"), "end of inbox");
        assertThat(first.stream().filter(Long.class::isInstance).toList()).isEqualTo(numbers(3));
        assertThat(first).endsWith("end");
        assertThat(first.indexOf("end of inbox")).isGreaterThan(first.indexOf(2L));
        assertThat(signals).containsExactly(Status.finished("t"));
    }

    @Test
    void c03_a_passthrough_behind_a_process_leads_on() throws Exception {
        List<Object> received = TestGraph.synchronizedList();
        TestGraph graph = new TestGraph();
        graph.process("p", Counting.class, new Count(100)).inboxes();
        graph.sink("c", received);
        ByHand parent = new ByHand("parent");
        RunningGraph run = REAL.prepare(graph);
        run.wiring().passThrough(run.component("p").boxes().outbox("outbox"), parent.outbox());
        run.wiring().link(parent.outbox(), run.component("c").boxes().inbox("inbox"), this);
        run.start();

        // The parent itself could still send: nobody says that it is done.
        assertThat(REAL.running(run).end().ending()).isEqualTo(RunOutcome.Ending.STALLED);
        assertThat(received).isEqualTo(numbers(100));
    }

    @Test
    void e02_e09_i03_i08_a_full_process_holds_its_producer_back_within_its_window_and_loses_nothing() throws Exception {
        List<Object> received = TestGraph.synchronizedList();
        TestGraph graph = new TestGraph();
        graph.counting("p", 1000);
        graph.process("g", Gate.class, new Folder(folder)).limit(5);
        graph.sink("c", received);
        graph.chain("p", "g", "c");
        Way.Running running = REAL.start(graph);
        running.until("nothing more fits", () -> running.inbox("g").depth() == 10);
        running.untilStatus("p", ComponentStatus.BLOCKED);
        assertThat(running.counts("p").sent()).isEqualTo(11);
        assertThat(running.counts("g").received()).isZero();
        Files.createFile(folder.resolve("open"));

        assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(received).isEqualTo(numbers(1000));
        assertThat(running.counts("g").received()).isEqualTo(1000);
    }

    @Test
    void e09_i06_a_process_waits_for_a_slow_consumer_and_all_arrives_before_it_has_ended() throws Exception {
        RoomTest.Gate gate = new RoomTest.Gate();
        TestGraph graph = new TestGraph();
        graph.process("p", Counting.class, new Count(3000)).inboxes();
        graph.reactive("c", () -> gate).outboxes().limit(2);
        graph.chain("p", "c");
        Way.Running running = REAL.start(graph);
        running.until("the inbox is full", () -> running.inbox("c").depth() == 2);
        running.untilStatus("p", ComponentStatus.BLOCKED);
        gate.open(Long.MAX_VALUE);
        running.end();

        assertThat(gate.received).isEqualTo(numbers(3000));
        assertThat(running.counts("p").status()).isEqualTo(ComponentStatus.FINISHED);
    }

    @Test
    void e10_of_two_processes_that_wait_on_one_full_inbox_neither_gets_less_than_a_third() throws Exception {
        TestGraph graph = new TestGraph();
        graph.process("p0", Counting.class, new Count(Long.MAX_VALUE)).inboxes();
        graph.process("p1", Counting.class, new Count(Long.MAX_VALUE)).inboxes();
        RoomTest.Gate gate = new RoomTest.Gate();
        graph.reactive("c", () -> gate).outboxes().limit(200);
        Way.Running running = REAL.start(graph.chain("p0", "c").chain("p1", "c"));
        RoomQueue queue = running.run().component("c").boxes().inbox("inbox").room();
        long first = 0;
        for (int taken = 200; taken <= 10_000; taken += 200) {
            int expected = taken;
            running.until("both wait", () -> queue.length() == 2);
            first = running.counts("p0").sent();
            gate.open(200);
            running.until("they are taken", () -> gate.received.size() == expected);
        }
        running.run().stop();
        running.end();

        assertThat(first).isBetween(3_334L, 6_666L);
    }

    @Test
    void e10_of_two_producers_that_wait_on_the_full_inbox_of_a_process_neither_gets_less_than_a_third()
            throws Exception {
        TestGraph graph = new TestGraph();
        graph.source("p0", () -> Stream.generate(() -> 0L).iterator());
        graph.source("p1", () -> Stream.generate(() -> 1L).iterator());
        graph.process("e", Echo.class, NONE).limit(200);
        RoomTest.Gate gate = new RoomTest.Gate();
        graph.reactive("c", () -> gate).outboxes().limit(200);
        Way.Running running = REAL.start(graph.chain("p0", "e", "c").chain("p1", "e"));
        RoomQueue queue = running.run().component("e").boxes().inbox("inbox").room();
        for (int taken = 200; taken <= 10_000; taken += 200) {
            int expected = taken;
            running.until("both wait", () -> queue.length() == 2);
            gate.open(200);
            running.until("they are taken", () -> gate.received.size() == expected);
        }
        running.run().stop();
        running.end();

        assertThat(gate.received.stream().filter(message -> message.equals(0L)).count())
                .isBetween(3_334L, 6_666L);
    }

    @Test
    void g03_i05_a_stop_ends_a_process_promptly_with_its_inbox_full_and_counts_what_was_left() throws Exception {
        TestGraph graph = new TestGraph();
        graph.counting("p", Long.MAX_VALUE);
        graph.process("g", Gate.class, new Folder(folder)).limit(8);
        graph.chain("p", "g");
        Way.Running running = REAL.start(graph);
        running.until("nothing more fits", () -> running.inbox("g").depth() == 16);
        running.run().stop();
        RunOutcome outcome = running.end();

        assertThat(outcome).isEqualTo(new RunOutcome(RunOutcome.Ending.STOPPED, List.of(), List.of()));
        assertThat(running.counts("g").status()).isEqualTo(ComponentStatus.STOPPED);
        assertThat(running.inbox("g").unread()).isEqualTo(16);
    }

    @Test
    void g10_an_endless_process_ends_when_nobody_is_left_to_send_to() throws Exception {
        TestGraph graph = new TestGraph();
        graph.process("p", Counting.class, new Count(Long.MAX_VALUE)).inboxes();
        graph.reactive("t", () -> new EndingTest.Taking(3));
        List<Object> received = TestGraph.synchronizedList();
        graph.sink("c", received);
        graph.chain("p", "t", "c");
        Way.Running running = REAL.start(graph);

        assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(received).isEqualTo(numbers(3));
        assertThat(running.counts("p").status()).isEqualTo(ComponentStatus.FINISHED);
    }

    @Test
    void d06_a_child_that_a_process_would_have_to_itself_is_refused_at_once() throws Exception {
        assertThat(refused("child")).singleElement().asString().contains("start the child 'small'");
    }

    @Test
    void d06_when_a_component_in_a_process_ends_the_links_that_others_made_to_and_from_it_remain() throws Exception {
        List<Object> received = TestGraph.synchronizedList();
        Sends sends = new Sends();
        TestGraph graph = new TestGraph();
        graph.reactive("p", () -> sends).inboxes();
        graph.process("t", Take.class, new Many(3));
        graph.sink("c", received);
        graph.sink("stays", TestGraph.synchronizedList());
        Way.Running running = REAL.start(graph.chain("p", "t", "c").chain("p", "stays"));
        Set<TopologyElement.Link> before = RunningLinksTest.links(running);
        sends.send(0L, 1L, 2L, 3L);
        running.untilStatus("t", ComponentStatus.FINISHED);

        assertThat(received).isEqualTo(numbers(3));
        assertThat(before).hasSize(3);
        assertThat(RunningLinksTest.links(running)).isEqualTo(before);
        sends.leave();
        assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
    }

    @Test
    void j01_a_box_that_a_process_would_have_to_itself_is_refused_at_once_whatever_its_name() throws Exception {
        assertThat(refused("add inbox", "add outbox"))
                .satisfiesExactly(
                        message -> assertThat(message).contains("add the inbox 'more'"),
                        message -> assertThat(message).contains("add the outbox 'more'"));

        TestGraph sequential = new TestGraph();
        sequential.process("s", SequentialGrowing.class, NONE);
        assertThat(REAL.run(sequential).failures())
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure.message()).contains("'s' runs").contains("add the outbox 'more'"));
    }

    @Test
    void j02_a_box_of_a_process_is_not_deleted_from_within_it_and_goes_on_working() throws Exception {
        assertThat(refused("delete inbox", "delete outbox"))
                .satisfiesExactly(
                        message -> assertThat(message).contains("delete the inbox 'inbox'"),
                        message -> assertThat(message).contains("delete the outbox 'outbox'"));
    }

    /** What a component in a process is told that does what {@code orders} say; it is skipped, and the next gets through. */
    private static List<String> refused(String... orders) throws Exception {
        List<Object> received = TestGraph.synchronizedList();
        TestGraph graph = new TestGraph();
        graph.source("p", Stream.concat(Stream.of(orders), Stream.of("last")).toArray());
        graph.process("a/g", Growing.class, NONE).onError(FailurePolicy.SKIP);
        graph.sink("c", received);
        RunOutcome outcome = REAL.run(graph.chain("p", "a/g", "c"));

        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(received).containsExactly("last");
        List<String> told =
                outcome.failures().stream().map(ComponentFailure::message).toList();
        assertThat(told)
                .allMatch(message -> message.contains("'a/g' runs in a process of its own"))
                .allMatch(message -> message.contains("Run it as a tasklet or a thread"));
        return told;
    }

    @Test
    void i04_the_window_is_bounded_whatever_the_capacity() {
        assertThat(ProcessEntry.window(0)).isEqualTo(1);
        assertThat(ProcessEntry.window(7)).isEqualTo(7);
        assertThat(ProcessEntry.window(Integer.MAX_VALUE)).isEqualTo(1024);
    }

    @Test
    void f20_processes_that_wait_for_each_other_are_said_to_be_stuck() throws Exception {
        TestGraph graph = new TestGraph();
        graph.process("e", Echo.class, NONE);
        graph.pass("m");
        graph.chain("e", "m", "e");
        RunOutcome outcome = REAL.run(graph);

        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.STALLED);
        assertThat(outcome.stalled())
                .anySatisfy(sentence -> assertThat(sentence).contains("'e' waits for a message"));
    }

    @Test
    void aPausedRunPausesItsProcesses() throws Exception {
        TestGraph graph = new TestGraph();
        graph.process("p", Counting.class, new Count(Long.MAX_VALUE)).inboxes();
        Way.Running running = REAL.start(graph);
        running.until("it sends", () -> running.counts("p").sent() > 0);
        running.run().pause();
        AtomicLong last = new AtomicLong(-1);
        AtomicLong since = new AtomicLong(System.nanoTime());
        running.until("it rests", () -> {
            long now = System.nanoTime();
            if (last.getAndSet(running.counts("p").sent())
                    != running.counts("p").sent()) {
                since.set(now);
            }
            return now - since.get() > 300_000_000;
        });
        running.run().resume();
        long sent = running.counts("p").sent();
        running.until("it goes on", () -> running.counts("p").sent() > sent);
        running.run().stop();

        assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.STOPPED);
    }
}
