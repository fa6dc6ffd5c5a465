package io.myelin.engine.run;

import static io.myelin.engine.run.TestGraph.numbers;
import static io.myelin.engine.run.Way.everyExecution;
import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.Execution;
import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.graph.OverflowPolicy;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.Status;
import io.myelin.engine.run.ProcessComponents.Count;
import io.myelin.engine.run.ProcessComponents.Counting;
import io.myelin.engine.run.ProcessComponents.Echo;
import io.myelin.engine.run.ProcessComponents.Folder;
import io.myelin.engine.run.ProcessComponents.Gate;
import io.myelin.engine.run.ProcessComponents.Obeying;
import io.myelin.engine.run.ProcessComponents.SequentialEcho;
import io.myelin.engine.run.ProcessComponents.Telling;
import io.myelin.engine.run.RowComponents.Countdown;
import io.myelin.engine.run.RowComponents.Even;
import io.myelin.engine.run.RowComponents.Many;
import io.myelin.engine.run.RowComponents.Which;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sending, linking and passing through, under every execution: rows A, B, C, D, H and M. */
class MessagesOnEveryExecutionTest {
    @TempDir
    private Path folder;

    private static void change(RunningGraph run, Runnable change) {
        run.enter();
        try {
            change.run();
        } finally {
            run.leave();
        }
    }

    private static WiredInbox inbox(RunningGraph run, String path) {
        return run.component(path).boxes().inbox("inbox");
    }

    private static WiredOutbox outbox(RunningGraph run, String path) {
        return run.component(path).boxes().outbox("outbox");
    }

    @Test
    void a03_what_is_sent_is_at_the_receiver_before_send_returns() throws Exception {
        everyExecution(way -> {
            List<Object> received = TestGraph.synchronizedList();
            CompletableFuture<RunningGraph> started = new CompletableFuture<>();
            List<Long> there = TestGraph.synchronizedListOf();
            TestGraph graph = way.graph();
            graph.reactive(
                            "p",
                            () -> new SendingTest.OnStart(context -> {
                                for (long i = 0; i < 5; i++) {
                                    context.outbox().send(i);
                                    there.add(inbox(started.join(), "c").received());
                                }
                                context.finish();
                            }))
                    .inboxes();
            way.add(graph, "c", Echo.class);
            graph.sink("sink", received);
            graph.chain("p", "c", "sink");
            RunningGraph run = way.prepare(graph);
            started.complete(run);
            run.start();
            way.running(run).end();

            assertThat(there).containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(received).isEqualTo(numbers(5));
        });
    }

    @Test
    void a07_what_was_sent_before_a_link_was_made_does_not_arrive_by_it() throws Exception {
        everyExecution(way -> {
            List<Object> received = TestGraph.synchronizedList();
            Sends sends = new Sends();
            TestGraph graph = way.graph();
            graph.reactive("p", () -> sends).inboxes();
            way.add(graph, "e", Echo.class);
            graph.sink("c", received);
            graph.chain("p", "e");
            Way.Running running = way.start(graph);
            sends.send("before");
            running.until("it is lost", () -> running.counts("e").unlinked() == 1);
            change(
                    running.run(),
                    () -> running.run().wiring().link(outbox(running.run(), "e"), inbox(running.run(), "c"), this));
            sends.send("after");
            sends.leave();
            running.end();

            assertThat(received).containsExactly("after");
            assertThat(running.counts("e").unlinked()).isEqualTo(1);
        });
    }

    @Test
    void a01_a08_a09_a10_boxes_that_are_there_are_empty_and_those_that_are_not_are_errors_naming_them()
            throws Exception {
        everyExecution(way -> {
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            way.add(graph, "looking", RowComponents.Looking.class);
            graph.sink("c", received);
            graph.chain("looking", "c");
            Way.Running running = way.start(graph);

            assertThat(running.end().failures()).isEmpty();
            assertThat(received).hasSize(4).startsWith("waits 0, polled nothing", "inbox control outbox signal");
            assertThat(received.get(2)).asString().contains("'looking' has no outbox 'nowhere'");
            assertThat(received.get(3)).asString().contains("'looking' has no inbox 'nowhere'");
            assertThat(running.counts("looking").sent()).isEqualTo(4);
        });
    }

    @Test
    void b09_two_outboxes_of_one_may_feed_one_inbox() throws Exception {
        everyExecution(way -> {
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            way.add(graph, "p", Counting.class, new Count(3)).inboxes();
            graph.sink("c", received);
            graph.chain("p", "c").link("p.signal", "c.inbox");
            way.run(graph);

            assertThat(received).containsExactly(0L, 1L, 2L, Status.finished("p"));
        });
    }

    @Test
    void a11_b01_b12_messages_on_inbox_and_control_count_apart_and_nothing_is_anywhere_else() throws Exception {
        everyExecution(way -> {
            List<Object> received = TestGraph.synchronizedList();
            List<Object> other = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            Sends sends = new Sends();
            graph.reactive("p", () -> sends).inboxes();
            graph.source("q", "hello");
            way.add(graph, "t", Telling.class);
            graph.sink("c", received);
            graph.sink("other", other);
            graph.chain("p", "t", "c").link("q.outbox", "t.control").chain("p", "other");
            Way.Running running = way.start(graph);
            sends.send("one", "two");
            // What is out of band may come too late for one that has ended.
            running.until("it has been told", () -> received.contains(DataRecord.of("control", "hello")));
            sends.leave();
            running.end();

            assertThat(running.inbox("t").received()).isEqualTo(2);
            assertThat(running.counts("t").inboxes().get("control").received()).isEqualTo(1);
            assertThat(received).contains("one", "two", DataRecord.of("control", "hello"));
            assertThat(other).containsExactly("one", "two");
            assertThat(running.counts("c").inboxes().get("control").received()).isZero();
        });
    }

    @Test
    void a12_with_nothing_waiting_none_is_ready_and_then_control_is() throws Exception {
        everyExecution(way -> {
            List<Object> received = TestGraph.synchronizedList();
            Sends sends = new Sends();
            TestGraph graph = way.graph();
            graph.reactive("q", () -> sends).inboxes();
            way.add(graph, "w", Which.class);
            graph.sink("c", received);
            graph.chain("w", "c").link("q.outbox", "w.control");
            Way.Running running = way.start(graph);
            running.until("it has looked", () -> received.size() == 1);
            sends.send("hello");
            sends.leave();
            running.end();

            assertThat(received).containsExactly("none", "control control");
        });
    }

    @Test
    void a14_an_inbox_holds_1024_unless_said_otherwise_and_all_where_it_is_unbounded() throws Exception {
        everyExecution(way -> {
            Path here = Files.createTempDirectory(folder, "gate");
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("p", 3000);
            way.add(graph, "g", Gate.class, new Folder(here));
            graph.counting("many", 100_000);
            way.add(graph, "unbounded", Gate.class, new Folder(here)).limit(Integer.MAX_VALUE);
            graph.sink("c", received);
            graph.chain("p", "g", "c").chain("many", "unbounded");
            Way.Running running = way.start(graph);
            // A process is given as much again as its inbox holds, in its own.
            long most = way.execution() == Execution.PROCESS ? 2048 : 1024;
            running.until("no more fits", () -> running.inbox("g").depth() == most);
            running.untilStatus("p", ComponentStatus.BLOCKED);
            running.untilStatus("many", ComponentStatus.FINISHED);
            assertThat(running.inbox("g").capacity()).isEqualTo(1024);
            // On its way to a process a message is for a moment neither here nor there.
            running.until("all wait", () -> running.inbox("unbounded").depth() == 100_000);
            Files.createFile(here.resolve("open"));
            running.end();

            assertThat(received).isEqualTo(numbers(3000));
            assertThat(running.counts("unbounded").received()).isEqualTo(100_000);
        });
    }

    @Test
    void b07_b13_links_that_come_and_go_disturb_no_other() throws Exception {
        everyExecution(way -> {
            List<Object> received = TestGraph.synchronizedList();
            List<Object> other = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            way.add(graph, "p", Counting.class, new Count(5000)).inboxes();
            graph.sink("c", received).limit(16);
            graph.sink("other", other);
            graph.reactive("holder", () -> new SendingTest.OnStart(context -> context.expect("the test")))
                    .inboxes();
            graph.chain("p", "c").chain("holder", "other");
            Way.Running running = way.start(graph);
            RunningGraph run = running.run();
            for (int i = 1; i <= 20; i++) {
                int arrived = i * 50;
                running.until("more have arrived", () -> received.size() >= arrived);
                change(run, () -> {
                    WiredLink link = run.wiring().link(outbox(run, "p"), inbox(run, "other"), this);
                    if (arrived % 100 == 0) {
                        run.wiring().unlink(link, this);
                    } else {
                        run.wiring().unlink(run.wiring().link(outbox(run, "holder"), inbox(run, "c"), this), this);
                        run.wiring().unlink(link, this);
                    }
                });
            }
            running.until("all have arrived", () -> received.size() == 5000);
            run.stop();
            running.end();

            assertThat(received).isEqualTo(numbers(5000));
            List<Object> once = other.stream().distinct().sorted().toList();
            assertThat(other).isEqualTo(once);
        });
    }

    @Test
    void b08_messages_of_two_producers_arrive_in_the_order_sent() throws Exception {
        everyExecution(way -> {
            List<Object> received = TestGraph.synchronizedList();
            Sends a = new Sends();
            Sends b = new Sends();
            TestGraph graph = way.graph();
            graph.reactive("a", () -> a).inboxes();
            graph.reactive("b", () -> b).inboxes();
            way.add(graph, "c", SequentialEcho.class);
            graph.sink("sink", received);
            graph.chain("a", "c", "sink").chain("b", "c");
            Way.Running running = way.start(graph);
            a.send(1L);
            running.until("it is there", () -> running.inbox("c").received() == 1);
            b.send(2L);
            running.until("it is there", () -> running.inbox("c").received() == 2);
            a.send(3L);
            a.leave();
            b.leave();
            running.end();

            assertThat(received).containsExactly(1L, 2L, 3L);
        });
    }

    @Test
    void b10_b11_f13_a_component_may_send_to_itself_and_round_a_ring_and_no_wake_is_lost() throws Exception {
        everyExecution(way -> {
            List<Object> alone = TestGraph.synchronizedList();
            List<Object> round = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            way.add(graph, "self", Countdown.class, new Many(50));
            graph.sink("alone", alone);
            way.add(graph, "ring", Countdown.class, new Many(500));
            graph.pass("back");
            graph.sink("round", round);
            graph.chain("self", "self").chain("self", "alone");
            graph.chain("ring", "back", "ring").chain("ring", "round");
            assertThat(way.run(graph).ending()).isEqualTo(RunOutcome.Ending.FINISHED);

            assertThat(alone)
                    .isEqualTo(LongStream.rangeClosed(1, 50)
                            .map(i -> 51 - i)
                            .boxed()
                            .toList());
            assertThat(round)
                    .isEqualTo(LongStream.rangeClosed(1, 500)
                            .map(i -> 501 - i)
                            .boxed()
                            .toList());
        });
    }

    @Test
    void c01_c02_c03_c04_c05_passthroughs_lead_to_it_and_from_it_in_whatever_order_they_are_made() throws Exception {
        everyExecution(way -> {
            for (boolean linkFirst : new boolean[] {true, false}) {
                List<Object> received = TestGraph.synchronizedList();
                List<Object> between = TestGraph.synchronizedList();
                TestGraph graph = way.graph();
                graph.counting("source", 20);
                graph.sink("group", between);
                graph.sink("group/inner", between);
                way.add(graph, "group/inner/child", Echo.class);
                graph.source("outer", "from the parent itself");
                graph.sink("sink", received);
                RunningGraph run = way.prepare(graph);
                List<Runnable> steps = List.of(
                        () -> run.wiring().link(outbox(run, "source"), inbox(run, "group"), this),
                        () -> run.wiring().passThrough(inbox(run, "group"), inbox(run, "group/inner")),
                        () -> run.wiring().passThrough(inbox(run, "group/inner"), inbox(run, "group/inner/child")),
                        () -> run.wiring().link(outbox(run, "outer"), inbox(run, "sink"), this),
                        () -> run.wiring().passThrough(outbox(run, "group/inner/child"), outbox(run, "outer")));
                (linkFirst ? steps : steps.reversed()).forEach(Runnable::run);
                run.start();
                Way.Running running = way.running(run);
                running.until("all has arrived", () -> received.size() == 21);
                run.stop();
                running.end();

                assertThat(received).contains("from the parent itself");
                received.remove("from the parent itself");
                assertThat(received).isEqualTo(numbers(20));
                assertThat(between).isEmpty();
                assertThat(running.inbox("group").received()
                                + running.inbox("group/inner").received())
                        .isZero();
            }
        });
    }

    @Test
    void d07_what_is_sent_to_one_that_has_ended_is_counted_and_so_is_what_it_has_not_read() throws Exception {
        everyExecution(way -> {
            Sends sends = new Sends();
            TestGraph graph = way.graph();
            graph.reactive("p", () -> sends).inboxes();
            way.add(graph, "e", RowComponents.Take.class, new Many(1));
            List<Object> other = TestGraph.synchronizedList();
            graph.sink("other", other);
            graph.chain("p", "e").chain("p", "other");
            Way.Running running = way.start(graph);
            sends.send("taken");
            running.untilStatus("e", ComponentStatus.FINISHED);
            sends.send("too late");
            sends.leave();
            running.end();

            assertThat(other).containsExactly("taken", "too late");
            assertThat(running.counts("p").undelivered() + running.inbox("e").unread())
                    .isEqualTo(1);
        });
    }

    @Test
    void h23_h27_each_message_is_once_on_every_outbox_that_it_is_sent_to() throws Exception {
        everyExecution(way -> {
            List<Object> x = TestGraph.synchronizedList();
            List<Object> y = TestGraph.synchronizedList();
            List<Object> side = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("p", 10);
            way.add(graph, "e", Even.class).outboxes("outbox", "side");
            graph.sink("x", x);
            graph.sink("y", y);
            graph.sink("side", side);
            graph.chain("p", "e", "x").chain("e", "y").link("e.side", "side.inbox");
            assertThat(way.run(graph).ending()).isEqualTo(RunOutcome.Ending.FINISHED);

            assertThat(x).isEqualTo(numbers(10));
            assertThat(y).isEqualTo(numbers(10));
            assertThat(side).containsExactly(0L, 2L, 4L, 6L, 8L);
        });
    }

    @Test
    void h24_one_that_is_full_and_drops_takes_nothing_from_the_other() throws Exception {
        everyExecution(way -> {
            Path here = Files.createTempDirectory(folder, "gate");
            List<Object> y = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("p", 500);
            way.add(graph, "x", Gate.class, new Folder(here)).limit("inbox", 4, OverflowPolicy.DROP_NEWEST);
            graph.sink("y", y);
            graph.chain("p", "x").chain("p", "y");
            Way.Running running = way.start(graph);
            running.untilStatus("p", ComponentStatus.FINISHED);
            Files.createFile(here.resolve("open"));
            running.end();

            assertThat(y).isEqualTo(numbers(500));
            RunSnapshot.InboxCounts counts = running.inbox("x");
            assertThat(counts.dropped()).isPositive();
            assertThat(counts.dropped() + running.counts("x").received()).isEqualTo(500);
        });
    }

    @Test
    void m02_a_failure_is_told_on_signal_like_any_status() throws Exception {
        everyExecution(way -> {
            List<Object> signals = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.source("p", "fine", "fail");
            way.add(graph, "o", Obeying.class, new Folder(folder)).onError(FailurePolicy.STOP);
            graph.sink("s", signals);
            graph.chain("p", "o").link("o.signal", "s.inbox");
            way.run(graph);

            assertThat(signals).containsExactly(Status.failed("o", "told to fail"));
        });
    }
}
