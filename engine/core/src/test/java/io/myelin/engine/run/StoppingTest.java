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
import io.myelin.engine.message.Status;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a stop, a finish and a failure in an odd place do to those around. */
class StoppingTest {
    private static final List<Way> ON_REAL_THREADS =
            List.of(new Way(Way.OnScheduler.REAL, Execution.TASKLET), new Way(Way.OnScheduler.REAL, Execution.THREAD));

    @Test
    void aStreamCutOffByAStopOfTheRunNeverLooksLikeAWholeOne() {
        Ends sink = new Ends();
        TestGraph graph = new TestGraph();
        graph.reactive("source", () -> new Expecting(null)).inboxes();
        graph.pass("pass");
        graph.reactive("sink", () -> sink).outboxes();
        graph.chain("source", "pass", "sink");
        RunningGraph run = new RunningGraph(graph.plan(), RunOptions.with(new SilentConsole()), new EagerScheduler());
        run.start();
        assertThat(sink.events).containsExactly("message");

        run.stop();

        assertThat(run.state()).isEqualTo(RunState.ENDED);
        assertThat(sink.events).containsExactly("message", "stop");
        assertThat(run.component("sink").boxes().inbox("inbox").isAtEnd()).isFalse();
    }

    @Test
    void aStreamCutOffByAFailureThatStopsTheGraphNeverLooksLikeAWholeOne() {
        Ends sink = new Ends();
        Expecting source = new Expecting("the well is dry");
        TestGraph graph = new TestGraph();
        graph.reactive("source", () -> source).inboxes();
        graph.reactive("sink", () -> sink).outboxes();
        graph.chain("source", "sink");
        RunningGraph run = new RunningGraph(graph.plan(), RunOptions.with(new SilentConsole()), new EagerScheduler());
        run.start();

        source.fail();

        assertThat(run.state()).isEqualTo(RunState.ENDED);
        assertThat(run.ended().toCompletableFuture().join().ending()).isEqualTo(RunOutcome.Ending.FAILED);
        assertThat(sink.events).containsExactly("message", "stop");
    }

    @Test
    void aStreamThatAStoppedOrFailedComponentCutsOffIsKnownAsThatHoweverFarOn() throws Exception {
        everyWay(way -> {
            assertThat(endBehind(way, true, new Passing())).isEqualTo("cut off");
            assertThat(endBehind(way, false, new FailingAtTwo())).isEqualTo("cut off");
        });
    }

    @Test
    void aStreamIsWholeWhereAllFinishedOrWhereOneHadEnoughBeforeItWasCutOff() throws Exception {
        everyWay(way -> {
            assertThat(endBehind(way, false, new Passing())).isEqualTo("whole");
            assertThat(endBehind(way, false, new FailingAtTwo(), 1)).isEqualTo("whole");
        });
    }

    private static String endBehind(Way way, boolean stopped, ReactiveComponent first) throws Exception {
        return endBehind(way, stopped, first, Integer.MAX_VALUE);
    }

    /** What the end of the stream is said to be some way behind {@code first}, and behind one that takes so many of it. */
    private static String endBehind(Way way, boolean stopped, ReactiveComponent first, int most) throws Exception {
        List<Object> ends = TestGraph.synchronizedList();
        TestGraph graph = way.graph();
        graph.source("source", 1L, 2L);
        graph.reactive("first", () -> first).onError(FailurePolicy.STOP);
        graph.reactive("take", () -> new EndingTest.Taking(most));
        graph.sequential("sequential", context -> {
            for (Object message : context.inbox()) {
                context.outbox().send(message);
            }
        });
        graph.reactive("sink", () -> new TellsEnd(ends)).outboxes();
        graph.chain("source", "first", "take", "sequential", "sink");
        if (stopped) {
            // Nothing ends it but the stop.
            graph.reactive("expecting", () -> new Expecting("never")).inboxes();
            graph.chain("expecting", "first");
            graph.source("stopper", Status.stop("just these"));
            graph.link("stopper.outbox", "first.control").link("stopper.outbox", "expecting.control");
        }
        assertThat(way.run(graph).ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(ends).hasSize(1);
        return (String) ends.getFirst();
    }

    /** Says whether its stream was whole. */
    private static final class TellsEnd implements ReactiveComponent {
        private final List<Object> ends;
        private ComponentContext context;

        TellsEnd(List<Object> ends) {
            this.ends = ends;
        }

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {}

        @Override
        public void onEnd() {
            ends.add(context.inbox().isCutOff() ? "cut off" : "whole");
        }
    }

    /** Passes the first message on. */
    private static final class FailingAtTwo extends Passing {
        @Override
        public void onMessage(Inbox inbox, Object message) {
            if (message.equals(2L)) {
                throw new IllegalStateException("not that one");
            }
            super.onMessage(inbox, message);
        }
    }

    @Test
    void aSequentialComponentBlockedElsewhereEndsWhenNobodyIsLeftToSendTo() throws Exception {
        for (Way way : ON_REAL_THREADS) {
            TestGraph graph = way.graph();
            graph.sequential("waiting", context -> {
                        context.outbox().send(1L);
                        new CountDownLatch(1).await();
                    })
                    .inboxes();
            Pipe pipe = Pipe.open();
            graph.sequential("reading", context -> {
                        context.outbox().send(1L);
                        pipe.source().read(ByteBuffer.allocate(1));
                    })
                    .inboxes();
            graph.reactive("first", () -> new EndingTest.Taking(1));
            graph.reactive("second", () -> new EndingTest.Taking(1));
            graph.chain("waiting", "first").chain("reading", "second");
            Way.Running running = way.start(graph);

            assertThat(running.end()).isEqualTo(new RunOutcome(RunOutcome.Ending.FINISHED, List.of(), List.of()));
            assertThat(running.counts("waiting").status()).isEqualTo(ComponentStatus.FINISHED);
            pipe.sink().close();
        }
    }

    @Test
    void aSourceWithoutEndFinishesWhenControlSaysSo() throws Exception {
        everyWay(way -> {
            TestGraph graph = way.graph();
            graph.counting("short", 3);
            graph.counting("endless", Long.MAX_VALUE);
            List<Object> received = TestGraph.synchronizedList();
            graph.reactive("sink", () -> (TestGraph.ReactiveListener) (inbox, message) -> {
                        if (received.size() < 10) {
                            received.add(message);
                        }
                    })
                    .outboxes();
            graph.chain("endless", "sink").link("short.signal", "endless.control");
            Way.Running running = way.start(graph);

            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(running.counts("endless").status()).isEqualTo(ComponentStatus.FINISHED);
            assertThat(running.inbox("sink").received())
                    .isEqualTo(running.counts("endless").sent());
        });
    }

    @Test
    void aSourceThatNothingHoldsUpRestsWhileTheRunIsPaused() throws Exception {
        for (Way way : ON_REAL_THREADS) {
            TestGraph graph = way.graph();
            graph.counting("source", Long.MAX_VALUE);
            Way.Running running = way.start(graph);
            running.until("it sends", () -> running.counts("source").sent() > 0);

            running.run().pause();
            running.until(
                    "it rests", () -> running.run().component("source").strand().isIdle());
            long sent = running.counts("source").sent();
            running.run().resume();
            running.until("it goes on", () -> running.counts("source").sent() > sent);
            running.run().stop();

            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.STOPPED);
        }
    }

    @Test
    void aRunThatIsPausedAndResumedTimeAndAgainIsNeverTakenForOneThatIsStuck() throws Exception {
        for (Way way : ON_REAL_THREADS) {
            TestGraph graph = way.graph();
            graph.counting("source", Long.MAX_VALUE);
            Way.Running running = way.start(graph);

            for (int i = 0; i < 500; i++) {
                long sent = running.counts("source").sent();
                running.until("it sends", () -> running.counts("source").sent() > sent);
                running.run().pause();
                running.until(
                        "it rests",
                        () -> running.run().component("source").strand().isIdle());
                running.run().resume();
            }
            running.run().stop();

            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.STOPPED);
        }
    }

    @Test
    void componentsThatKeepEveryCoreBusyAreGivenUpInTimeAllTheSame() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        try {
            TestGraph graph = new TestGraph().on(Execution.TASKLET);
            int spinning = Runtime.getRuntime().availableProcessors() + 1;
            AtomicInteger begun = new AtomicInteger();
            for (int i = 0; i < spinning; i++) {
                graph.sequential("spins" + i, context -> {
                            begun.incrementAndGet();
                            while (!enough.get()) {
                                Thread.onSpinWait();
                            }
                        })
                        .inboxes();
            }
            Way way = new Way(Way.OnScheduler.REAL, Execution.TASKLET);
            Way.Running running = way.start(graph, Duration.ofMillis(100));
            running.until("all cores are busy", () -> begun.get() == spinning - 1);

            running.run().stop();
            enoughAfter(running, spinning - 1);
            enough.set(true);

            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.STOPPED);
        } finally {
            enough.set(true);
        }
    }

    private static void enoughAfter(Way.Running running, int givenUp) {
        running.until(
                "those that spin have been given up",
                () -> running.run().snapshot().components().values().stream()
                                .filter(counts -> counts.failures() > 0)
                                .count()
                        >= givenUp);
    }

    @Test
    void eachInstanceIsStartedOnceAndTimersDieWithTheirs() throws Exception {
        everyWay(way -> {
            AtomicInteger instances = new AtomicInteger();
            AtomicInteger starts = new AtomicInteger();
            AtomicInteger timers = new AtomicInteger();
            TestGraph graph = way.graph();
            graph.reactive("failing", () -> new Starting(instances.incrementAndGet(), starts, timers))
                    .inboxes()
                    .onError(FailurePolicy.RESTART);
            RunOutcome outcome = way.run(graph);

            assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(instances).hasValue(3);
            assertThat(starts).hasValue(3);
            assertThat(timers).hasValue(1);
        });
    }

    @Test
    void aFailureThatCantEvenSayWhatItIsEndsTheRunLikeAnyOther() throws Exception {
        everyWay(way -> {
            TestGraph graph = way.graph();
            graph.source("source", 1L);
            graph.reactive("reactive", () -> (TestGraph.ReactiveListener) (inbox, message) -> {
                throw new Unspeakable();
            });
            graph.sequential("sequential", context -> {
                context.inbox().receive();
                throw new Unspeakable();
            });
            graph.chain("source", "reactive").chain("source", "sequential");
            RunOutcome outcome = way.run(graph);

            assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FAILED);
            assertThat(outcome.failures().getFirst().message()).isEqualTo("Unspeakable (Unspeakable).");
        });
    }

    @Test
    void whatAnInboxWithoutRoomDropsWasNeverReceived() throws Exception {
        everyWay(way -> {
            TestGraph graph = way.graph();
            graph.counting("source", 10);
            graph.sink("sink", new ArrayList<>()).limit("inbox", 0, OverflowPolicy.DROP_OLDEST);
            graph.chain("source", "sink");
            Way.Running running = way.start(graph);

            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(running.counts("sink").received()).isZero();
            assertThat(running.inbox("sink").dropped()).isEqualTo(10);
        });
    }

    @Test
    void aRingEndsWhenThoseWhoFedItHaveFinishedAndNothingIsUnderWay() throws Exception {
        everyWay(way -> {
            Ends sink = new Ends();
            TestGraph graph = way.graph();
            graph.source("source", 1L, 60L);
            graph.reactive("below", Below::new);
            graph.reactive("twice", Twice::new);
            graph.sequential("back", context -> {
                for (Object message : context.inbox()) {
                    context.outbox().send(message);
                }
            });
            graph.reactive("sink", () -> sink).outboxes();
            graph.chain("source", "below", "twice", "back", "below").chain("below", "sink");
            RunOutcome outcome = way.run(graph);

            assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(sink.events).hasSize(11).endsWith("message", "end of inbox", "end", "stop");
        });
    }

    /** Lets pass what is below a hundred. */
    private static final class Below extends Passing {
        @Override
        public void onMessage(Inbox inbox, Object message) {
            if ((long) message < 100) {
                super.onMessage(inbox, message);
            }
        }
    }

    /** Doubles. */
    private static final class Twice extends Passing {
        @Override
        public void onMessage(Inbox inbox, Object message) {
            super.onMessage(inbox, 2 * (long) message);
        }
    }

    /** Says what is told to it. */
    private static final class Ends implements ReactiveComponent {
        private final List<Object> events = new ArrayList<>();

        @Override
        public void onMessage(Inbox inbox, Object message) {
            events.add("message");
        }

        @Override
        public void onInboxEnd(Inbox inbox) {
            events.add("end of inbox");
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

    /** Sends one message and expects more, until it fails. */
    private static final class Expecting implements ReactiveComponent {
        private final String failure;
        private ComponentContext context;
        private OutsideWork more;

        Expecting(String failure) {
            this.failure = failure;
        }

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
            context.outbox().send(1L);
            more = context.expect("the test");
        }

        void fail() {
            context.execute(() -> {
                more.done();
                throw new IllegalStateException(failure);
            });
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {}
    }

    /** The first can't start; the second fails in a timer. */
    private static final class Starting implements ReactiveComponent {
        private final int number;
        private final AtomicInteger starts;
        private final AtomicInteger timers;

        Starting(int number, AtomicInteger starts, AtomicInteger timers) {
            this.number = number;
            this.starts = starts;
            this.timers = timers;
        }

        @Override
        public void onStart(ComponentContext context) {
            starts.incrementAndGet();
            if (number == 1) {
                throw new IllegalStateException("not yet");
            }
            if (number == 2) {
                context.schedule(Duration.ofMillis(1), () -> {
                    timers.incrementAndGet();
                    throw new IllegalStateException("not that");
                });
            }
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {}
    }

    /** Fails even at saying why. */
    static final class Unspeakable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no words");
        }
    }
}
