package io.myelin.engine.run;

import static io.myelin.engine.run.Way.everyWay;
import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ItemException;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.graph.ComponentState;
import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.Status;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Failures and what they do: rows M. */
class FailureTest {
    private static final long BAD = 50;

    private static List<Object> numbers(long from, long to) {
        return LongStream.range(from, to).boxed().collect(Collectors.toList());
    }

    /** Two lines side by side; in the first, the middle one fails at one message. */
    private static Way.Running start(
            Way way, FailurePolicy policy, AtomicInteger failing, List<Object> first, List<Object> second) {
        TestGraph graph = way.graph();
        graph.counting("source1", 100);
        graph.reactive("failing", () -> new FailingAt(BAD, failing)).onError(policy);
        graph.sink("sink1", first);
        graph.chain("source1", "failing", "sink1");
        graph.counting("source2", 20_000);
        graph.pass("well");
        graph.sink("sink2", second);
        graph.chain("source2", "well", "sink2");
        return way.start(graph);
    }

    @Test
    void oneThatIsToRestartWhileWhatItSentIsHeldUpRestsUntilThereIsRoom() throws Exception {
        Way way = new Way(Way.OnScheduler.IN_ORDER, Execution.MICROPROCESS);
        TestGraph graph = way.graph();
        graph.source("source", "message");
        graph.reactive("fails", () -> new SendingThenFailing()).onError(FailurePolicy.RESTART);
        graph.reactive("sink", () -> new HoldingAfterTheFirst()).outboxes().limit(1);
        graph.chain("source", "fails", "sink");
        Way.Running running = way.start(graph);
        running.untilStatus("fails", ComponentStatus.BLOCKED);

        // Were it woken for its restart over and over, this would never come to an end.
        DeterministicScheduler scheduler =
                (DeterministicScheduler) running.run().scheduler();
        scheduler.pass(scheduler.nanoTime() + Duration.ofSeconds(10).toNanos());

        assertThat(running.counts("fails").status()).isEqualTo(ComponentStatus.BLOCKED);
        running.run().stop();
        assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.STOPPED);
    }

    /** Sends more than there is room for, and fails. */
    private static final class SendingThenFailing implements ReactiveComponent {
        private ComponentContext context;

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            for (int i = 0; i < 5; i++) {
                context.outbox().send(i);
            }
            throw new IllegalStateException("after sending");
        }
    }

    /** Takes one message and no more. */
    private static final class HoldingAfterTheFirst implements ReactiveComponent {
        @Override
        public void onMessage(Inbox inbox, Object message) {
            inbox.hold();
        }
    }

    @Test
    void m01_a_failure_is_shown_with_its_message_and_the_policy_decides_while_others_are_undisturbed()
            throws Exception {
        everyWay(way -> {
            for (FailurePolicy policy : List.of(FailurePolicy.SKIP, FailurePolicy.RESTART, FailurePolicy.STOP)) {
                List<Object> first = TestGraph.synchronizedList();
                List<Object> second = TestGraph.synchronizedList();
                AtomicInteger failing = new AtomicInteger(policy == FailurePolicy.RESTART ? 2 : 1);
                Way.Running running = start(way, policy, failing, first, second);
                RunOutcome outcome = running.end();

                assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
                assertThat(outcome.failures()).isNotEmpty().allSatisfy(failure -> {
                    assertThat(failure.path()).isEqualTo("failing");
                    assertThat(failure.item()).contains(BAD);
                    assertThat(failure.message()).isEqualTo("it can't be done");
                    assertThat(failure.handledBy()).isEqualTo(policy);
                });
                assertThat(running.counts("failing").lastFailure())
                        .contains(outcome.failures().getLast());
                assertThat(second).isEqualTo(numbers(0, 20_000));
                List<Object> expected = numbers(0, policy == FailurePolicy.STOP ? BAD : 100);
                if (policy == FailurePolicy.SKIP) {
                    expected.remove(BAD);
                }
                assertThat(first).isEqualTo(expected);
                assertThat(running.counts("failing").skipped()).isEqualTo(policy == FailurePolicy.SKIP ? 1 : 0);
                assertThat(running.counts("failing").restarts()).isEqualTo(policy == FailurePolicy.RESTART ? 2 : 0);
            }
        });
        everyWay(way -> {
            List<Object> first = TestGraph.synchronizedList();
            RunOutcome outcome = start(
                            way, FailurePolicy.STOP_GRAPH, new AtomicInteger(1), first, TestGraph.synchronizedList())
                    .end();

            assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FAILED);
            assertThat(outcome.failures())
                    .singleElement()
                    .satisfies(failure -> assertThat(failure.handledBy()).isEqualTo(FailurePolicy.STOP_GRAPH));
        });
    }

    @Test
    void m01_restarts_that_become_too_many_stop_the_graph() throws Exception {
        everyWay(way -> {
            RunOutcome outcome = start(
                            way,
                            FailurePolicy.RESTART,
                            new AtomicInteger(1000),
                            TestGraph.synchronizedList(),
                            TestGraph.synchronizedList())
                    .end();

            assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FAILED);
            assertThat(outcome.failures()).hasSize(4);
            assertThat(outcome.failures().getLast().handledBy()).isEqualTo(FailurePolicy.STOP_GRAPH);
            assertThat(outcome.failures().getLast().message()).contains("3 times within 60 s");
        });
    }

    @Test
    void m01_a_sequential_component_is_supervised_alike() throws Exception {
        everyWay(way -> {
            for (FailurePolicy policy : List.of(FailurePolicy.SKIP, FailurePolicy.RESTART)) {
                List<Object> received = TestGraph.synchronizedList();
                AtomicInteger failing = new AtomicInteger(1);
                TestGraph graph = way.graph();
                graph.counting("source", 100);
                graph.sequential("failing", context -> {
                            for (Object message : context.inbox()) {
                                if (message.equals(BAD) && failing.getAndDecrement() > 0) {
                                    throw new IllegalStateException("it can't be done");
                                }
                                context.outbox().send(message);
                            }
                        })
                        .onError(policy);
                graph.sink("sink", received);
                graph.chain("source", "failing", "sink");
                RunOutcome outcome = way.run(graph);

                List<Object> expected = numbers(0, 100);
                if (policy == FailurePolicy.SKIP) {
                    expected.remove(BAD);
                }
                assertThat(received).isEqualTo(expected);
                assertThat(outcome.failures())
                        .singleElement()
                        .satisfies(failure -> assertThat(failure.item()).contains(BAD));
            }
        });
    }

    @Test
    void m02_a_failure_travels_on_signal_like_any_other_status() throws Exception {
        everyWay(way -> {
            List<Object> signalled = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("source", 100);
            graph.reactive("failing", () -> new FailingAt(BAD, new AtomicInteger(1)))
                    .onError(FailurePolicy.STOP);
            graph.sink("listener", signalled);
            graph.chain("source", "failing").link("failing.signal", "listener.inbox");
            way.run(graph);

            assertThat(signalled).containsExactly(Status.failed("failing", "it can't be done"));
        });
    }

    @Test
    void anItemThatCantBeHandledGoesToErrorsWhereThatIsLinked() throws Exception {
        everyWay(way -> {
            List<Object> errors = TestGraph.synchronizedList();
            List<Object> passed = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.source("source", 1L, "two", 3L);
            graph.reactive("picky", Picky::new).outboxes("outbox", "errors");
            graph.sink("sink", passed);
            graph.sink("errors", errors);
            graph.chain("source", "picky", "sink").link("picky.errors", "errors.inbox");
            RunOutcome outcome = way.run(graph);

            assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(outcome.failures()).isEmpty();
            assertThat(passed).containsExactly(1L, 3L);
            assertThat(errors).containsExactly(DataRecord.of("error", "not a number", "item", "two"));
        });
        everyWay(way -> {
            TestGraph graph = way.graph();
            graph.source("source", 1L, "two", 3L);
            graph.reactive("picky", Picky::new).outboxes("outbox", "errors");
            graph.chain("source", "picky");
            RunOutcome outcome = way.run(graph);

            assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FAILED);
            assertThat(outcome.failures())
                    .singleElement()
                    .satisfies(failure -> assertThat(failure.item()).contains("two"));
        });
    }

    @Test
    void aFailureAnywhereInALifeIsSaidAndEndsTheRunInOrder() throws Exception {
        everyWay(way -> {
            for (Where where : Where.values()) {
                TestGraph graph = way.graph();
                graph.source("source", 1L);
                graph.reactive("failing", () -> new FailingIn(where));
                graph.chain("source", "failing");
                RunOutcome outcome = way.run(graph);

                assertThat(outcome.ending()).as(where.name()).isEqualTo(RunOutcome.Ending.FAILED);
                assertThat(outcome.failures()).as(where.name()).isNotEmpty();
                assertThat(outcome.failures().getFirst().message())
                        .as(where.name())
                        .isEqualTo(where.message());
            }
        });
    }

    @Test
    void anIteratorThatThrowsEndsAndItsComponentFails() throws Exception {
        everyWay(way -> {
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.source("source", () -> new Iterator<Object>() {
                        private long next;

                        @Override
                        public boolean hasNext() {
                            return true;
                        }

                        @Override
                        public Object next() {
                            if (next == 3) {
                                throw new IllegalStateException("the well is dry");
                            }
                            return next++;
                        }
                    })
                    .onError(FailurePolicy.STOP);
            graph.sink("sink", received);
            graph.chain("source", "sink");
            RunOutcome outcome = way.run(graph);

            assertThat(received).containsExactly(0L, 1L, 2L);
            assertThat(outcome.failures())
                    .singleElement()
                    .satisfies(failure -> assertThat(failure.message()).isEqualTo("the well is dry"));
        });
    }

    @Test
    void aMutedComponentTakesInAndDropsAndABypassedOnePassesOn() throws Exception {
        everyWay(way -> {
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("source", 10);
            graph.reactive("muted", Picky::new).state(ComponentState.MUTED);
            graph.reactive("bypassed", () -> new FailingAt(3, new AtomicInteger(1)))
                    .state(ComponentState.BYPASSED);
            graph.sink("sink", received);
            graph.chain("source", "muted", "sink").chain("source", "bypassed", "sink");
            Way.Running running = way.start(graph);
            running.end();

            assertThat(received).isEqualTo(numbers(0, 10));
            assertThat(running.counts("muted").skipped()).isEqualTo(10);
        });
    }

    /** Passes messages on but fails at one, a number of times. */
    private static final class FailingAt implements ReactiveComponent {
        private final long bad;
        private final AtomicInteger times;
        private ComponentContext context;

        FailingAt(long bad, AtomicInteger times) {
            this.bad = bad;
            this.times = times;
        }

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            if (message.equals(bad) && times.getAndDecrement() > 0) {
                throw new IllegalStateException("it can't be done");
            }
            context.outbox().send(message);
        }
    }

    /** Takes numbers only. */
    private static final class Picky implements ReactiveComponent {
        private ComponentContext context;

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            if (!(message instanceof Long)) {
                throw new ItemException("not a number");
            }
            context.outbox().send(message);
        }
    }

    /** Where a component can fail. */
    private enum Where {
        CONSTRUCTOR("constructor"),
        START("start"),
        MESSAGE("message"),
        INBOX_END("end of inbox"),
        END("end"),
        STOP("stop"),
        TIMER("timer"),
        TASK("task"),
        OVERFLOW("It calls itself without end (stack overflow)."),
        NO_MESSAGE("Array index out of bounds (ArrayIndexOutOfBoundsException).");

        private final String message;

        Where(String message) {
            this.message = message;
        }

        String message() {
            return message;
        }

        void failIf(Where here) {
            if (this == here) {
                throw new IllegalStateException(message);
            }
        }
    }

    /** Fails in one place. */
    private static final class FailingIn implements ReactiveComponent {
        private final Where where;

        FailingIn(Where where) {
            this.where = where;
            where.failIf(Where.CONSTRUCTOR);
        }

        @Override
        public void onStart(ComponentContext context) {
            where.failIf(Where.START);
            context.schedule(Duration.ofMillis(1), () -> where.failIf(Where.TIMER));
            context.execute(() -> where.failIf(Where.TASK));
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            where.failIf(Where.MESSAGE);
            if (where == Where.OVERFLOW) {
                onMessage(inbox, message);
            }
            if (where == Where.NO_MESSAGE) {
                throw new ArrayIndexOutOfBoundsException();
            }
        }

        @Override
        public void onInboxEnd(Inbox inbox) {
            where.failIf(Where.INBOX_END);
        }

        @Override
        public void onEnd() {
            where.failIf(Where.END);
        }

        @Override
        public void onStop() {
            where.failIf(Where.STOP);
        }
    }
}
