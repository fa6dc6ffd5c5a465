package io.myelin.engine.run;

import static io.myelin.engine.run.TestGraph.numbers;
import static io.myelin.engine.run.Way.everyWay;
import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.BufferedIterator;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.SequentialComponent;
import io.myelin.engine.message.Status;
import io.myelin.engine.run.Way.OnScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Components on threads of their own beside microprocesses: rows I. */
class ExecutionsTest {
    /** Sends 0 to {@code count - 1}, one by one. */
    private static SequentialComponent sending(long count) {
        return context -> {
            for (long i = 0; i < count; i++) {
                context.outbox().send(i);
            }
        };
    }

    @Test
    void i01_others_go_on_while_one_blocks_on_a_thread_of_its_own() throws Exception {
        for (OnScheduler scheduler : List.of(OnScheduler.REAL, OnScheduler.ONE_WORKER)) {
            for (Execution execution : List.of(Execution.TASKLET, Execution.THREAD)) {
                Way way = new Way(scheduler, Execution.MICROPROCESS);
                CountDownLatch blocked = new CountDownLatch(1);
                CountDownLatch release = new CountDownLatch(1);
                AtomicReference<Thread> itsThread = new AtomicReference<>();
                List<Thread> others = new ArrayList<>();
                TestGraph graph = way.graph();
                graph.sequential("blocking", context -> {
                            itsThread.set(Thread.currentThread());
                            blocked.countDown();
                            release.await();
                        })
                        .inboxes()
                        .on(execution);
                graph.counting("source", 2000);
                graph.reactive("other", () ->
                                (TestGraph.ReactiveListener) (inbox, message) -> others.add(Thread.currentThread()))
                        .outboxes();
                graph.chain("source", "other");
                Way.Running running = way.start(graph);
                blocked.await();
                running.untilStatus("other", ComponentStatus.FINISHED);
                assertThat(running.run().state()).isEqualTo(RunState.RUNNING);
                release.countDown();
                running.end();

                assertThat(others).hasSize(2000).doesNotContain(itsThread.get());
            }
        }
    }

    @Test
    void i01_others_go_on_while_one_waits_for_a_message() throws Exception {
        everyWay(way -> {
            Trigger trigger = new Trigger();
            List<Object> received = TestGraph.synchronizedList();
            List<Object> late = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.reactive("trigger", () -> trigger).inboxes();
            graph.sequential("waiting", context -> late.add(context.inbox().receive()))
                    .outboxes();
            graph.counting("source", 2000);
            graph.sink("sink", received).limit(3);
            graph.chain("trigger", "waiting").chain("source", "sink");
            Way.Running running = way.start(graph);
            running.untilStatus("sink", ComponentStatus.FINISHED);
            assertThat(late).isEmpty();
            trigger.fire("now");
            running.end();

            assertThat(received).isEqualTo(numbers(2000));
            assertThat(late).containsExactly("now");
        });
    }

    @Test
    void i02_a_hundred_messages_arrive_complete_and_in_order_and_then_that_it_has_finished() throws Exception {
        everyWay(way -> {
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.sequential("sender", sending(100)).inboxes();
            graph.sink("sink", received).limit(7);
            graph.chain("sender", "sink").link("sender.signal", "sink.inbox");
            way.run(graph);

            assertThat(received).startsWith(numbers(100).toArray()).hasSize(101).endsWith(Status.finished("sender"));
        });
    }

    @Test
    void i03_a_sender_gets_as_far_ahead_as_the_capacity_of_the_inbox_and_no_further() throws Exception {
        everyWay(way -> {
            for (boolean reactive : new boolean[] {true, false}) {
                RoomTest.Gate shut = new RoomTest.Gate();
                TestGraph graph = way.graph();
                if (reactive) {
                    graph.counting("source", 1000);
                    graph.pass("sender");
                    graph.chain("source", "sender");
                } else {
                    graph.sequential("sender", sending(1000)).inboxes();
                }
                graph.reactive("shut", () -> shut).limit(7).outboxes();
                graph.chain("sender", "shut");
                Way.Running running = way.start(graph);
                running.untilStatus("sender", ComponentStatus.BLOCKED);
                // One more is with the sender still, and nothing else is anywhere.
                assertThat(running.inbox("shut").received()).isEqualTo(7);
                assertThat(running.counts("sender").sent()).isEqualTo(8);
                shut.open(Long.MAX_VALUE);
                running.end();

                assertThat(shut.received).isEqualTo(numbers(1000));
            }
        });
    }

    @Test
    void i04_an_inbox_is_bounded_unless_said_otherwise() throws Exception {
        everyWay(way -> {
            RoomTest.Gate shut = new RoomTest.Gate();
            TestGraph graph = way.graph();
            graph.counting("source", 3000);
            graph.reactive("shut", () -> shut).outboxes();
            graph.chain("source", "shut");
            Way.Running running = way.start(graph);
            running.untilStatus("source", ComponentStatus.BLOCKED);
            assertThat(running.inbox("shut").received()).isEqualTo(1024);
            shut.open(Long.MAX_VALUE);
            running.end();

            assertThat(shut.received).hasSize(3000);
        });
    }

    @Test
    void i05_a_component_ends_although_its_inbox_is_full() throws Exception {
        everyWay(way -> {
            for (boolean reactive : new boolean[] {true, false}) {
                Trigger trigger = new Trigger();
                TestGraph graph = way.graph();
                graph.reactive("trigger", () -> trigger).inboxes();
                graph.counting("source", Long.MAX_VALUE);
                (reactive
                                ? graph.reactive("full", LeavingAtOnce::new)
                                : graph.sequential(
                                        "full",
                                        context -> context.inbox("leave").receive()))
                        .inboxes("inbox", "leave")
                        .outboxes()
                        .limit(4);
                graph.chain("source", "full").link("trigger.outbox", "full.leave");
                Way.Running running = way.start(graph);
                running.untilStatus("source", ComponentStatus.BLOCKED);
                trigger.fire("leave");

                assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
                assertThat(running.counts("full").status()).isEqualTo(ComponentStatus.FINISHED);
                assertThat(running.inbox("full").unread()).isEqualTo(4);
            }
        });
    }

    @Test
    void i06_what_was_sent_is_delivered_after_the_body_has_ended_and_only_then_has_it_ended() throws Exception {
        everyWay(way -> {
            RoomTest.Gate shut = new RoomTest.Gate();
            List<Object> signals = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.reactive(
                            "sender",
                            () -> new SendingTest.OnStart(context -> {
                                context.outbox().sendAll(new CountingIterator(10));
                                context.finish();
                            }))
                    .inboxes();
            graph.reactive("shut", () -> shut).limit(2).outboxes();
            graph.sink("signals", signals);
            graph.chain("sender", "shut").link("sender.signal", "signals.inbox");
            Way.Running running = way.start(graph);
            running.untilStatus("sender", ComponentStatus.BLOCKED);
            assertThat(signals).isEmpty();
            shut.open(Long.MAX_VALUE);
            running.end();

            assertThat(shut.received).isEqualTo(numbers(10));
            assertThat(running.counts("sender").status()).isEqualTo(ComponentStatus.FINISHED);
            assertThat(signals).containsExactly(Status.finished("sender"));
        });
        everyWay(way -> {
            RoomTest.Gate shut = new RoomTest.Gate();
            TestGraph graph = way.graph();
            graph.sequential("sender", sending(10)).inboxes();
            graph.reactive("shut", () -> shut).limit(2).outboxes();
            graph.chain("sender", "shut");
            Way.Running running = way.start(graph);
            running.untilStatus("sender", ComponentStatus.BLOCKED);
            shut.open(Long.MAX_VALUE);
            running.end();

            assertThat(shut.received).isEqualTo(numbers(10));
        });
    }

    @Test
    void i08_data_that_waits_already_is_seen_before_a_later_end() throws Exception {
        everyWay(way -> {
            for (boolean reactive : new boolean[] {true, false}) {
                List<Object> received = TestGraph.synchronizedList();
                Trigger trigger = new Trigger();
                TestGraph graph = way.graph();
                graph.reactive("trigger", () -> trigger).inboxes();
                graph.counting("source", 5);
                (reactive
                                ? graph.reactive("reader", () -> new ReadingWhenTold(received))
                                : graph.sequential("reader", context -> {
                                    context.inbox("begin").receive();
                                    context.inbox().forEach(received::add);
                                }))
                        .inboxes("inbox", "begin")
                        .outboxes();
                graph.chain("source", "reader")
                        .link("source.signal", "reader.control")
                        .link("trigger.outbox", "reader.begin");
                Way.Running running = way.start(graph);
                running.untilStatus("source", ComponentStatus.FINISHED);
                trigger.fire("begin");
                running.end();

                assertThat(received).isEqualTo(numbers(5));
                assertThat(running.inbox("reader").unread()).isZero();
            }
        });
    }

    /** Takes nothing, and finishes when it is told to. */
    private static final class LeavingAtOnce implements ReactiveComponent {
        private ComponentContext context;

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
            context.inbox().hold();
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            context.finish();
        }
    }

    @Test
    void whatWasBufferedIsReceivedBeforeTheSenderWaitsForMore() throws Exception {
        for (Execution execution : List.of(Execution.TASKLET, Execution.THREAD)) {
            Way way = new Way(OnScheduler.REAL, Execution.MICROPROCESS);
            CountDownLatch received = new CountDownLatch(10);
            TestGraph graph = way.graph();
            graph.sequential("source", context -> context.outbox().sendAll(new Buffered(10, received)))
                    .inboxes()
                    .on(execution);
            graph.reactive("sink", () -> (TestGraph.ReactiveListener) (inbox, message) -> received.countDown())
                    .outboxes();
            graph.chain("source", "sink");

            way.start(graph).end();
            assertThat(received.getCount()).isZero();
        }
    }

    /** Has so many at hand, and says that there are no more only when all of them have been received. */
    private static final class Buffered implements BufferedIterator<Object> {
        private final CountDownLatch received;
        private int left;

        Buffered(int count, CountDownLatch received) {
            this.left = count;
            this.received = received;
        }

        @Override
        public boolean isNextBuffered() {
            return left > 0;
        }

        @Override
        public boolean hasNext() {
            if (left == 0) {
                await(received);
            }
            return left > 0;
        }

        @Override
        public Object next() {
            return left--;
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
