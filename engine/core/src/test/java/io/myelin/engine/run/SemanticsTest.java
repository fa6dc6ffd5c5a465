package io.myelin.engine.run;

import static io.myelin.engine.run.Way.everyWay;
import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.OutsideWork;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.graph.OverflowPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What the author of a component may rely on, where no row of the behaviour says it: see docs/semantics.md. */
class SemanticsTest {
    private static final int MANY = 5_000;

    @Test
    void callsOfAComponentNeverOverlapAndEachSeesWhatEarlierOnesWrote() throws Exception {
        everyWay(way -> {
            Tally tally = new Tally();
            TestGraph graph = way.graph();
            graph.counting("a", MANY);
            graph.counting("b", MANY).on(Execution.THREAD);
            graph.counting("c", MANY).on(Execution.TASKLET);
            graph.reactive("tally", () -> tally).outboxes().limit(16);
            graph.chain("a", "tally").chain("b", "tally").chain("c", "tally");
            RunOutcome outcome = way.run(graph);
            assertThat(outcome.ending()).as("%s", outcome).isEqualTo(RunOutcome.Ending.FINISHED);

            assertThat(tally.overlaps).hasValue(0);
            assertThat(tally.calls).isEqualTo(3 * MANY + 3 * Tally.TASKS);
        });
    }

    /** Counts its calls in a plain field, as only one call at a time and an ordered memory allow. */
    private static final class Tally implements ReactiveComponent {
        private static final int TASKS = 200;
        private final AtomicInteger inside = new AtomicInteger();
        private final AtomicInteger overlaps = new AtomicInteger();
        private int calls;

        private void count() {
            if (inside.incrementAndGet() != 1) {
                overlaps.incrementAndGet();
            }
            calls++;
            inside.decrementAndGet();
        }

        @Override
        public void onStart(ComponentContext context) {
            for (int i = 0; i < TASKS; i++) {
                context.schedule(Duration.ofNanos(i * 10_000L), this::count);
                context.execute(this::count);
            }
            OutsideWork work = context.expect("the test");
            Thread.ofPlatform().start(() -> {
                for (int i = 0; i < TASKS; i++) {
                    context.execute(this::count);
                }
                work.done();
            });
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            count();
        }
    }

    @Test
    void whoeverGetsAMessageOrATaskSeesWhatWasWrittenBeforeItWasSentOrAskedFor() throws Exception {
        everyWay(way -> {
            long[] written = new long[MANY];
            long[] outside = new long[1];
            List<Object> unseen = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.source(
                    "writer",
                    () -> LongStream.range(0, MANY)
                            .peek(i -> written[(int) i] = i + 1)
                            .boxed()
                            .iterator());
            graph.pass("pass").on(Execution.THREAD).limit(16);
            graph.reactive("reader", () -> (TestGraph.ReactiveListener) (inbox, message) -> {
                        int i = ((Long) message).intValue();
                        if (written[i] != i + 1) {
                            unseen.add(message);
                        }
                    })
                    .outboxes();
            graph.reactive(
                            "asked",
                            () -> new SendingTest.OnStart(context -> {
                                OutsideWork work = context.expect("the test");
                                Thread.ofPlatform().start(() -> {
                                    outside[0] = 1;
                                    context.execute(() -> {
                                        if (outside[0] != 1) {
                                            unseen.add("task");
                                        }
                                    });
                                    work.done();
                                });
                            }))
                    .inboxes();
            graph.chain("writer", "pass", "reader");
            way.run(graph);

            assertThat(unseen).isEmpty();
        });
    }

    @Test
    void controlComesBeforeDataAndInboxesTakeTurns() throws Exception {
        everyWay(way -> {
            List<Object> seen = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("p", 0);
            graph.counting("q", 0);
            graph.counting("r", 0);
            graph.reactive("c", () -> new ReactiveComponent() {
                        @Override
                        public void onMessage(Inbox inbox, Object message) {
                            seen.add(message);
                        }

                        @Override
                        public void onControl(Object message) {
                            seen.add(message);
                        }
                    })
                    .inboxes("first", "second");
            graph.link("p.outbox", "c.first").link("q.outbox", "c.second").link("r.outbox", "c.control");
            RunningGraph run = way.prepare(graph);
            for (int i = 0; i < 3; i++) {
                run.component("p").boxes().outbox("outbox").send("first " + i);
                run.component("q").boxes().outbox("outbox").send("second " + i);
            }
            run.component("r").boxes().outbox("outbox").send("control");
            run.start();
            way.running(run).end();

            assertThat(seen.getFirst()).isEqualTo("control");
            assertThat(seen.subList(1, 7))
                    .containsExactly("first 0", "second 0", "first 1", "second 1", "first 2", "second 2");
        });
    }

    @Test
    void nothingNewIsGivenWhileWhatACallbackHasSentIsHeldUp() throws Exception {
        everyWay(way -> {
            RoomTest.Gate gate = new RoomTest.Gate();
            AtomicInteger given = new AtomicInteger();
            AtomicInteger others = new AtomicInteger();
            TestGraph graph = way.graph();
            graph.counting("source", 10);
            graph.reactive("twice", () -> new Passing() {
                @Override
                public void onMessage(Inbox inbox, Object message) {
                    given.incrementAndGet();
                    super.onMessage(inbox, message);
                    if (message.equals(1L)) {
                        context().schedule(Duration.ZERO, others::incrementAndGet);
                        context().execute(others::incrementAndGet);
                    }
                    super.onMessage(inbox, message);
                }
            });
            graph.reactive("gate", () -> gate).outboxes().limit(3);
            graph.chain("source", "twice", "gate");
            Way.Running running = way.start(graph);
            running.untilStatus("twice", ComponentStatus.BLOCKED);

            assertThat(given).hasValue(2);
            assertThat(others).hasValue(0);
            gate.open(Long.MAX_VALUE);
            running.end();
            assertThat(gate.received).hasSize(20);
            assertThat(others).hasValue(2);
        });
    }

    @Test
    void whereOneInboxIsFullAndSetToFailTheOthersGetTheMessageAllTheSame() throws Exception {
        everyWay(way -> {
            RoomTest.Gate full = new RoomTest.Gate();
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.source("first", 1L, 2L, 3L);
            graph.reactive("sender", Passing::new).onError(FailurePolicy.SKIP);
            graph.reactive("full", () -> full).outboxes().limit("inbox", 1, OverflowPolicy.FAIL);
            graph.sink("other", received);
            graph.chain("first", "sender", "full").chain("sender", "other");
            Way.Running running = way.start(graph);
            running.until("all have come", () -> received.size() == 3);
            full.open(Long.MAX_VALUE);

            assertThat(running.end().failures()).hasSize(2);
            assertThat(received).containsExactly(1L, 2L, 3L);
            assertThat(full.received).containsExactly(1L);
            assertThat(running.inbox("full").dropped()).isEqualTo(2);
        });
    }

    @Test
    void finishedIsTheLastWordBehindAllThatWasSent() throws Exception {
        everyWay(way -> {
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("source", 500);
            graph.sink("sink", received).limit(3);
            graph.chain("source", "sink").link("source.signal", "sink.inbox");
            way.run(graph);

            assertThat(received).hasSize(501);
            assertThat(received.getLast()).isEqualTo(io.myelin.engine.message.Status.finished("source"));
        });
    }

    @Test
    void onTheDeterministicSchedulerTimeIsVirtualAndMovesOnlyWhenNothingElseCan() throws Exception {
        for (Way.OnScheduler scheduler : List.of(Way.OnScheduler.IN_ORDER, Way.OnScheduler.DRAWN)) {
            for (Execution execution : List.of(Execution.MICROPROCESS, Execution.TASKLET, Execution.THREAD)) {
                Way way = new Way(scheduler, execution);
                List<Duration> seen = new ArrayList<>();
                List<Object> received = TestGraph.synchronizedList();
                TestGraph graph = way.graph();
                graph.counting("busy", MANY);
                graph.sink("sink", received);
                graph.chain("busy", "sink");
                graph.reactive(
                                "timed",
                                () -> new SendingTest.OnStart(context -> {
                                    Instant began = context.now();
                                    context.schedule(Duration.ofSeconds(2), () -> {
                                        seen.add(Duration.between(began, context.now()));
                                        received.add("much later");
                                    });
                                }))
                        .inboxes();
                way.run(graph);

                assertThat(seen).containsExactly(Duration.ofSeconds(2));
                assertThat(received).hasSize(MANY + 1).endsWith("much later");
            }
        }
    }

    @Test
    void anEndIsToldOfEachInboxThenOfAllThenTheLastCallAndNothingAfter() throws Exception {
        everyWay(way -> {
            List<Object> events = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("p", 2);
            graph.counting("q", 2);
            graph.reactive("c", () -> new ReactiveComponent() {
                        @Override
                        public void onStart(ComponentContext context) {
                            events.add("start");
                            context.schedule(Duration.ofMillis(5), () -> events.add("timer"));
                        }

                        @Override
                        public void onMessage(Inbox inbox, Object message) {
                            events.add(inbox.name());
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
                    })
                    .inboxes("first", "second");
            graph.link("p.outbox", "c.first").link("q.outbox", "c.second");
            way.run(graph);

            assertThat(events).startsWith("start").endsWith("stop").hasSize(10);
            assertThat(events).containsSubsequence("first", "first", "end of first", "end");
            assertThat(events).containsSubsequence("second", "second", "end of second", "end");
            assertThat(events).containsSubsequence("timer", "stop");
        });
    }
}
