package io.myelin.engine.run;

import static io.myelin.engine.run.TestGraph.numbers;
import static io.myelin.engine.run.Way.everyWay;
import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.graph.RestartGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Failures that go beyond the component that failed: rows M. */
class SupervisionTest {
    private static final long BAD = 50;

    /** A source, a, b that fails some times, c, a sink; a, b and c in one subgraph. */
    private static final class Line {
        final TestGraph graph;
        final List<Object> received = TestGraph.synchronizedList();
        final List<Object> events = TestGraph.synchronizedList();
        final TestGraph.Part failing;
        private final AtomicBoolean opened = new AtomicBoolean();
        private final AtomicBoolean closed = new AtomicBoolean();

        Line(Way way, int failures) {
            this(way, failures, 100);
        }

        Line(Way way, int failures, long messages) {
            graph = way.graph();
            AtomicInteger left = new AtomicInteger(failures);
            graph.reactive("source", () -> new Feeder(messages, opened, closed)).inboxes();
            graph.reactive("sub/a", () -> new Stage("a", events, new AtomicInteger()));
            failing = graph.reactive("sub/b", () -> new Stage("b", events, left));
            graph.reactive("sub/c", () -> new Stage("c", events, new AtomicInteger()));
            graph.sink("sink", received);
            graph.chain("source", "sub/a", "sub/b", "sub/c", "sink");
        }

        /** Starts it: messages come when all stages have begun, and their end when the sink has them all. */
        Way.Running start(Way way, int all) {
            return start(way.start(graph), all);
        }

        Way.Running start(Way.Running running, int all) {
            running.until("all have begun", () -> events.containsAll(List.of("+a", "+b", "+c")));
            opened.set(true);
            running.until(
                    "all has arrived",
                    () -> received.size() >= all || running.run().state() == RunState.ENDED);
            closed.set(true);
            return running;
        }

        /** What happened after the first failure. */
        List<Object> eventsFrom(String first) {
            return List.copyOf(events.subList(events.indexOf(first), events.size()));
        }
    }

    @Test
    void m01_restarts_that_become_too_many_go_to_the_subgraph_around_and_no_message_is_lost() throws Exception {
        everyWay(way -> {
            Line line = new Line(way, 3);
            line.failing.onError(FailurePolicy.RESTART, 1);
            line.graph.subgraph("sub", FailurePolicy.RESTART, 1, RestartGroup.ALL);
            Way.Running running = line.start(way, 100);
            RunOutcome outcome = running.end();

            assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(line.received).isEqualTo(numbers(100));
            assertThat(outcome.failures())
                    .extracting(ComponentFailure::message)
                    .containsExactly(
                            "it can't be done",
                            "it can't be done. 'sub/b' was restarted 1 times within 60 s, which is as often as it may"
                                    + " be. 'sub' is restarted.",
                            "it can't be done");
            assertThat(running.counts("sub/a").restarts()).isEqualTo(1);
            assertThat(running.counts("sub/b").restarts()).isEqualTo(3);
            assertThat(running.counts("sub/c").restarts()).isEqualTo(1);
            assertThat(running.counts("source").restarts()).isZero();
            assertThat(running.counts("sink").restarts()).isZero();
        });
    }

    @Test
    void m01_a_group_goes_down_from_its_end_and_begins_again_from_its_beginning() throws Exception {
        everyWay(way -> {
            for (RestartGroup group : RestartGroup.values()) {
                Line line = new Line(way, 1);
                line.graph.subgraph("sub", FailurePolicy.RESTART, 3, group);
                assertThat(line.start(way, 100).end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);

                assertThat(line.received).as(group.id()).isEqualTo(numbers(100));
                List<String> expected = switch (group) {
                    case ONE -> List.of("-b", "+b");
                    case REST -> List.of("-b", "-c", "+b", "+c");
                    case ALL -> List.of("-b", "-c", "-a", "+a", "+b", "+c");
                };
                assertThat(line.eventsFrom("-b").subList(0, expected.size()))
                        .as(group.id())
                        .isEqualTo(expected);
            }
        });
    }

    @Test
    void m01_a_subgraph_restarted_too_often_goes_to_the_next_around_and_in_the_end_to_the_graph() throws Exception {
        everyWay(way -> {
            Line line = new Line(way, 1000);
            line.graph.subgraph("sub", FailurePolicy.RESTART, 2, RestartGroup.REST);
            Way.Running running = line.start(way, 100);
            RunOutcome outcome = running.end();

            assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FAILED);
            assertThat(outcome.failures())
                    .hasSize(3)
                    .allSatisfy(failure -> assertThat(failure.item()).contains(BAD));
            assertThat(outcome.failures().getLast().handledBy()).isEqualTo(FailurePolicy.STOP_GRAPH);
            assertThat(outcome.failures().getLast().message())
                    .isEqualTo("it can't be done. 'sub' was restarted 2 times within 60 s, which is as often as it may"
                            + " be.");
            assertThat(running.counts("sub/a").restarts()).isZero();
            // Down already where the next failure came before it had begun again.
            assertThat(running.counts("sub/c").restarts()).isBetween(1L, 2L);
        });
    }

    @Test
    void m01_what_failed_in_the_eyes_of_an_outer_subgraph_is_the_whole_inner_one() throws Exception {
        everyWay(way -> {
            List<Object> events = TestGraph.synchronizedList();
            List<Object> received = TestGraph.synchronizedList();
            AtomicInteger failures = new AtomicInteger(2);
            TestGraph graph = way.graph();
            graph.counting("source", 100);
            graph.reactive("out/a", () -> new Stage("a", events, new AtomicInteger()));
            graph.reactive("out/in/b", () -> new Stage("b", events, failures));
            // With room for one, so that it has begun before the message comes that the other fails on.
            graph.reactive("out/in/c", () -> new Stage("c", events, new AtomicInteger()))
                    .limit(1);
            graph.reactive("out/d", () -> new Stage("d", events, new AtomicInteger()));
            graph.sink("sink", received);
            graph.chain("source", "out/a", "out/in/b", "out/in/c", "out/d", "sink");
            graph.subgraph("out/in", FailurePolicy.RESTART, 1, RestartGroup.ONE);
            graph.subgraph("out", FailurePolicy.RESTART, 1, RestartGroup.ONE);
            Way.Running running = way.start(graph);

            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(received).isEqualTo(numbers(100));
            assertThat(running.counts("out/in/b").restarts()).isEqualTo(2);
            assertThat(running.counts("out/in/c").restarts()).isEqualTo(1);
            assertThat(running.counts("out/a").restarts()).isZero();
            assertThat(running.counts("out/d").restarts()).isZero();
        });
    }

    @Test
    void m01_stop_on_a_subgraph_stops_it_alone() throws Exception {
        everyWay(way -> {
            Line line = new Line(way, 1);
            line.graph.subgraph("sub", FailurePolicy.STOP, 3, RestartGroup.ONE);
            List<Object> beside = TestGraph.synchronizedList();
            line.graph.counting("source2", 5000);
            line.graph.sink("sink2", beside);
            line.graph.reactive("sub/idle", () -> new Stage("idle", line.events, new AtomicInteger()));
            line.graph.chain("source2", "sink2");
            Way.Running running = line.start(way, 50);
            RunOutcome outcome = running.end();

            assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(outcome.failures())
                    .singleElement()
                    .satisfies(
                            failure -> assertThat(failure.message()).isEqualTo("it can't be done. 'sub' is stopped."));
            assertThat(running.counts("sub/b").status()).isEqualTo(ComponentStatus.FAILED);
            assertThat(running.counts("sub/idle").status()).isEqualTo(ComponentStatus.STOPPED);
            assertThat(beside).isEqualTo(numbers(5000));
            assertThat(running.counts("sink").status()).isEqualTo(ComponentStatus.FINISHED);
        });
    }

    @Test
    void m01_skip_on_a_subgraph_skips_what_its_components_fail_on_or_were_restarted_for_too_often() throws Exception {
        everyWay(way -> {
            for (boolean restartsFirst : List.of(false, true)) {
                Line line = new Line(way, 1000);
                if (restartsFirst) {
                    line.failing.onError(FailurePolicy.RESTART, 2);
                }
                line.graph.subgraph("sub", FailurePolicy.SKIP, 3, RestartGroup.ONE);
                Way.Running running = line.start(way, 99);

                assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
                List<Object> expected = numbers(100);
                expected.remove(BAD);
                assertThat(line.received).isEqualTo(expected);
                assertThat(running.counts("sub/b").skipped()).isEqualTo(1);
                assertThat(running.counts("sub/b").restarts()).isEqualTo(restartsFirst ? 2 : 0);
            }
        });
    }

    @Test
    void m01_a_component_that_has_finished_is_not_restarted_with_its_group() throws Exception {
        everyWay(way -> {
            List<Object> received = TestGraph.synchronizedList();
            List<Object> events = TestGraph.synchronizedList();
            AtomicInteger failures = new AtomicInteger(1);
            TestGraph graph = way.graph();
            graph.source("sub/short", 1L, 2L);
            graph.reactive("late", AtTheEnd::new);
            graph.reactive("sub/b", () -> new Stage("b", events, failures));
            graph.sink("sink", received);
            graph.chain("sub/short", "sub/b", "sink").chain("sub/short", "late", "sub/b");
            graph.subgraph("sub", FailurePolicy.RESTART, 3, RestartGroup.ALL);
            Way.Running running = way.start(graph);

            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(running.counts("sub/short").restarts()).isZero();
            assertThat(received).containsExactlyInAnyOrder(1L, 2L, BAD);
        });
    }

    @Test
    void m01_a_group_does_not_wait_for_one_that_is_ending_and_only_sends_what_is_held_up() throws Exception {
        Way.everyScheduler(way -> {
            List<Object> received = TestGraph.synchronizedList();
            RoomTest.Gate gate = new RoomTest.Gate();
            AtomicInteger failures = new AtomicInteger(1);
            List<Object> events = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.reactive(
                            "sub/ending",
                            () -> new SendingTest.OnStart(context -> {
                                context.outbox().sendAll(List.of(1L, 2L, 3L).iterator());
                                context.finish();
                            }))
                    .inboxes();
            graph.reactive("gate", () -> gate).outboxes().limit(1);
            graph.chain("sub/ending", "gate");
            graph.counting("source", 100);
            graph.reactive("sub/b", () -> new Stage("b", events, failures));
            graph.sink("sink", received);
            graph.chain("source", "sub/b", "sink");
            graph.subgraph("sub", FailurePolicy.RESTART, 1000, RestartGroup.ALL);
            Way.Running running = way.start(graph);
            running.untilStatus("sub/ending", ComponentStatus.BLOCKED);
            running.until("the other one is through", () -> received.size() == 100);

            gate.open(Long.MAX_VALUE);
            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(running.counts("sub/ending").restarts()).isZero();
            assertThat(gate.received).containsExactly(1L, 2L, 3L);
        });
    }

    @Test
    void m01_a_failure_in_the_very_last_call_is_decided_by_the_subgraph_around_too() throws Exception {
        everyWay(way -> {
            TestGraph graph = way.graph();
            graph.reactive("sub/failing", () -> new ReactiveComponent() {
                        @Override
                        public void onMessage(Inbox inbox, Object message) {}

                        @Override
                        public void onStop() {
                            throw new IllegalStateException("can't let go");
                        }
                    })
                    .inboxes();
            graph.subgraph("sub", FailurePolicy.STOP, 3, RestartGroup.ONE);
            RunOutcome outcome = way.run(graph);

            assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(outcome.failures())
                    .singleElement()
                    .satisfies(failure -> assertThat(failure.handledBy()).isEqualTo(FailurePolicy.STOP));
        });
    }

    @Test
    void m01_what_is_held_for_a_full_inbox_while_its_group_restarts_arrives() throws Exception {
        everyWay(way -> {
            List<Object> events = TestGraph.synchronizedList();
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            AtomicInteger passed = new AtomicInteger();
            graph.counting("source", 600);
            graph.pass("sub/a").limit(2);
            graph.reactive("sub/b", () -> new EveryFails(passed, 97)).limit(1);
            graph.pass("sub/c").limit(1);
            graph.sink("sink", received).limit(1);
            graph.chain("source", "sub/a", "sub/b", "sub/c", "sink");
            graph.subgraph("sub", FailurePolicy.RESTART, 1000, RestartGroup.ALL);
            Way.Running running = way.start(graph);

            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(running.counts("sub/a").restarts()).isPositive();
            assertThat(new ArrayList<>(new LinkedHashSet<>(received))).isEqualTo(numbers(600));
            if (way.execution() == Execution.MICROPROCESS) {
                assertThat(received).isEqualTo(numbers(600));
            }
            assertThat(events).isEmpty();
        });
    }

    @Test
    void m01_a_sequential_component_is_restarted_with_its_group_wherever_it_waits() throws Exception {
        for (Way.OnScheduler scheduler : List.of(Way.OnScheduler.REAL, Way.OnScheduler.ONE_WORKER)) {
            for (Execution execution : List.of(Execution.TASKLET, Execution.THREAD)) {
                Way way = new Way(scheduler, execution);
                AtomicInteger lives = new AtomicInteger();
                CountDownLatch never = new CountDownLatch(1);
                List<Object> also = TestGraph.synchronizedList();
                Line line = new Line(way, 1);
                line.graph
                        .sequential("sub/blocks", context -> {
                            if (lives.incrementAndGet() == 1) {
                                never.await();
                            }
                        })
                        .inboxes();
                line.graph.sequential("sub/waits", context -> {
                    for (Object message : context.inbox()) {
                        also.add(message);
                    }
                });
                line.graph.chain("sub/c", "sub/waits");
                line.graph.subgraph("sub", FailurePolicy.RESTART, 3, RestartGroup.ALL);
                Way.Running running = line.start(way, 100);

                assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
                assertThat(line.received).isEqualTo(numbers(100));
                assertThat(also).isEqualTo(numbers(100));
                assertThat(running.counts("sub/waits").restarts()).isEqualTo(1);
                assertThat(running.counts("sub/blocks").restarts()).isEqualTo(1);
            }
        }
    }

    @Test
    void m01_one_that_does_not_return_to_be_restarted_ends_the_run_and_is_named() throws Exception {
        Way way = new Way(Way.OnScheduler.REAL, Execution.THREAD);
        CountDownLatch never = new CountDownLatch(1);
        Line line = new Line(way, 1);
        line.graph
                .sequential("sub/stubborn", context -> {
                    while (never.getCount() > 0) {
                        Thread.onSpinWait();
                    }
                })
                .inboxes();
        line.graph.subgraph("sub", FailurePolicy.RESTART, 3, RestartGroup.ALL);
        RunOutcome outcome =
                line.start(way.start(line.graph, Duration.ofMillis(100)), 100).end();
        never.countDown();

        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FAILED);
        assertThat(outcome.failures()).anySatisfy(failure -> {
            assertThat(failure.path()).isEqualTo("sub/stubborn");
            assertThat(failure.message()).isEqualTo("It did not return within 100 ms of being restarted with others.");
        });
    }

    @Test
    void m01_a_run_can_be_stopped_while_a_group_waits_to_begin_again() throws Exception {
        everyWay(way -> {
            Line line = new Line(way, 1000, 51);
            // Twenty doublings of 2 ms: it waits at the last for half a minute.
            line.graph.subgraph("sub", FailurePolicy.RESTART, 1000, RestartGroup.ALL);
            Way.Running running = line.start(way, 0);
            running.until("it has been restarted", () -> running.counts("sub/b").restarts() >= 3);
            running.run().stop();

            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.STOPPED);
        });
    }

    /** Passes messages on, but fails at one, a number of times; says when it comes and goes. */
    private static final class Stage implements ReactiveComponent {
        private final String name;
        private final List<Object> events;
        private final AtomicInteger failures;
        private ComponentContext context;

        Stage(String name, List<Object> events, AtomicInteger failures) {
            this.name = name;
            this.events = events;
            this.failures = failures;
            events.add("+" + name);
        }

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            if (message.equals(BAD) && failures.getAndDecrement() > 0) {
                throw new IllegalStateException("it can't be done");
            }
            context.outbox().send(message);
        }

        @Override
        public void onStop() {
            events.add("-" + name);
        }
    }

    /** Sends numbers once it is opened, and ends once it is closed. */
    private static final class Feeder implements ReactiveComponent {
        private final long count;
        private final AtomicBoolean opened;
        private final AtomicBoolean closed;
        private ComponentContext context;
        private boolean sent;

        Feeder(long count, AtomicBoolean opened, AtomicBoolean closed) {
            this.count = count;
            this.opened = opened;
            this.closed = closed;
        }

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
            look();
        }

        private void look() {
            if (opened.get() && !sent) {
                sent = true;
                context.outbox().sendAll(new CountingIterator(count));
            }
            if (!closed.get()) {
                context.schedule(Duration.ofMillis(1), this::look);
            }
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            throw new AssertionError("a source got a message");
        }
    }

    /** Sends the bad one when everything has come in. */
    private static final class AtTheEnd implements ReactiveComponent {
        private ComponentContext context;

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            // Only the end counts.
        }

        @Override
        public void onEnd() {
            context.outbox().send(BAD);
        }
    }

    /** Passes messages on, and fails each time when it has passed a number of them. */
    private static final class EveryFails extends Passing {
        private final AtomicInteger passed;
        private final int every;

        EveryFails(AtomicInteger passed, int every) {
            this.passed = passed;
            this.every = every;
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            if (passed.incrementAndGet() % every == 0) {
                throw new IllegalStateException("it can't be done");
            }
            super.onMessage(inbox, message);
        }
    }
}
