package io.myelin.engine.run;

import static io.myelin.engine.run.TestGraph.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.graph.FailurePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Components called directly by those who send to them: nobody can tell, but by the stack. */
class FusionTest {
    private static final Way FUSED = new Way(Way.OnScheduler.ONE_WORKER, Execution.MICROPROCESS);
    private static final Way UNFUSED = new Way(Way.OnScheduler.UNFUSED, Execution.MICROPROCESS);
    private static final long MANY = 20_000;

    /** Keeps what it gets, and how many components passed it on to each other on the stack that it came by. */
    private static class Seeing implements TestGraph.ReactiveListener {
        final List<Object> received = TestGraph.synchronizedList();
        volatile long deepest;
        volatile int direct;

        @Override
        public void onMessage(Inbox inbox, Object message) {
            received.add(message);
            long callers = StackWalker.getInstance()
                    .walk(frames -> frames.filter(frame -> frame.getClassName().equals(Passing.class.getName()))
                            .count());
            deepest = Math.max(deepest, callers);
            direct += callers > 0 ? 1 : 0;
        }
    }

    /** Counts up until {@code condition} holds. */
    private static Iterator<Object> countingUntil(BooleanSupplier condition) {
        return new Iterator<>() {
            private final long end = System.nanoTime() + Way.PATIENCE.toNanos();
            private long next;

            @Override
            public boolean hasNext() {
                return !condition.getAsBoolean() && System.nanoTime() - end < 0;
            }

            @Override
            public Object next() {
                return next++;
            }
        };
    }

    private static TestGraph row(TestGraph graph, int passing, Seeing sink, long messages) {
        return row(graph, passing, sink, new CountingIterator(messages));
    }

    private static TestGraph row(TestGraph graph, int passing, Seeing sink, Iterator<?> messages) {
        List<String> paths = new ArrayList<>(List.of("source"));
        graph.source("source", () -> messages);
        for (int i = 0; i < passing; i++) {
            graph.pass("pass" + i);
            paths.add("pass" + i);
        }
        graph.reactive("sink", () -> sink).outboxes();
        paths.add("sink");
        return graph.chain(paths.toArray(String[]::new));
    }

    @Test
    void quickComponentsOfOneWorkerAreCalledDirectlyAndCountedAsEver() throws Exception {
        Seeing sink = new Seeing();
        Way.Running running =
                FUSED.start(row(FUSED.graph(), 5, sink, countingUntil(() -> sink.deepest == 5 && sink.direct > 1000)));
        assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);

        long sent = sink.received.size();
        assertThat(sink.deepest).as("callers on the stack").isEqualTo(5);
        assertThat(sink.received).isEqualTo(numbers(sent));
        for (String path : List.of("pass0", "pass4", "sink")) {
            assertThat(running.inbox(path).received()).as(path).isEqualTo(sent);
            assertThat(running.counts(path).received()).as(path).isEqualTo(sent);
        }
    }

    @Test
    void withoutFusionNobodyIsCalledDirectly() throws Exception {
        Seeing sink = new Seeing();
        UNFUSED.start(row(UNFUSED.graph(), 5, sink, MANY)).end();

        assertThat(sink.received).isEqualTo(numbers(MANY));
        assertThat(sink.deepest).isZero();
    }

    @Test
    void howDeepTheCallsGoIsBounded() throws Exception {
        Seeing sink = new Seeing();
        FUSED.start(row(FUSED.graph(), 1000, sink, 2000)).end();

        assertThat(sink.received).isEqualTo(numbers(2000));
        assertThat(sink.deepest).isLessThanOrEqualTo(64);
    }

    @Test
    void aSlowComponentIsNeverCalledDirectly() throws Exception {
        Seeing sink = new Seeing() {
            @Override
            public void onMessage(Inbox inbox, Object message) {
                super.onMessage(inbox, message);
                long end = System.nanoTime() + 500_000;
                while (System.nanoTime() - end < 0) {
                    Thread.onSpinWait();
                }
            }
        };
        FUSED.start(row(FUSED.graph(), 1, sink, 100)).end();

        assertThat(sink.received).isEqualTo(numbers(100));
        assertThat(sink.direct).isZero();
    }

    @Test
    void aLinkThatIsTappedIsNotFused() throws Exception {
        Seeing sink = new Seeing();
        TestGraph graph = row(FUSED.graph(), 1, sink, MANY);
        RunningGraph run = FUSED.prepare(graph);
        List<Object> tapped = TestGraph.synchronizedList();
        run.tap(graph.plannedLink(1), (message, sequence) -> {
            assertThat(sequence).isEqualTo((Long) message + 1);
            tapped.add(message);
        });
        run.start();
        FUSED.running(run).end();

        assertThat(tapped).isEqualTo(numbers(MANY));
        assertThat(sink.received).isEqualTo(numbers(MANY));
        assertThat(sink.direct).isZero();
    }

    @Test
    void whatFailsInADirectCallIsTheReceiversOwnFailure() throws Exception {
        AtomicReference<Object> bad = new AtomicReference<>();
        Seeing sink = new Seeing() {
            @Override
            public void onMessage(Inbox inbox, Object message) {
                super.onMessage(inbox, message);
                if (direct == 100 && bad.compareAndSet(null, message)) {
                    throw new IllegalStateException("it can't be done");
                }
            }
        };
        TestGraph graph = FUSED.graph();
        graph.source("source", () -> countingUntil(() -> bad.get() != null && sink.direct > 200));
        graph.pass("pass");
        graph.reactive("sink", () -> sink).outboxes().onError(FailurePolicy.SKIP);
        graph.chain("source", "pass", "sink");
        Way.Running running = FUSED.start(graph);
        RunOutcome outcome = running.end();

        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(outcome.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.path()).isEqualTo("sink");
            assertThat(failure.item()).contains(bad.get());
        });
        assertThat(sink.received).isEqualTo(numbers(sink.received.size()));
        assertThat(running.counts("sink").skipped()).isEqualTo(1);
    }

    @Test
    void aFailureInADirectCallThatCantEvenBeSaidIsNotTheSenders() throws Exception {
        Seeing sink = new Seeing() {
            @Override
            public void onMessage(Inbox inbox, Object message) {
                super.onMessage(inbox, message);
                if (direct > 100) {
                    throw new StoppingTest.Unspeakable();
                }
            }
        };
        Way.Running running = FUSED.start(row(FUSED.graph(), 1, sink, countingUntil(() -> false)));
        RunOutcome outcome = running.end();

        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FAILED);
        assertThat(outcome.failures()).extracting(ComponentFailure::path).containsExactly("sink");
    }

    @Test
    void oneThatStartsToSendMuchInADirectCallKeepsTheOrder() throws Exception {
        List<Object> received = TestGraph.synchronizedList();
        TestGraph graph = FUSED.graph();
        graph.counting("source", 2000);
        graph.reactive("ten", RepeatingTen::new);
        graph.sink("sink", received).limit(3);
        graph.chain("source", "ten", "sink");
        FUSED.start(graph).end();

        assertThat(received)
                .isEqualTo(LongStream.range(0, 20_000)
                        .mapToObj(i -> (Object) (i / 10))
                        .collect(Collectors.toList()));
    }

    /** Sends each message ten times, by an iterator. */
    private static final class RepeatingTen extends Passing {
        @Override
        public void onMessage(Inbox inbox, Object message) {
            context().outbox().sendAll(Collections.nCopies(10, message).iterator());
        }
    }

    @Test
    void oneThatWaitsToSendIsGivenNothingMoreBeforeItHasSent() throws Exception {
        List<Object> received = TestGraph.synchronizedList();
        Trigger first = new Trigger();
        Trigger second = new Trigger();
        Trigger begin = new Trigger();
        TestGraph graph = FUSED.graph();
        graph.reactive("first", () -> first).inboxes();
        graph.reactive("second", () -> second).inboxes();
        graph.reactive("begin", () -> begin).inboxes();
        graph.pass("pass");
        graph.reactive("sink", () -> new ReadingWhenTold(received))
                .inboxes("inbox", "begin")
                .limit(1000);
        graph.chain("first", "pass", "sink").chain("second", "pass").link("begin.outbox", "sink.begin");
        Way.Running running = FUSED.start(graph);
        // As many as the sink has room for, and one that waits.
        first.fire(numbers(1001).toArray());
        running.untilStatus("pass", ComponentStatus.BLOCKED);
        second.fire(1001L);
        running.untilStatus("second", ComponentStatus.FINISHED);

        assertThat(running.inbox("pass").depth()).as("waiting at it").isEqualTo(1);

        begin.fire("begin");
        running.end();
        assertThat(received).isEqualTo(numbers(1002));
    }

    @Test
    void oneThatIsStuckInADirectCallIsGivenUpAndTheOthersOfItsWorkerAreStopped() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        AtomicBoolean release = new AtomicBoolean();
        AtomicInteger stops = new AtomicInteger();
        Seeing sink = new Seeing() {
            @Override
            public void onMessage(Inbox inbox, Object message) {
                super.onMessage(inbox, message);
                if (direct > 100) {
                    stuck.countDown();
                    while (!release.get()) {
                        LockSupport.parkNanos(1_000_000);
                    }
                }
            }
        };
        TestGraph graph = row(FUSED.graph(), 1, sink, Long.MAX_VALUE);
        graph.reactive("other", () -> new SchedulingTest.Stopping(stops));
        Way.Running running = FUSED.start(graph, Duration.ofSeconds(1));
        assertThat(stuck.await(60, TimeUnit.SECONDS)).isTrue();
        running.run().stop();
        RunOutcome outcome = running.end();
        release.set(true);

        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.STOPPED);
        assertThat(outcome.failures())
                .extracting(ComponentFailure::path)
                .contains("sink")
                .doesNotContain("other");
        assertThat(stops).hasValue(1);
    }
}
