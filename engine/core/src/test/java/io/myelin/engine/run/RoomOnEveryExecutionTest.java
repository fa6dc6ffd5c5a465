package io.myelin.engine.run;

import static io.myelin.engine.run.TestGraph.numbers;
import static io.myelin.engine.run.Way.everyExecution;
import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.Status;
import io.myelin.engine.run.ProcessComponents.Count;
import io.myelin.engine.run.ProcessComponents.Counting;
import io.myelin.engine.run.ProcessComponents.Echo;
import io.myelin.engine.run.ProcessComponents.Telling;
import io.myelin.engine.run.RowComponents.Late;
import io.myelin.engine.run.RowComponents.Leaving;
import io.myelin.engine.run.RowComponents.Many;
import io.myelin.engine.run.RowComponents.Patient;
import io.myelin.engine.run.RowComponents.Take;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Room, waiting and ends, under every execution: rows E, F and G. */
class RoomOnEveryExecutionTest {
    /** Waits for something that its graph does not send, and keeps what it gets. */
    private static final class Keeps implements ReactiveComponent {
        final List<Object> received = TestGraph.synchronizedList();
        final CompletableFuture<ComponentContext> context = new CompletableFuture<>();

        @Override
        public void onStart(ComponentContext given) {
            given.expect("the test");
            context.complete(given);
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            received.add(message);
        }
    }

    @Test
    void e01_e03_e11_as_many_fit_as_the_limit_says_and_then_as_many_as_are_collected() throws Exception {
        everyExecution(way -> {
            RoomTest.Gate gate = new RoomTest.Gate();
            TestGraph graph = way.graph();
            way.add(graph, "p", Counting.class, new Count(100)).inboxes();
            graph.reactive("c", () -> gate).outboxes().limit(5);
            graph.chain("p", "c");
            Way.Running running = way.start(graph);
            running.until("five are there", () -> running.inbox("c").depth() == 5);
            running.untilStatus("p", ComponentStatus.BLOCKED);
            assertThat(running.inbox("c").received()).isEqualTo(5);
            gate.open(3);
            running.until("three more are there", () -> running.inbox("c").received() == 8);
            running.until("it is full", () -> running.inbox("c").depth() == 5);
            running.untilStatus("p", ComponentStatus.BLOCKED);
            running.until("three are handled", () -> gate.received.size() == 3);
            assertThat(running.inbox("c").received()).isEqualTo(8);
            assertThat(running.inbox("c").capacity()).isEqualTo(5);
            gate.open(Long.MAX_VALUE);
            running.end();

            assertThat(gate.received).isEqualTo(numbers(100));
            assertThat(running.inbox("c").dropped()).isZero();
        });
    }

    @Test
    void e06_e12_f09_a_limit_lowered_drops_nothing_and_one_lifted_lets_all_in_and_wakes_the_producer()
            throws Exception {
        everyExecution(way -> {
            RoomTest.Gate gate = new RoomTest.Gate();
            TestGraph graph = way.graph();
            way.add(graph, "p", Counting.class, new Count(9999)).inboxes();
            graph.reactive("c", () -> gate).outboxes().limit(10);
            graph.chain("p", "c");
            Way.Running running = way.start(graph);
            RunningGraph run = running.run();
            WiredInbox inbox = run.component("c").boxes().inbox("inbox");
            running.until("it is full", () -> inbox.size() == 10);
            running.untilStatus("p", ComponentStatus.BLOCKED);
            limit(run, inbox, 4);
            gate.open(5);
            running.until("five are taken", () -> gate.received.size() == 5);
            // Five are left, which is more than may be: nothing comes in.
            running.untilStatus("p", ComponentStatus.BLOCKED);
            assertThat(inbox.received()).isEqualTo(10);
            gate.open(3);
            running.until("there is room again", () -> inbox.received() > 10);
            running.until("it is full", () -> inbox.size() == 4);
            limit(run, inbox, Integer.MAX_VALUE);
            running.until("all are let in", () -> inbox.received() == 9999);
            gate.open(Long.MAX_VALUE);
            running.end();

            assertThat(gate.received).isEqualTo(numbers(9999));
        });
    }

    private static void limit(RunningGraph run, WiredInbox inbox, int capacity) {
        run.enter();
        try {
            run.wiring().limit(inbox, capacity);
        } finally {
            run.leave();
        }
    }

    @Test
    void e07_e10_several_producers_see_one_full_inbox_and_share_it_fairly() throws Exception {
        everyExecution(way -> {
            RoomTest.Gate gate = new RoomTest.Gate();
            TestGraph graph = way.graph();
            way.add(graph, "a", Counting.class, new Count(2000)).inboxes();
            way.add(graph, "b", Counting.class, new Count(2000)).inboxes();
            way.add(graph, "group/c", Counting.class, new Count(2000)).inboxes();
            graph.sink("group", TestGraph.synchronizedList()).outboxes("outbox");
            graph.reactive("c", () -> gate).outboxes().limit(16);
            graph.chain("a", "c").chain("b", "c");
            RunningGraph run = way.prepare(graph);
            run.wiring()
                    .passThrough(
                            run.component("group/c").boxes().outbox("outbox"),
                            run.component("group").boxes().outbox("outbox"));
            run.wiring()
                    .link(
                            run.component("group").boxes().outbox("outbox"),
                            run.component("c").boxes().inbox("inbox"),
                            this);
            run.start();
            Way.Running running = way.running(run);
            for (String producer : List.of("a", "b", "group/c")) {
                running.untilStatus(producer, ComponentStatus.BLOCKED);
            }
            assertThat(running.inbox("c").depth()).isEqualTo(16);
            assertThat(running.inbox("c").received()).isEqualTo(16);
            gate.open(3000);
            running.until("half of it is taken", () -> gate.received.size() == 3000);
            List<Long> sent = List.of(
                    running.counts("a").sent(),
                    running.counts("b").sent(),
                    running.counts("group/c").sent());
            // Room is shared among those who wait for it; one in a process does not while its messages are on their
            // way.
            long least = way.execution() == Execution.PROCESS ? 17 : 500;
            assertThat(sent).allMatch(count -> count >= least);
            gate.open(Long.MAX_VALUE);
            running.until("all is there", () -> gate.received.size() == 6000);
            run.stop();
            running.end();
        });
    }

    @Test
    void f07_f08_a_message_wakes_one_that_waits_on_whatever_inbox_and_not_its_sender() throws Exception {
        everyExecution(way -> {
            List<Object> received = TestGraph.synchronizedList();
            Keeps sender = new Keeps();
            TestGraph graph = way.graph();
            graph.reactive("p", () -> sender).outboxes("outbox", "orders");
            way.add(graph, "t", Telling.class);
            graph.sink("c", received);
            graph.chain("p", "t", "c").link("p.orders", "t.control");
            Way.Running running = way.start(graph);
            running.until("it has begun", () -> received.size() == 1 && sender.context.isDone());
            running.untilStatus("t", ComponentStatus.WAITING);
            running.untilStatus("p", ComponentStatus.WAITING);
            ComponentContext context = sender.context.join();
            context.execute(() -> context.outbox().send("data"));
            running.until("it has come through", () -> received.size() == 2);
            running.untilStatus("t", ComponentStatus.WAITING);
            context.execute(() -> context.outbox("orders").send("order"));
            running.until("it has come through", () -> received.size() == 3);
            running.run().stop();
            running.end();

            assertThat(received).containsExactly("t linked true true", "data", DataRecord.of("control", "order"));
            assertThat(sender.received).isEmpty();
        });
    }

    @Test
    void f11_f12_two_that_arrive_while_one_waits_are_both_seen_and_waiting_for_what_is_there_returns_at_once()
            throws Exception {
        everyExecution(way -> {
            List<Object> received = TestGraph.synchronizedList();
            List<Object> late = TestGraph.synchronizedList();
            Keeps sender = new Keeps();
            TestGraph graph = way.graph();
            graph.reactive("p", () -> sender);
            way.add(graph, "e", Echo.class);
            way.add(graph, "late", Late.class);
            graph.sink("c", received);
            graph.sink("d", late);
            graph.chain("p", "e", "c").chain("p", "late", "d");
            Way.Running running = way.start(graph);
            running.until("it runs", sender.context::isDone);
            running.untilStatus("e", ComponentStatus.WAITING);
            ComponentContext context = sender.context.join();
            context.execute(() -> {
                context.outbox().send(1L);
                context.outbox().send(2L);
            });
            running.until("both are seen", () -> received.size() == 2 && late.size() == 1);
            running.run().stop();
            running.end();

            assertThat(received).containsExactly(1L, 2L);
            assertThat(late).containsExactly(2L);
        });
    }

    @Test
    void f15_one_that_asks_to_wait_and_finishes_in_the_same_step_does_end() throws Exception {
        everyExecution(way -> {
            TestGraph graph = way.graph();
            graph.counting("p", 10);
            way.add(graph, "e", Leaving.class);
            graph.chain("p", "e");

            assertThat(way.run(graph).ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        });
    }

    @Test
    void f14_a_wait_ends_at_its_time_limit_or_earlier_on_a_message() throws Exception {
        everyExecution(way -> {
            List<Object> received = TestGraph.synchronizedList();
            Keeps sender = new Keeps();
            TestGraph graph = way.graph();
            graph.reactive("p", () -> sender);
            way.add(graph, "w", Patient.class);
            graph.sink("c", received);
            graph.chain("p", "w", "c");
            Way.Running running = way.start(graph);
            running.until("it has waited in vain", () -> received.size() == 1);
            ComponentContext context = sender.context.join();
            context.execute(() -> context.outbox().send("here"));
            running.until("it has what it waited for", () -> received.size() == 2);
            running.run().stop();
            running.end();

            assertThat(received).containsExactly("in vain", "here");
        });
    }

    @Test
    void f16_messages_sent_to_one_before_it_starts_are_there_when_it_does() throws Exception {
        everyExecution(way -> {
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            way.add(graph, "e", Echo.class);
            graph.sink("c", received);
            graph.chain("e", "c");
            RunningGraph run = way.prepare(graph);
            ByHand before = new ByHand("before");
            WiredLink link = run.wiring()
                    .link(before.outbox(), run.component("e").boxes().inbox("inbox"), this);
            before.outbox().send(1L);
            before.outbox().send(2L);
            run.wiring().finish(before.outbox(), false);
            assertThat(link.to().size()).isEqualTo(2);
            run.start();
            way.running(run).end();

            assertThat(received).containsExactly(1L, 2L);
        });
    }

    @Test
    void g05_a_consumer_goes_on_until_the_last_of_its_producers_has_finished() throws Exception {
        everyExecution(way -> {
            List<Object> received = TestGraph.synchronizedList();
            Trigger trigger = new Trigger();
            TestGraph graph = way.graph();
            way.add(graph, "one", Counting.class, new Count(1)).inboxes();
            way.add(graph, "five", Counting.class, new Count(5)).inboxes();
            graph.reactive("last", () -> trigger).inboxes();
            way.add(graph, "c", Echo.class);
            graph.sink("sink", received);
            graph.chain("one", "c", "sink").chain("five", "c").chain("last", "c");
            Way.Running running = way.start(graph);
            running.untilStatus("one", ComponentStatus.FINISHED);
            running.untilStatus("five", ComponentStatus.FINISHED);
            running.until("all so far has come through", () -> received.size() == 6);
            assertThat(running.counts("c").status()).isNotEqualTo(ComponentStatus.FINISHED);
            trigger.fire(numbers(9).toArray());
            running.end();

            assertThat(received).hasSize(15);
        });
    }

    @Test
    void g08_one_that_ends_by_itself_closes_its_links_and_says_so_on_signal() throws Exception {
        everyExecution(way -> {
            List<Object> received = TestGraph.synchronizedList();
            List<Object> signals = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("p", Long.MAX_VALUE);
            way.add(graph, "t", Take.class, new Many(4));
            graph.sink("c", received);
            graph.sink("s", signals);
            graph.chain("p", "t", "c").link("t.signal", "s.inbox");
            Way.Running running = way.start(graph);

            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(received).isEqualTo(numbers(4));
            assertThat(signals).containsExactly(Status.finished("t"));
            assertThat(running.counts("p").status()).isEqualTo(ComponentStatus.FINISHED);
        });
    }

    @Test
    void g11_where_one_of_two_consumers_finishes_early_the_other_gets_everything() throws Exception {
        everyExecution(way -> {
            List<Object> few = TestGraph.synchronizedList();
            List<Object> all = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("p", 3000);
            way.add(graph, "early", Take.class, new Many(3));
            graph.sink("few", few);
            way.add(graph, "stays", Echo.class);
            graph.sink("all", all).limit(4);
            graph.chain("p", "early", "few").chain("p", "stays", "all");
            Way.Running running = way.start(graph);

            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(few).isEqualTo(numbers(3));
            assertThat(all).isEqualTo(numbers(3000));
        });
    }

    @Test
    void g03_g09_f22_a_stop_of_one_ends_it_and_is_passed_on_and_leaves_the_others_running() throws Exception {
        everyExecution(way -> {
            List<Object> signals = TestGraph.synchronizedList();
            List<Object> others = TestGraph.synchronizedList();
            Keeps orders = new Keeps();
            TestGraph graph = way.graph();
            graph.reactive("orders", () -> orders);
            graph.counting("p", Long.MAX_VALUE);
            way.add(graph, "e", Echo.class);
            graph.sink("c", TestGraph.synchronizedList()).limit(2);
            graph.sink("s", signals);
            graph.counting("other", 200_000);
            graph.sink("others", others);
            graph.chain("p", "e", "c")
                    .chain("other", "others")
                    .link("orders.outbox", "e.control")
                    .link("e.signal", "s.inbox");
            Way.Running running = way.start(graph);
            running.until("messages move", () -> running.counts("e").received() > 10 && orders.context.isDone());
            Object stop = Status.stop("enough");
            ComponentContext context = orders.context.join();
            context.execute(() -> context.outbox().send(stop));
            running.untilStatus("e", ComponentStatus.STOPPED);
            running.untilStatus("others", ComponentStatus.FINISHED);
            running.until("the stop has been passed on", () -> !signals.isEmpty());
            running.run().stop();
            running.end();

            assertThat(signals).containsExactly(stop);
            assertThat(others).hasSize(200_000);
        });
    }

    @Test
    void i02_i06_what_it_sent_is_whole_in_order_and_before_its_end_on_every_execution() throws Exception {
        everyExecution(way -> {
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            way.add(graph, "p", Counting.class, new Count(100)).inboxes();
            graph.sink("c", received).limit(way.execution() == Execution.PROCESS ? 2 : 3);
            graph.chain("p", "c").link("p.signal", "c.inbox");
            way.run(graph);

            assertThat(received).startsWith(numbers(100).toArray()).hasSize(101).endsWith(Status.finished("p"));
        });
    }
}
