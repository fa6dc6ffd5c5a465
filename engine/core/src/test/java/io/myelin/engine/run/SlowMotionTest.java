package io.myelin.engine.run;

import static io.myelin.engine.run.TestGraph.numbers;
import static io.myelin.engine.run.Way.everyWay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.myelin.engine.component.Child;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.NoSettings;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.plan.PlannedFragment;
import io.myelin.engine.plan.PlannedFragment.InnerBox;
import io.myelin.engine.run.ProcessComponents.Count;
import io.myelin.engine.run.ProcessComponents.Counting;
import io.myelin.engine.run.ProcessComponents.Echo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Runs in slow motion: row F19. */
class SlowMotionTest {
    private static final Duration HOUR = Duration.ofHours(1);

    /** So short that a test on the real scheduler is soon over. */
    private static final Duration BLINK = Duration.ofNanos(200_000);

    /** Lets virtual time pass; where time is real, a moment in which a run that does not wait would be over. */
    private static void letPass(RunningGraph run, Duration time) throws InterruptedException {
        if (run.scheduler() instanceof DeterministicScheduler scheduler) {
            scheduler.pass(scheduler.nanoTime() + time.toNanos());
        } else {
            assertThat(run.awaitEnd(Duration.ofMillis(20))).isEmpty();
        }
    }

    /** Numbers to two consumers, one of which gets them through components of each style and back to one inbox. */
    private static TestGraph branching(Way way, List<Object> direct, List<Object> through, AtomicInteger made) {
        TestGraph graph = way.graph();
        graph.counting("source", 12);
        graph.reactive("reactive", () -> {
                    made.incrementAndGet();
                    return new Passing();
                })
                .limit(2);
        graph.sequential("sequential", context -> {
                    made.incrementAndGet();
                    for (Object message : context.inbox()) {
                        context.outbox().send(message);
                    }
                })
                .limit(1);
        graph.sink("through", through);
        graph.sink("direct", direct).limit(3);
        return graph.chain("source", "reactive", "sequential", "through").chain("source", "direct");
    }

    @Test
    void f19_nothing_runs_before_the_first_delay_is_over() throws Exception {
        everyWay(way -> {
            List<Object> direct = TestGraph.synchronizedList();
            List<Object> through = TestGraph.synchronizedList();
            AtomicInteger made = new AtomicInteger();
            RunningGraph run = way.prepareSlow(branching(way, direct, through, made), HOUR);
            run.start();
            assertThat(run.slowMotion()).isEqualTo(HOUR);
            letPass(run, HOUR.minusNanos(1));
            assertThat(made).hasValue(0);
            assertThat(run.snapshot().components().values())
                    .allMatch(counts -> counts.sent() == 0 && counts.received() == 0);
            if (way.isDeterministic()) {
                letPass(run, Duration.ofNanos(1));
                assertThat(made).hasValue(2);
            }
            run.slowMotion(Duration.ZERO);
            way.running(run).end();

            assertThat(made).hasValue(2);
            assertThat(direct).isEqualTo(numbers(12));
            assertThat(through).isEqualTo(numbers(12));
        });
    }

    @Test
    void f19_from_one_beat_to_the_next_each_component_takes_and_sends_one_message_at_most() throws Exception {
        everyWay(way -> {
            if (way.isDeterministic()) {
                List<Object> direct = TestGraph.synchronizedList();
                List<Object> through = TestGraph.synchronizedList();
                RunningGraph run = way.prepareSlow(branching(way, direct, through, new AtomicInteger()), HOUR);
                run.start();
                Map<String, RunSnapshot.ComponentCounts> before = run.snapshot().components();
                int beats = 0;
                while (run.state() != RunState.ENDED) {
                    letPass(run, HOUR);
                    Map<String, RunSnapshot.ComponentCounts> now =
                            run.snapshot().components();
                    for (String path : now.keySet()) {
                        assertThat(now.get(path).received() - before.get(path).received())
                                .as("taken by " + path)
                                .isBetween(0L, 1L);
                        assertThat(now.get(path).sent() - before.get(path).sent())
                                .as("sent by " + path)
                                .isBetween(0L, 1L);
                    }
                    before = now;
                    beats++;
                }

                assertThat(beats).isBetween(12, 80);
                assertThat(direct).isEqualTo(numbers(12));
                assertThat(through).isEqualTo(numbers(12));
            }
        });
    }

    @Test
    void f19_changing_it_while_messages_move_does_not_change_results() throws Exception {
        Duration[] delays = {BLINK, HOUR, Duration.ofNanos(1), Duration.ZERO, BLINK.dividedBy(3), Duration.ZERO};
        everyWay(way -> {
            List<Object> direct = TestGraph.synchronizedList();
            List<Object> through = TestGraph.synchronizedList();
            RunningGraph run = way.prepareSlow(branching(way, direct, through, new AtomicInteger()), BLINK);
            run.start();
            Way.Running running = way.running(run);
            for (int i = 0; i < delays.length; i++) {
                int arrived = i + 1;
                running.until("more arrive", () -> through.size() >= arrived);
                run.slowMotion(delays[i]);
                if (delays[i].equals(HOUR)) {
                    run.slowMotion(BLINK);
                }
            }
            assertThat(running.end().failures()).isEmpty();

            assertThat(direct).isEqualTo(numbers(12));
            assertThat(through).isEqualTo(numbers(12));
        });
    }

    @Test
    void f19_what_comes_while_it_runs_is_slow_too() throws Exception {
        everyWay(way -> {
            List<Object> received = TestGraph.synchronizedList();
            AtomicInteger made = new AtomicInteger();
            TestGraph inside = way.graph();
            inside.reactive("take", () -> {
                        made.incrementAndGet();
                        return (TestGraph.ReactiveListener) (inbox, message) -> received.add(message);
                    })
                    .outboxes();
            PlannedFragment fragment =
                    new PlannedFragment(inside.plan(), Map.of("inbox", new InnerBox("take", "inbox")), Map.of());
            TestGraph graph = way.graph();
            graph.reactive("holder", () -> new SendingTest.OnStart(context -> context.expect("the test")))
                    .inboxes();
            CompletableFuture<ComponentContext> maker = new CompletableFuture<>();
            graph.reactive("maker", () -> new SendingTest.OnStart(maker::complete));
            graph.chain("holder", "maker");
            Way.Running running = way.start(graph);
            running.until("it is there", maker::isDone);
            running.untilStatus("maker", ComponentStatus.WAITING);
            running.run().slowMotion(BLINK);
            maker.join().execute(() -> {
                Child child = maker.join().child("child", fragment, _ -> {});
                child.passIn("inbox", "inbox");
                running.run().slowMotion(HOUR);
                child.start();
            });
            running.until(
                    "the child is there",
                    () -> running.run().snapshot().components().containsKey("maker/child/take"));
            letPass(running.run(), HOUR.dividedBy(2));
            assertThat(made).hasValue(0);
            running.run().slowMotion(Duration.ZERO);
            running.until("the child has begun", () -> made.get() == 1);
            running.run().stop();
            running.end();
        });
    }

    @Test
    void f19_a_stop_does_not_wait_for_a_beat() throws Exception {
        everyWay(way -> {
            List<Object> direct = TestGraph.synchronizedList();
            List<Object> through = TestGraph.synchronizedList();
            RunningGraph run = way.prepareSlow(branching(way, direct, through, new AtomicInteger()), BLINK);
            run.start();
            Way.Running running = way.running(run);
            running.until("messages move", () -> !through.isEmpty());
            run.slowMotion(HOUR.multipliedBy(24));
            run.stop();
            RunOutcome outcome = running.end();

            assertThat(outcome).isEqualTo(new RunOutcome(RunOutcome.Ending.STOPPED, List.of(), List.of()));
        });
    }

    @Test
    void f19_where_nothing_can_move_it_waits_for_no_beat_and_the_run_says_so() throws Exception {
        everyWay(way -> {
            TestGraph graph = way.graph();
            graph.pass("a");
            graph.pass("b");
            graph.chain("a", "b", "a");
            RunningGraph run = way.prepareSlow(graph, BLINK);
            run.start();

            assertThat(way.running(run).end().ending()).isEqualTo(RunOutcome.Ending.STALLED);
        });
    }

    @Test
    void f19_a_component_that_is_taken_out_does_all_that_waits_for_it_however_slowly() throws Exception {
        everyWay(way -> {
            List<Object> received = TestGraph.synchronizedList();
            Callable<ReactiveComponent> keeps =
                    () -> (TestGraph.ReactiveListener) (inbox, message) -> received.add(message);
            Callable<ReactiveComponent> holds = () -> new SendingTest.OnStart(context -> context.expect("the test"));
            TestGraph graph = way.graph();
            graph.reactive("holder", holds).inboxes();
            graph.counting("source", 20);
            graph.reactive("sink", keeps).outboxes();
            graph.chain("source", "sink");
            TestGraph without = way.graph();
            without.reactive("holder", holds).inboxes();
            RunningGraph run = way.prepareSlow(graph, Duration.ofMillis(1));
            run.start();
            Way.Running running = way.running(run);
            running.until("messages move", () -> received.size() > 2);
            CompletableFuture<ChangeReport> report = run.apply(without.plan()).toCompletableFuture();
            running.until("it has gone", report::isDone);

            assertThat(report.join().unread()).isEmpty();
            assertThat(received).isEqualTo(numbers(received.size()));
            run.stop();
            running.end();
        });
    }

    @Test
    void f19_a_component_in_a_process_gives_one_message_a_beat_too() throws Exception {
        List<Object> received = TestGraph.synchronizedList();
        TestGraph graph = new TestGraph();
        graph.process("counting", Counting.class, new Count(20)).inboxes();
        graph.process("echo", Echo.class, new NoSettings());
        graph.sink("sink", received);
        graph.chain("counting", "echo", "sink");
        Way way = new Way(Way.OnScheduler.REAL, Execution.MICROPROCESS);
        RunningGraph run = way.prepareSlow(graph, Duration.ofMillis(2));
        List<Long> sentAt = new ArrayList<>();
        run.tap(graph.plannedLink(0), (message, sequence) -> sentAt.add(System.nanoTime()));
        run.start();
        assertThat(way.running(run).end().failures()).isEmpty();

        assertThat(received).isEqualTo(numbers(20));
        // Twenty beats lie between the first and the last, less the two at the ends that are cut short.
        assertThat(sentAt.getLast() - sentAt.getFirst())
                .isGreaterThan(Duration.ofMillis(2).multipliedBy(18).toNanos());
    }

    @Test
    void f19_time_can_not_go_backwards() {
        TestGraph graph = new TestGraph();
        graph.pass("a");
        RunningGraph run = new Way(Way.OnScheduler.IN_ORDER, Execution.MICROPROCESS).prepare(graph);

        assertThatThrownBy(() -> run.slowMotion(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(run.slowMotion()).isEqualTo(Duration.ZERO);
    }
}
