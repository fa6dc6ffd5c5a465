package io.myelin.engine.run;

import static io.myelin.engine.run.TestGraph.numbers;
import static io.myelin.engine.run.Way.everyWay;
import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How components and graphs end: rows G. */
class EndingTest {
    @Test
    void g01_a_pipeline_delivers_everything_then_one_end_of_stream_then_ends() throws Exception {
        everyWay(way -> {
            Recorder sink = new Recorder();
            TestGraph graph = way.graph();
            graph.source("source", 1L, 2L, 3L);
            graph.pass("pass");
            graph.reactive("sink", () -> sink).outboxes();
            graph.chain("source", "pass", "sink");
            Way.Running running = way.start(graph);

            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(sink.events).containsExactly("start", 1L, 2L, 3L, "end of inbox", "end", "stop");
            assertThat(running.run().state()).isEqualTo(RunState.ENDED);
            assertThat(running.run().snapshot().components().values())
                    .allMatch(counts -> counts.status() == ComponentStatus.FINISHED);
        });
    }

    @Test
    void g02_all_data_is_processed_though_finished_arrives_on_control_with_it() throws Exception {
        everyWay(way -> {
            Recorder sink = new Recorder();
            TestGraph graph = way.graph();
            graph.counting("source", 500);
            graph.reactive("sink", () -> sink).outboxes();
            graph.chain("source", "sink").link("source.signal", "sink.control");
            way.run(graph);

            assertThat(sink.data()).isEqualTo(numbers(500));
            assertThat(sink.events).endsWith("end", "stop");
        });
        everyWay(way -> {
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("source", 500);
            graph.sequential("sink", context -> {
                // The order in which it looks at its boxes makes no difference.
                while (context.inbox("control").poll() == null) {
                    context.awaitAny(Way.PATIENCE);
                    if (context.anyReady() == null) {
                        break;
                    }
                    Object message = context.inbox().poll();
                    if (message != null) {
                        received.add(message);
                    }
                }
                for (Object message : context.inbox()) {
                    received.add(message);
                }
            });
            graph.chain("source", "sink").link("source.signal", "sink.control");
            way.run(graph);

            assertThat(received).isEqualTo(numbers(500));
        });
    }

    @Test
    void g03_a_hard_stop_ends_a_component_promptly_is_passed_on_and_the_unread_are_counted() throws Exception {
        everyWay(way -> {
            DataRecord stop = Status.stop("enough");
            RoomTest.Gate shut = new RoomTest.Gate();
            List<Object> signalled = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("source", 10);
            graph.reactive("stopped", () -> shut).limit(20);
            graph.reactive("stopper", () -> new AfterMessage(stop));
            graph.sink("listener", signalled);
            graph.chain("source", "stopped");
            graph.link("source.signal", "stopper.inbox");
            graph.link("stopper.outbox", "stopped.control");
            graph.link("stopped.signal", "listener.inbox");
            Way.Running running = way.start(graph);

            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(running.counts("stopped").status()).isEqualTo(ComponentStatus.STOPPED);
            assertThat(running.inbox("stopped").unread()).isEqualTo(10);
            assertThat(signalled).singleElement().isSameAs(stop);
        });
        everyWay(way -> {
            DataRecord stop = Status.stop("enough");
            List<Object> signalled = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.source("stopper", stop);
            graph.sequential("stopped", context -> context.inbox().receive());
            graph.sink("listener", signalled);
            graph.link("stopper.outbox", "stopped.control");
            graph.link("stopped.signal", "listener.inbox");
            Way.Running running = way.start(graph);
            running.end();

            assertThat(running.counts("stopped").status()).isEqualTo(ComponentStatus.STOPPED);
            assertThat(signalled).singleElement().isSameAs(stop);
        });
    }

    @Test
    void g04_a_reactive_and_a_sequential_component_honour_the_end_and_the_hard_stop_alike() throws Exception {
        for (Execution execution : List.of(Execution.MICROPROCESS, Execution.TASKLET, Execution.THREAD)) {
            BenchResult finished = ComponentBench.of(ComponentBenchTest.Next.class)
                    .on(execution)
                    .given("inbox", 1L, 2L)
                    .run();
            assertThat(finished.outbox()).containsExactly(2L, 3L);
            assertThat(finished.signals()).containsExactly(Status.finished(ComponentBench.PATH));
            BenchRun stopped = ComponentBench.of(ComponentBenchTest.Next.class)
                    .on(execution)
                    .start();
            BenchResult end = stopped.stop().awaitEnd();
            assertThat(end.counts().status()).isEqualTo(ComponentStatus.STOPPED);
            assertThat(end.signals())
                    .singleElement()
                    .satisfies(signal -> assertThat(Status.isStop(signal)).isTrue());
        }
        BenchResult sequential = ComponentBench.of(ComponentBenchTest.SequentialNext.class)
                .start()
                .stop()
                .awaitEnd();
        assertThat(sequential.counts().status()).isEqualTo(ComponentStatus.STOPPED);
    }

    @Test
    void g05_a_consumer_of_three_goes_on_until_the_last_has_finished() throws Exception {
        everyWay(way -> {
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("one", 1);
            graph.counting("five", 5);
            graph.counting("nine", 9);
            graph.sink("c", received);
            graph.chain("one", "c").chain("five", "c").chain("nine", "c");
            way.run(graph);

            assertThat(received).hasSize(15);
        });
    }

    @Test
    void g06_a_graph_that_can_never_end_is_said_to_wait_on_the_inbox_that_nothing_is_linked_to() throws Exception {
        everyWay(way -> {
            TestGraph graph = way.graph();
            graph.source("source", 1L);
            graph.pass("lonely");
            graph.pass("other");
            graph.chain("source", "other");
            RunOutcome outcome = way.run(graph);

            assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.STALLED);
            assertThat(outcome.stalled())
                    .containsExactly(
                            "'lonely' waits for messages, but nothing is linked to its inbox: it can never end.");
        });
    }

    @Test
    void g07_an_unknown_message_on_control_is_never_fatal() throws Exception {
        everyWay(way -> {
            Recorder sink = new Recorder();
            TestGraph graph = way.graph();
            graph.source("strange", "what?", DataRecord.of("status", "unheard of"));
            graph.counting("source", 3);
            graph.reactive("sink", () -> sink).outboxes();
            graph.pass("plain");
            graph.chain("source", "sink").chain("source", "plain");
            graph.link("strange.outbox", "sink.control").link("strange.outbox", "plain.control");

            assertThat(way.run(graph).ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(sink.data()).isEqualTo(numbers(3));
        });
    }

    @Test
    void g08_a_component_that_ends_by_itself_closes_its_links_and_says_so_on_signal() throws Exception {
        everyWay(way -> {
            List<Object> signalled = TestGraph.synchronizedList();
            Recorder sink = new Recorder();
            TestGraph graph = way.graph();
            graph.source("source", "m");
            graph.sink("listener", signalled);
            graph.reactive("sink", () -> sink).outboxes();
            graph.chain("source", "sink").link("source.signal", "listener.inbox");
            way.run(graph);

            assertThat(signalled).containsExactly(Status.finished("source"));
            assertThat(sink.events).contains("end of inbox");
        });
    }

    @Test
    void g09_ending_one_part_leaves_the_rest_running() throws Exception {
        everyWay(way -> {
            RoomTest.Gate kept = new RoomTest.Gate();
            TestGraph graph = way.graph();
            graph.source("stopper", Status.stop("only you"));
            graph.pass("stopped");
            graph.counting("source", 5);
            graph.reactive("kept", () -> kept).outboxes();
            graph.link("stopper.outbox", "stopped.control").chain("source", "kept");
            Way.Running running = way.start(graph);
            running.untilStatus("stopped", ComponentStatus.STOPPED);
            kept.open(Long.MAX_VALUE);
            running.end();

            assertThat(kept.received).isEqualTo(numbers(5));
            assertThat(running.counts("kept").status()).isEqualTo(ComponentStatus.FINISHED);
        });
    }

    @Test
    void g10_a_source_without_end_into_one_that_takes_three_ends_promptly_and_counts_the_unread() throws Exception {
        everyWay(way -> {
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("source", Long.MAX_VALUE);
            graph.reactive("take", () -> new Taking(3)).limit(10);
            graph.sink("sink", received);
            graph.chain("source", "take", "sink");
            Way.Running running = way.start(graph);

            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(received).containsExactly(0L, 1L, 2L);
            RunSnapshot.InboxCounts inbox = running.inbox("take");
            assertThat(inbox.unread()).isEqualTo(inbox.received() - 3);
            RunSnapshot.ComponentCounts source = running.counts("source");
            assertThat(source.sent()).isEqualTo(inbox.received() + source.undelivered());
        });
        everyWay(way -> {
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.sequential("source", context -> {
                        for (long i = 0; ; i++) {
                            context.outbox().send(i);
                        }
                    })
                    .inboxes();
            graph.reactive("take", () -> new Taking(3));
            graph.sink("sink", received);
            graph.chain("source", "take", "sink");

            assertThat(way.run(graph).ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(received).containsExactly(0L, 1L, 2L);
        });
    }

    @Test
    void g11_when_one_of_two_consumers_finishes_early_the_other_goes_on_getting_everything() throws Exception {
        everyWay(way -> {
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("source", 5000);
            graph.reactive("take", () -> new Taking(3)).limit(4);
            graph.sink("all", received).limit(4);
            graph.chain("source", "take").chain("source", "all");
            way.run(graph);

            assertThat(received).isEqualTo(numbers(5000));
        });
    }

    @Test
    void finishedOnControlEndsOneThatHasNoDataToWaitFor() throws Exception {
        everyWay(way -> {
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("short", 3);
            graph.counting("reactive", Long.MAX_VALUE);
            graph.sequential("sequential", context -> {
                        for (long i = 0; ; i++) {
                            context.outbox().send(i);
                        }
                    })
                    .inboxes();
            graph.reactive("expecting", () -> new SendingTest.OnStart(context -> context.expect("a test")))
                    .inboxes();
            graph.sink("sink", received).limit(3);
            graph.chain("short", "sink").chain("sequential", "sink");
            graph.link("short.signal", "sequential.control").link("short.signal", "expecting.control");
            graph.reactive("take", () -> new Taking(3));
            graph.chain("reactive", "take");
            Way.Running running = way.start(graph);

            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(running.counts("sequential").status()).isEqualTo(ComponentStatus.FINISHED);
            assertThat(running.counts("expecting").status()).isEqualTo(ComponentStatus.FINISHED);
        });
    }

    @Test
    void whatACallbackSendsAtTheEndIsDeliveredThoughTheNextInboxIsFull() throws Exception {
        everyWay(way -> {
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("source", 100);
            graph.reactive("collecting", CollectingUntilEnd::new);
            graph.sink("sink", received).limit(2);
            graph.chain("source", "collecting", "sink");
            way.run(graph);

            assertThat(received).isEqualTo(numbers(100));
        });
    }

    @Test
    void everyComponentIsStoppedExactlyOnceHoweverItEnds() throws Exception {
        everyWay(way -> {
            AtomicInteger stops = new AtomicInteger();
            TestGraph graph = way.graph();
            graph.reactive("a", () -> new CountingStops(stops));
            graph.reactive("expecting", () -> new SendingTest.OnStart(context -> context.expect("a test")));
            graph.reactive("b", () -> new CountingStops(stops));
            graph.chain("a", "b", "a");
            Way.Running running = way.start(graph);
            running.until(
                    "both wait",
                    () -> running.run().snapshot().components().values().stream()
                            .allMatch(counts -> counts.status() == ComponentStatus.WAITING));
            running.run().stop();
            running.run().stop();

            running.end();
            assertThat(stops).hasValue(2);
        });
    }

    /** Writes down what happens to it. */
    static final class Recorder implements ReactiveComponent {
        final List<Object> events = TestGraph.synchronizedList();

        List<Object> data() {
            List<Object> data = new ArrayList<>(events);
            data.removeIf(event -> event instanceof String);
            return data;
        }

        @Override
        public void onStart(ComponentContext context) {
            events.add("start");
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            events.add(message);
        }

        @Override
        public void onInboxEnd(Inbox inbox) {
            events.add("end of " + inbox.name());
        }

        @Override
        public void onEnd() {
            events.add("end");
        }

        @Override
        public void onStop() {
            events.add("stop");
        }
    }

    /** Sends one message when one has come. */
    private static final class AfterMessage implements ReactiveComponent {
        private final Object message;
        private ComponentContext context;

        AfterMessage(Object message) {
            this.message = message;
        }

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
        }

        @Override
        public void onMessage(Inbox inbox, Object ignored) {
            context.outbox().send(message);
        }
    }

    /** Passes a number of messages, then finishes. */
    static final class Taking implements ReactiveComponent {
        private int left;
        private ComponentContext context;

        Taking(int left) {
            this.left = left;
        }

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            context.outbox().send(message);
            if (--left == 0) {
                context.finish();
            }
        }
    }

    /** Sends all at the end. */
    private static final class CollectingUntilEnd implements ReactiveComponent {
        private final List<Object> collected = new ArrayList<>();
        private ComponentContext context;

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            collected.add(message);
        }

        @Override
        public void onEnd() {
            Collections.unmodifiableList(collected).forEach(context.outbox()::send);
        }
    }

    /** Counts its last calls. */
    private record CountingStops(AtomicInteger stops) implements ReactiveComponent {
        @Override
        public void onMessage(Inbox inbox, Object message) {}

        @Override
        public void onStop() {
            stops.incrementAndGet();
        }
    }
}
