package io.myelin.engine.run;

import static io.myelin.engine.run.TestGraph.numbers;
import static io.myelin.engine.run.Way.everyScheduler;
import static io.myelin.engine.run.Way.everyWay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.graph.ComponentState;
import io.myelin.engine.graph.OverflowPolicy;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.watch.Breakpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Changes of running graphs. */
class LiveChangeTest {
    private static final int MOVES = Integer.getInteger("myelin.moves", 200);

    private static ChangeReport apply(Way.Running running, RunPlan plan) {
        CompletableFuture<ChangeReport> report = running.run().apply(plan).toCompletableFuture();
        running.until("the change is made", report::isDone);
        return report.join();
    }

    /** Gives numbers until told that it is enough. */
    private static final class Stream {
        final AtomicBoolean enough = new AtomicBoolean();
        long sent;

        /** What makes the source. */
        Callable<ReactiveComponent> messages() {
            return () -> new Sender(new Iterator<Object>() {
                @Override
                public boolean hasNext() {
                    return !enough.get();
                }

                @Override
                public Object next() {
                    return sent++;
                }
            });
        }
    }

    @Test
    void b13_links_come_and_go_at_run_time_and_no_other_link_loses_or_doubles_a_message() throws Exception {
        everyWay(way -> {
            Stream first = new Stream();
            Stream second = new Stream();
            Callable<ReactiveComponent> firstMessages = first.messages();
            Callable<ReactiveComponent> secondMessages = second.messages();
            List<Object> kept = TestGraph.synchronizedList();
            List<Object> other = TestGraph.synchronizedList();
            Callable<ReactiveComponent> keeping =
                    () -> (TestGraph.ReactiveListener) (inbox, message) -> kept.add(message);
            Callable<ReactiveComponent> taking =
                    () -> (TestGraph.ReactiveListener) (inbox, message) -> other.add(message);
            RunPlan[] plans = new RunPlan[2];
            for (int i = 0; i < 2; i++) {
                TestGraph graph = way.graph();
                graph.reactive("first", firstMessages).inboxes();
                graph.reactive("second", secondMessages).inboxes();
                graph.reactive("kept", keeping).outboxes().limit(16);
                graph.reactive("other", taking).outboxes().limit(16);
                graph.link("first.outbox", "kept.inbox").link("second.outbox", "other.inbox");
                if (i == 1) {
                    graph.link("second.outbox", "kept.inbox").link("first.outbox", "other.inbox");
                }
                plans[i] = graph.plan();
            }
            Way.Running running = way.start(plans[0], new SilentConsole());
            for (int i = 1; i <= 6; i++) {
                int seen = kept.size() + other.size();
                running.until("messages move", () -> kept.size() + other.size() > seen + 100);
                ChangeReport report = apply(running, plans[i % 2]);
                assertThat(i % 2 == 1 ? report.linked() : report.unlinked()).hasSize(2);
                assertThat(report.restarted()).isEmpty();
            }
            first.enough.set(true);
            second.enough.set(true);
            RunOutcome outcome = running.end();

            assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            // Two streams of the same numbers come in on each; those of the link that stayed are all there in order.
            assertThat(firstMissing(kept, first.sent))
                    .as("first of %d", first.sent)
                    .isEqualTo(first.sent);
            assertThat(firstMissing(other, second.sent)).as("second").isEqualTo(second.sent);
        });
    }

    /** The first number that does not follow those before it. */
    private static long firstMissing(List<Object> all, long count) {
        long next = 0;
        for (Object one : all) {
            if (next < count && one.equals(next)) {
                next++;
            }
        }
        return next;
    }

    @Test
    void aComponentInTheMiddleComesAndGoesAndWhatWaitsInItIsDoneFirst() throws Exception {
        everyWay(way -> {
            Stream stream = new Stream();
            Callable<ReactiveComponent> messages = stream.messages();
            List<Object> received = TestGraph.synchronizedList();
            Callable<ReactiveComponent> keeping =
                    () -> (TestGraph.ReactiveListener) (inbox, message) -> received.add(message);
            RunPlan[] plans = new RunPlan[2];
            for (int i = 0; i < 2; i++) {
                TestGraph graph = way.graph();
                graph.reactive("source", messages).inboxes();
                graph.reactive("sink", keeping).outboxes().limit(16);
                if (i == 1) {
                    graph.pass("middle").limit(8);
                    graph.chain("source", "middle", "sink");
                } else {
                    graph.chain("source", "sink");
                }
                plans[i] = graph.plan();
            }
            Way.Running running = way.start(plans[0], new SilentConsole());
            for (int i = 1; i <= 6; i++) {
                int seen = received.size();
                running.until("messages move", () -> received.size() > seen + 50);
                ChangeReport report = apply(running, plans[i % 2]);
                assertThat(i % 2 == 1 ? report.added() : report.removed()).containsExactly("middle");
                assertThat(report.unread()).isEmpty();
            }
            stream.enough.set(true);
            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);

            assertThat(received).containsExactlyInAnyOrderElementsOf(numbers(stream.sent));
        });
    }

    @Test
    void aComponentWithOtherSettingsGetsANewInstanceAndLosesNothing() throws Exception {
        everyWay(way -> {
            Stream stream = new Stream();
            Callable<ReactiveComponent> messages = stream.messages();
            List<Object> received = TestGraph.synchronizedList();
            AtomicInteger stopped = new AtomicInteger();
            AtomicInteger madeOthers = new AtomicInteger();
            Callable<ReactiveComponent> keeping =
                    () -> (TestGraph.ReactiveListener) (inbox, message) -> received.add(message);
            Callable<ReactiveComponent> before = () -> new Passes(stopped);
            Callable<ReactiveComponent> after = () -> {
                madeOthers.incrementAndGet();
                return new Passes(stopped);
            };
            RunPlan[] plans = new RunPlan[2];
            for (int i = 0; i < 2; i++) {
                TestGraph graph = way.graph();
                graph.reactive("source", messages).inboxes();
                graph.reactive("middle", i == 0 ? before : after).limit(8);
                graph.reactive("sink", keeping).outboxes().limit(4);
                graph.chain("source", "middle", "sink");
                plans[i] = graph.plan();
            }
            Way.Running running = way.start(plans[0], new SilentConsole());
            for (int i = 1; i <= 6; i++) {
                int seen = received.size();
                running.until("messages move", () -> received.size() > seen + 50);
                ChangeReport report = apply(running, plans[i % 2]);
                assertThat(report.restarted()).containsExactly("middle");
                assertThat(report.linked()).isEmpty();
            }
            stream.enough.set(true);
            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);

            assertThat(received).isEqualTo(numbers(stream.sent));
            assertThat(stopped).hasValue(7);
            assertThat(madeOthers).hasValue(3);
        });
    }

    private static final class Passes implements ReactiveComponent {
        private final AtomicInteger stopped;
        private ComponentContext context;

        Passes(AtomicInteger stopped) {
            this.stopped = stopped;
        }

        @Override
        public void onStart(ComponentContext given) {
            context = given;
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            context.outbox().send(message);
        }

        @Override
        public void onStop() {
            stopped.incrementAndGet();
        }
    }

    @Test
    void aFullInboxThatComesToDropMessagesHoldsItsSenderUpNoMore() throws Exception {
        everyWay(way -> {
            RoomTest.Gate gate = new RoomTest.Gate();
            Callable<ReactiveComponent> counting = () -> new Sender(new CountingIterator(10));
            Callable<ReactiveComponent> taking = () -> gate;
            List<RunPlan> plans = new ArrayList<>();
            for (OverflowPolicy overflow : List.of(OverflowPolicy.BLOCK, OverflowPolicy.DROP_NEWEST)) {
                TestGraph graph = way.graph();
                graph.reactive("source", counting).inboxes();
                graph.reactive("sink", taking).outboxes().limit("inbox", 3, overflow);
                graph.chain("source", "sink");
                plans.add(graph.plan());
            }
            Way.Running running = way.start(plans.get(0), new SilentConsole());
            running.untilStatus("source", ComponentStatus.BLOCKED);
            assertThat(apply(running, plans.get(1)).adjusted()).containsExactly("sink");
            running.untilStatus("source", ComponentStatus.FINISHED);
            assertThat(running.inbox("sink").dropped()).isEqualTo(7);
            gate.open(Long.MAX_VALUE);

            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(gate.received).isEqualTo(numbers(3));
        });
    }

    @Test
    void aSequentialComponentStartsAnewBetweenTwoMessages() throws Exception {
        everyScheduler(way -> {
            Stream stream = new Stream();
            Callable<ReactiveComponent> messages = stream.messages();
            List<Object> received = TestGraph.synchronizedList();
            AtomicInteger lives = new AtomicInteger();
            RunPlan[] plans = new RunPlan[2];
            for (int i = 0; i < 2; i++) {
                TestGraph graph = way.graph();
                graph.reactive("source", messages).inboxes();
                graph.sequential("sink", context -> {
                            lives.incrementAndGet();
                            for (Object message : context.inbox()) {
                                received.add(message);
                            }
                        })
                        .outboxes()
                        .limit(4);
                graph.chain("source", "sink");
                plans[i] = graph.plan();
            }
            // The source is the same in both, the main method of the sink is another object each time.
            Way.Running running = way.start(plans[0], new SilentConsole());
            running.until("messages move", () -> received.size() > 50);
            ChangeReport report = apply(running, plans[1]);
            assertThat(report.restarted()).containsExactly("sink");
            running.until("messages move", () -> lives.get() == 2);
            stream.enough.set(true);
            running.end();

            assertThat(received).isEqualTo(numbers(stream.sent));
        });
    }

    @Test
    void aComponentThatIsMutedOrRunAnotherWayMidwayTakesItsPlaceAmongTheOthers() throws Exception {
        everyScheduler(way -> {
            Stream stream = new Stream();
            Callable<ReactiveComponent> messages = stream.messages();
            List<Object> received = TestGraph.synchronizedList();
            Callable<ReactiveComponent> keeping =
                    () -> (TestGraph.ReactiveListener) (inbox, message) -> received.add(message);
            Callable<ReactiveComponent> passing = Passing::new;
            List<RunPlan> plans = new ArrayList<>();
            for (Execution execution : List.of(Execution.MICROPROCESS, Execution.THREAD)) {
                for (ComponentState state : List.of(ComponentState.ON, ComponentState.BYPASSED)) {
                    TestGraph graph = way.graph();
                    graph.reactive("source", messages).inboxes();
                    graph.reactive("middle", passing).on(execution).state(state).limit(8);
                    graph.reactive("sink", keeping).outboxes().limit(16);
                    graph.chain("source", "middle", "sink");
                    plans.add(graph.plan());
                }
            }
            Way.Running running = way.start(plans.get(0), new SilentConsole());
            for (int i = 1; i < plans.size(); i++) {
                int seen = received.size();
                running.until("messages move", () -> received.size() > seen + 50);
                ChangeReport report = apply(running, plans.get(i));
                assertThat(i == 2 ? report.replaced() : report.restarted()).containsExactly("middle");
            }
            stream.enough.set(true);
            running.end();

            assertThat(received).containsExactlyInAnyOrderElementsOf(numbers(stream.sent));
        });
    }

    @Test
    void aBreakpointHoldsOnAtAWireOfAComponentThatRunsAnotherWayFromNowOn() throws Exception {
        for (int wire = 0; wire < 2; wire++) {
            int held = wire;
            everyScheduler(way -> holdsAllAlso(way, held));
        }
    }

    /** Each message is held on the link of number {@code wire}, also behind a change that makes the link anew. */
    private static void holdsAllAlso(Way way, int wire) throws Exception {
        List<Object> numbers = numbers(40);
        List<Object> received = TestGraph.synchronizedList();
        Callable<ReactiveComponent> messages = () -> new Sender(numbers.iterator());
        Callable<ReactiveComponent> keeping =
                () -> (TestGraph.ReactiveListener) (inbox, message) -> received.add(message);
        Callable<ReactiveComponent> passing = Passing::new;
        List<TestGraph> graphs = new ArrayList<>();
        for (Execution execution : List.of(Execution.MICROPROCESS, Execution.THREAD)) {
            TestGraph graph = way.graph();
            graph.reactive("source", messages).inboxes();
            graph.reactive("middle", passing).on(execution).limit(8);
            graph.reactive("sink", keeping).outboxes().limit(16);
            graphs.add(graph.chain("source", "middle", "sink"));
        }
        RunningGraph run = way.prepare(graphs.getFirst());
        Breakpoint breakpoint = Breakpoint.set(run, graphs.getFirst().plannedLink(wire), _ -> true, 1, one -> {});
        run.start();
        Way.Running running = way.running(run);
        for (int before = 0; before < 5; before++) {
            running.until("one is held", () -> breakpoint.held().isPresent());
            breakpoint.goOn();
        }
        running.until("one is held", () -> breakpoint.held().isPresent());
        var _ = run.apply(graphs.getLast().plan());
        while (run.state() != RunState.ENDED) {
            running.until(
                    "one is held, or all is over",
                    () -> breakpoint.held().isPresent() || run.state() == RunState.ENDED);
            breakpoint.goOn();
        }
        running.end();

        assertThat(received).containsExactlyInAnyOrderElementsOf(numbers);
        // One more where it was asked again of a message that goes along the new link now.
        assertThat(breakpoint.hits()).isGreaterThanOrEqualTo(numbers.size());
        breakpoint.close();
    }

    @Test
    void aPausedRunIsChangedAndGoesOnAsTheNewGraph() throws Exception {
        everyScheduler(way -> {
            Stream stream = new Stream();
            Callable<ReactiveComponent> messages = stream.messages();
            List<Object> before = TestGraph.synchronizedList();
            List<Object> after = TestGraph.synchronizedList();
            Callable<ReactiveComponent> first =
                    () -> (TestGraph.ReactiveListener) (inbox, message) -> before.add(message);
            Callable<ReactiveComponent> second =
                    () -> (TestGraph.ReactiveListener) (inbox, message) -> after.add(message);
            RunPlan[] plans = new RunPlan[2];
            for (int i = 0; i < 2; i++) {
                TestGraph graph = way.graph();
                graph.reactive("source", messages).inboxes();
                graph.reactive("sink" + i, i == 0 ? first : second).outboxes().limit(16);
                graph.chain("source", "sink" + i);
                plans[i] = graph.plan();
            }
            Way.Running running = way.start(plans[0], new SilentConsole());
            running.until("messages move", () -> before.size() > 50);
            running.run().pause();
            // What is being sent at the very moment of a change goes where it was sent to, and is counted there.
            running.until(
                    "all rest",
                    () -> List.of("source", "sink0").stream()
                            .allMatch(path ->
                                    running.run().component(path).strand().isIdle()));
            CompletableFuture<ChangeReport> report =
                    running.run().apply(plans[1]).toCompletableFuture();
            assertThat(running.run().snapshot().links())
                    .singleElement()
                    .satisfies(link -> assertThat(link.link().toPath()).isEqualTo("sink1"));
            running.run().resume();
            running.until("the change is made", report::isDone);
            running.until("messages move", () -> after.size() > 50);
            stream.enough.set(true);
            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);

            before.addAll(after);
            assertThat(before).isEqualTo(numbers(stream.sent));
        });
    }

    @Test
    void whatIsOnItsWayAtTheVeryMomentOfAChangeIsReadByWhoeverItReachesAndNeverLeftLying() throws Exception {
        for (Execution sender : List.of(Execution.THREAD, Execution.MICROPROCESS, Execution.TASKLET)) {
            Way way = new Way(Way.OnScheduler.REAL, Execution.MICROPROCESS);
            Stream stream = new Stream();
            Callable<ReactiveComponent> messages = stream.messages();
            AtomicLong received = new AtomicLong();
            AtomicLong sum = new AtomicLong();
            Callable<ReactiveComponent> keeping = () -> (TestGraph.ReactiveListener) (inbox, message) -> {
                sum.addAndGet((long) message);
                received.incrementAndGet();
            };
            RunPlan[] plans = new RunPlan[2];
            for (int i = 0; i < 2; i++) {
                TestGraph graph = way.graph();
                graph.reactive("source", messages).on(sender).inboxes();
                // The receiver has another thread each time, whatever that of the source is.
                graph.reactive("sink" + i, keeping)
                        .on(sender == Execution.THREAD ? Execution.MICROPROCESS : Execution.THREAD)
                        .outboxes();
                graph.chain("source", "sink" + i);
                plans[i] = graph.plan();
            }
            Way.Running running = way.start(plans[0], new SilentConsole());
            for (int i = 1; i <= MOVES; i++) {
                long seen = received.get();
                running.until("messages move", () -> received.get() > seen);
                ChangeReport report = apply(running, plans[i % 2]);
                assertThat(report.unread()).as("%s, change %d", sender, i).isEmpty();
                assertThat(running.counts("source").undelivered())
                        .as("%s, change %d", sender, i)
                        .isZero();
            }
            stream.enough.set(true);
            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);

            assertThat(received).hasValue(stream.sent);
            assertThat(sum).hasValue(stream.sent * (stream.sent - 1) / 2);
        }
    }

    @Test
    void anImpossibleChangeIsRefusedAndNothingHasChanged() throws Exception {
        everyScheduler(way -> {
            TestGraph graph = way.graph();
            graph.counting("source", 10);
            List<Object> received = TestGraph.synchronizedList();
            graph.sink("sink", received);
            graph.chain("source", "sink");
            TestGraph impossible = way.graph();
            impossible.pass("a");
            impossible.link("a.outbox", "b.inbox");
            RunningGraph run = way.prepare(graph);
            assertThatThrownBy(() -> run.apply(graph.plan()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("has not been started");
            run.start();
            assertThatThrownBy(() -> run.apply(impossible.plan()))
                    .satisfiesAnyOf(
                            thrown -> assertThat(thrown).hasMessageContaining("a.outbox -> b.inbox"),
                            thrown -> assertThat(thrown).hasMessageContaining("has ended"));
            way.running(run).end();
            assertThat(received).isEqualTo(numbers(10));
            assertThatThrownBy(() -> run.apply(graph.plan())).hasMessageContaining("has ended");
        });
    }

    @Test
    void whatARemovedComponentCouldNotDoInTimeIsCountedAndSaid() throws Exception {
        everyScheduler(way -> {
            TestGraph graph = way.graph();
            graph.source("source", 1L, 2L, 3L);
            graph.reactive("stuck", () -> new ReactiveComponent() {
                @Override
                public void onStart(ComponentContext context) {
                    context.inbox().hold();
                }

                @Override
                public void onMessage(Inbox inbox, Object message) {}
            });
            graph.reactive("stays", () -> new ReactiveComponent() {
                        @Override
                        public void onStart(ComponentContext context) {
                            context.expect("the test's word");
                        }

                        @Override
                        public void onMessage(Inbox inbox, Object message) {}
                    })
                    .inboxes();
            graph.chain("source", "stuck");
            TestGraph without = way.graph();
            RunPlan all = graph.plan();
            RunPlan rest =
                    new RunPlan("", all.folder(), List.of(all.components().get(2)), List.of());
            Way.Running running = way.start(graph, Duration.ofMillis(50));
            running.until("all wait", () -> running.inbox("stuck").depth() == 3);
            ChangeReport report = apply(running, rest);

            assertThat(without).isNotNull();
            assertThat(report.removed()).containsExactly("source", "stuck");
            assertThat(report.unread()).containsExactly(java.util.Map.entry("stuck.inbox", 3L));
            assertThat(running.run().snapshot().components().keySet()).containsExactly("stays");
            running.run().stop();
            running.end();
        });
    }
}
