package io.myelin.engine.run;

import static io.myelin.engine.run.Way.everyScheduler;
import static io.myelin.engine.run.Way.everyWay;
import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.plan.PlannedFragment;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Scheduling, waiting and waking: rows F. */
class SchedulingTest {
    @Test
    void f01_with_nothing_to_run_a_run_ends_at_once() throws Exception {
        everyScheduler(way -> assertThat(way.run(way.graph()).ending()).isEqualTo(RunOutcome.Ending.FINISHED));
    }

    @Test
    void f02_a_run_ends_only_after_all_have_ended_each_stopped_exactly_once() throws Exception {
        everyWay(way -> {
            AtomicInteger stops = new AtomicInteger();
            for (int count : new int[] {1, 5}) {
                stops.set(0);
                TestGraph graph = way.graph();
                for (int i = 0; i < count; i++) {
                    graph.reactive("c" + i, () -> new Stopping(stops)).inboxes();
                }
                Way.Running running = way.start(graph);
                running.end();
                assertThat(stops).hasValue(count);
                assertThat(running.run().snapshot().components().values())
                        .allMatch(counts -> counts.status() == ComponentStatus.FINISHED);
            }
        });
    }

    @Test
    void f03_a_system_in_which_all_wait_uses_no_processor_time() throws Exception {
        TestGraph graph = new TestGraph();
        graph.reactive("expecting", () -> new SendingTest.OnStart(context -> context.expect("a test")));
        for (int i = 0; i < 200; i++) {
            graph.pass("m" + i);
            graph.sequential("t" + i, context -> context.inbox().receive());
            graph.link("expecting.outbox", "m" + i + ".inbox").link("m" + i + ".outbox", "t" + i + ".inbox");
        }
        Way.Running running = real().start(graph);
        running.until(
                "all wait",
                () -> running.run().snapshot().components().values().stream()
                        .allMatch(counts -> counts.status() == ComponentStatus.WAITING));
        List<Long> threads = new ArrayList<>();
        running.until("the workers are parked", () -> {
            threads.clear();
            Thread.getAllStackTraces().forEach((thread, stack) -> {
                if (thread.getName().startsWith("myelin-worker")) {
                    threads.add(thread.threadId());
                }
            });
            return !threads.isEmpty();
        });
        var cpu = ManagementFactory.getThreadMXBean();
        long before = threads.stream().mapToLong(cpu::getThreadCpuTime).sum();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
        while (System.nanoTime() < end) {
            LockSupport.parkUntil(System.currentTimeMillis() + 100);
        }
        long used = threads.stream().mapToLong(cpu::getThreadCpuTime).sum() - before;
        running.run().stop();
        running.end();

        assertThat(used).isLessThan(TimeUnit.MILLISECONDS.toNanos(30));
    }

    private static Way real() {
        return new Way(Way.OnScheduler.REAL, Execution.MICROPROCESS);
    }

    @Test
    void f04_one_that_waits_does_not_stop_others_and_a_message_wakes_only_its_receiver() throws Exception {
        everyScheduler(way -> {
            AtomicInteger elsewhere = new AtomicInteger();
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.reactive("waiting", () -> new Counting(elsewhere));
            graph.reactive("holder", () -> new SendingTest.OnStart(context -> context.expect("a test")))
                    .inboxes();
            graph.counting("source", 100);
            graph.sink("sink", received);
            graph.link("holder.outbox", "waiting.inbox").chain("source", "sink");
            Way.Running running = way.start(graph);
            running.untilStatus("sink", ComponentStatus.FINISHED);

            assertThat(received).hasSize(100);
            assertThat(elsewhere).hasValue(0);
            running.untilStatus("waiting", ComponentStatus.WAITING);
            running.run().stop();
            running.end();
        });
    }

    @Test
    void f05_waking_one_that_is_awake_or_not_started_has_no_effect() {
        DeterministicScheduler scheduler = DeterministicScheduler.inOrder();
        AtomicInteger runs = new AtomicInteger();
        Strand strand = scheduler.microprocess(runs::incrementAndGet);
        strand.wake();
        assertThat(scheduler.step()).isFalse();
        strand.start();
        strand.wake();
        strand.wake();
        assertThat(scheduler.step()).isTrue();
        assertThat(scheduler.step()).isFalse();
        assertThat(runs).hasValue(1);
    }

    @Test
    void f06_where_nothing_happens_a_waiting_one_stays_waiting() throws Exception {
        everyScheduler(way -> {
            AtomicInteger calls = new AtomicInteger();
            TestGraph graph = way.graph();
            graph.reactive("holder", () -> new SendingTest.OnStart(context -> context.expect("a test")))
                    .inboxes();
            graph.reactive("waiting", () -> new Counting(calls));
            graph.chain("holder", "waiting");
            Way.Running running = way.start(graph);
            running.untilStatus("waiting", ComponentStatus.WAITING);
            assertThat(running.run().awaitEnd(Duration.ofMillis(50))).isEmpty();
            assertThat(calls).hasValue(0);
            running.run().stop();
            running.end();
        });
    }

    @Test
    void f07_a_message_wakes_its_consumer_and_not_its_producer() {
        Wiring wiring = new Wiring();
        ByHand p = new ByHand("p");
        ByHand c = new ByHand("c");
        wiring.link(p.outbox(), c.inbox(), this);
        p.sleep();
        c.sleep();
        p.outbox().send("m");
        assertThat(c.wakes()).isEqualTo(1);
        assertThat(p.wakes()).isZero();
    }

    @Test
    void f08_a_message_on_control_wakes_too() throws Exception {
        everyWay(way -> {
            List<Object> controlled = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.source("source", "hello");
            graph.reactive("c", () -> new Controlled(controlled));
            graph.link("source.outbox", "c.control");
            Way.Running running = way.start(graph);
            running.until("it has come", () -> controlled.size() == 1);
            running.run().stop();
            running.end();
            assertThat(controlled).containsExactly("hello");
        });
    }

    @Test
    void f09_a_waiting_producer_is_woken_once_when_its_consumer_has_taken_enough() {
        Wiring wiring = new Wiring();
        ByHand p = new ByHand("p");
        ByHand c = new ByHand("c", 4);
        wiring.link(p.outbox(), c.inbox(), this);
        for (int i = 0; i < 4; i++) {
            p.outbox().send(i);
        }
        assertThat(p.outbox().routes()[0].awaitRoom()).isFalse();
        p.sleep();
        c.inbox().poll();
        assertThat(p.wakes()).isZero();
        c.inbox().poll();
        assertThat(p.wakes()).isEqualTo(1);
        p.sleep();
        c.inbox().poll();
        assertThat(p.wakes()).isEqualTo(1);
    }

    @Test
    void f10_what_one_says_at_its_end_wakes_the_one_that_listens_on_control() throws Exception {
        everyWay(way -> {
            List<Object> signalled = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.source("child", "m");
            graph.reactive("parent", () -> new Controlled(signalled));
            graph.link("child.outbox", "parent.inbox").link("child.signal", "parent.control");
            way.run(graph);
            assertThat(signalled).hasSize(1);
        });
    }

    @Test
    void f10_the_end_of_a_child_wakes_the_parent_that_waits_for_it() throws Exception {
        everyWay(way -> {
            Trigger trigger = new Trigger();
            TestGraph inside = way.graph();
            inside.reactive("one", () -> trigger).inboxes();
            PlannedFragment fragment = new PlannedFragment(inside.plan(), Map.of(), Map.of());
            List<Object> heard = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.reactive(
                            "parent",
                            () -> new SendingTest.OnStart(context -> context.child("child", fragment, end -> {
                                        heard.add(end.child().path());
                                        context.finish();
                                    })
                                    .start()))
                    .inboxes();
            Way.Running running = way.start(graph);
            running.until(
                    "the child is there",
                    () -> running.run().snapshot().components().containsKey("parent/child/one"));
            running.untilStatus("parent", ComponentStatus.WAITING);
            running.untilStatus("parent/child/one", ComponentStatus.WAITING);
            assertThat(heard).isEmpty();
            trigger.fire("leaving");

            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(heard).containsExactly("parent/child");
        });
    }

    @Test
    void f11_two_arrivals_while_waiting_are_both_seen() throws Exception {
        everyWay(way -> {
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.reactive(
                            "p",
                            () -> new SendingTest.OnStart(context -> {
                                context.outbox().send(1L);
                                context.outbox().send(2L);
                            }))
                    .inboxes();
            graph.sink("c", received);
            graph.chain("p", "c");
            way.run(graph);
            assertThat(received).containsExactly(1L, 2L);
        });
    }

    @Test
    void f12_waiting_returns_at_once_where_a_message_is_there_already() throws Exception {
        everyWay(way -> {
            AtomicLong waited = new AtomicLong(-1);
            TestGraph graph = way.graph();
            graph.source("p", "m");
            graph.sequential("c", context -> {
                while (context.inbox().size() == 0) {
                    context.awaitAny(Duration.ofMillis(1));
                }
                long before = context.nanoTime();
                context.awaitAny(Duration.ofHours(1));
                waited.set(context.nanoTime() - before);
                context.inbox().receive();
            });
            graph.chain("p", "c");
            way.run(graph);
            assertThat(Duration.ofNanos(waited.get())).isBetween(Duration.ZERO, Duration.ofSeconds(10));
        });
    }

    @Test
    void f13_no_event_between_the_last_look_and_the_wait_is_lost() throws Exception {
        everyWay(way -> {
            // Every message finds its receiver just going to sleep.
            AtomicInteger rounds = new AtomicInteger();
            TestGraph graph = way.graph();
            graph.reactive("a", () -> new PingPong(rounds, 2_000, true));
            graph.reactive("b", () -> new PingPong(rounds, 2_000, false));
            graph.chain("a", "b", "a");
            way.run(graph);
            assertThat(rounds).hasValue(2_000);
        });
    }

    @Test
    void f14_a_wait_with_a_time_limit_returns_then_or_earlier_on_a_message() throws Exception {
        everyWay(way -> {
            List<Object> seen = TestGraph.synchronizedList();
            AtomicLong waited = new AtomicLong();
            TestGraph graph = way.graph();
            graph.reactive(
                            "p",
                            () -> new SendingTest.OnStart(context -> context.schedule(
                                    Duration.ofMillis(300),
                                    () -> context.outbox().send("late"))))
                    .inboxes();
            graph.sequential("c", context -> {
                long before = context.nanoTime();
                seen.add(String.valueOf(context.awaitAny(Duration.ofMillis(200))));
                waited.set(context.nanoTime() - before);
                seen.add(context.awaitAny(Way.PATIENCE).name());
                context.inbox().receive();
            });
            graph.chain("p", "c");
            way.run(graph);
            assertThat(seen).containsExactly("null", "inbox");
            assertThat(Duration.ofNanos(waited.get())).isGreaterThanOrEqualTo(Duration.ofMillis(200));
            if (way.isDeterministic()) {
                assertThat(Duration.ofNanos(waited.get())).isEqualTo(Duration.ofMillis(200));
            }
        });
    }

    @Test
    void f15_one_that_asks_to_wait_and_finishes_in_the_same_step_does_end() throws Exception {
        everyWay(way -> {
            TestGraph graph = way.graph();
            graph.reactive(
                    "c",
                    () -> new SendingTest.OnStart(context -> {
                        context.schedule(Duration.ofHours(1), () -> {});
                        context.expect("nothing that ever comes");
                        context.finish();
                    }));
            assertThat(way.run(graph).ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        });
    }

    @Test
    void f16_messages_sent_to_one_before_it_starts_are_there_when_it_does() throws Exception {
        everyWay(way -> {
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("p", 0);
            graph.sink("c", received);
            graph.chain("p", "c");
            RunningGraph run = way.prepare(graph);
            run.component("p").boxes().outbox("outbox").send("early");
            run.start();
            way.running(run).end();
            assertThat(received).containsExactly("early");
        });
    }

    @Test
    void f17_starting_twice_runs_the_body_once() throws Exception {
        everyScheduler(way -> {
            AtomicInteger starts = new AtomicInteger();
            TestGraph graph = way.graph();
            graph.reactive("c", () -> new SendingTest.OnStart(context -> starts.incrementAndGet()))
                    .inboxes();
            RunningGraph run = way.prepare(graph);
            run.start();
            run.start();
            way.running(run).end();
            assertThat(starts).hasValue(1);
        });
    }

    @Test
    void f18_a_busy_component_does_not_starve_others() throws Exception {
        everyScheduler(way -> {
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            // Talks to itself for ever, and to one that only counts.
            graph.reactive("busy", () -> new Forever());
            graph.chain("busy", "busy");
            graph.counting("endless", Long.MAX_VALUE);
            graph.counting("source", 1000);
            graph.pass("pass");
            graph.sink("sink", received).limit(1);
            graph.chain("source", "pass", "sink");
            Way.Running running = way.start(graph);
            running.until("the others are through", () -> received.size() == 1000);
            running.run().stop();
            running.end();
        });
    }

    @Test
    void f20_where_all_wait_for_each_other_the_run_says_so_and_ends() throws Exception {
        everyWay(way -> {
            TestGraph graph = way.graph();
            graph.pass("a");
            graph.pass("b");
            graph.chain("a", "b", "a");
            RunOutcome outcome = way.run(graph);
            assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.STALLED);
            assertThat(outcome.stalled())
                    .containsExactly(
                            "'a' waits for a message on inbox from b.outbox.",
                            "'b' waits for a message on inbox from a.outbox.");
        });
        everyWay(way -> {
            TestGraph graph = way.graph();
            graph.counting("source", 10);
            graph.sequential("deaf", context -> context.inbox("other").receive())
                    .inboxes("inbox", "other")
                    .limit(4);
            graph.pass("echo");
            graph.chain("source", "deaf", "echo").link("echo.outbox", "deaf.other");
            RunOutcome outcome = way.run(graph);
            assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.STALLED);
            assertThat(outcome.stalled())
                    .contains("'source' waits for room in the inbox deaf.inbox, which holds 4 of 4 messages.");
        });
    }

    @Test
    void f21_a_global_stop_gives_each_its_stop_hook_once_in_bounded_time_even_if_one_is_blocked() throws Exception {
        for (Execution execution : List.of(Execution.MICROPROCESS, Execution.TASKLET, Execution.THREAD)) {
            Way way = new Way(Way.OnScheduler.REAL, execution);
            AtomicInteger stops = new AtomicInteger();
            CountDownLatch blocked = new CountDownLatch(1);
            AtomicBoolean release = new AtomicBoolean();
            TestGraph graph = way.graph();
            for (int i = 0; i < 4; i++) {
                graph.reactive("before" + i, () -> new Stopping(stops));
            }
            graph.reactive(
                            "blocking",
                            () -> new SendingTest.OnStart(context -> {
                                blocked.countDown();
                                while (!release.get()) {
                                    LockSupport.parkNanos(1_000_000);
                                }
                            }))
                    .inboxes();
            for (int i = 0; i < 4; i++) {
                graph.reactive("after" + i, () -> new Stopping(stops));
            }
            // Those on the worker of the blocking one start only when they have another.
            Way.Running running = way.start(graph, Duration.ofSeconds(1));
            assertThat(blocked.await(60, TimeUnit.SECONDS)).isTrue();
            running.run().stop();
            RunOutcome outcome = running.end();
            release.set(true);

            assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.STOPPED);
            assertThat(outcome.failures()).singleElement().satisfies(failure -> {
                assertThat(failure.path()).isEqualTo("blocking");
                assertThat(failure.message()).contains("given up");
            });
        }
        everyWay(way -> {
            AtomicInteger stops = new AtomicInteger();
            TestGraph graph = way.graph();
            graph.reactive("a", () -> new Stopping(stops));
            graph.reactive("b", () -> new Stopping(stops));
            graph.reactive("expecting", () -> new SendingTest.OnStart(context -> context.expect("a test")));
            graph.chain("a", "b", "a");
            Way.Running running = way.start(graph);
            running.untilStatus("a", ComponentStatus.WAITING);
            running.untilStatus("b", ComponentStatus.WAITING);
            running.run().stop();
            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.STOPPED);
            assertThat(stops).hasValue(2);
        });
    }

    @Test
    void aBlockingSequentialComponentIsInterruptedAtAStop() throws Exception {
        TestGraph graph = new TestGraph();
        CountDownLatch blocked = new CountDownLatch(1);
        graph.sequential("blocking", context -> {
            blocked.countDown();
            new CountDownLatch(1).await();
        });
        Way.Running running = real().start(graph);
        assertThat(blocked.await(60, TimeUnit.SECONDS)).isTrue();
        running.run().stop();

        RunOutcome outcome = running.end();
        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.STOPPED);
        assertThat(outcome.failures()).isEmpty();
    }

    @Test
    void f22_stopping_one_leaves_all_others_running() throws Exception {
        everyWay(way -> {
            List<Object> received = TestGraph.synchronizedList();
            RoomTest.Gate other = new RoomTest.Gate();
            TestGraph graph = way.graph();
            graph.counting("source", 100);
            graph.reactive("stopped", () -> new Counting(new AtomicInteger()));
            graph.reactive("gate", () -> other).limit(10);
            graph.sink("sink", received);
            graph.chain("source", "stopped").chain("source", "gate").link("stopped.outbox", "sink.inbox");
            Way.Running running = way.start(graph);
            running.until("some wait", () -> running.inbox("gate").depth() == 10);
            running.run().component("stopped").requestStop("just this one");
            running.untilStatus("stopped", ComponentStatus.STOPPED);
            running.untilStatus("sink", ComponentStatus.FINISHED);
            other.open(Long.MAX_VALUE);
            running.end();
            assertThat(other.received).hasSize(100);
        });
    }

    @Test
    void timersRunInTheirOrderAndCanBeTakenBack() throws Exception {
        everyWay(way -> {
            List<Object> seen = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.reactive(
                            "c",
                            () -> new SendingTest.OnStart(context -> {
                                context.schedule(Duration.ofMillis(30), () -> seen.add("third"));
                                context.schedule(Duration.ofMillis(10), () -> seen.add("first"));
                                context.schedule(Duration.ofMillis(20), () -> seen.add("second"));
                                context.schedule(Duration.ofMillis(15), () -> seen.add("never"))
                                        .cancel();
                            }))
                    .inboxes();
            way.run(graph);
            assertThat(seen).containsExactly("first", "second", "third");
        });
    }

    @Test
    void pausedNothingNewIsGivenAndTimeStandsStill() throws Exception {
        everyWay(way -> {
            AtomicInteger calls = new AtomicInteger();
            TestGraph graph = way.graph();
            graph.counting("source", Long.MAX_VALUE);
            graph.reactive("c", () -> new Counting(calls));
            graph.chain("source", "c");
            Way.Running running = way.start(graph);
            running.until("it runs", () -> calls.get() > 10);
            running.run().pause();
            assertThat(running.run().state()).isEqualTo(RunState.PAUSED);
            AtomicInteger still = new AtomicInteger(-1);
            running.until("nothing moves", () -> still.getAndSet(calls.get()) == calls.get());
            int before = calls.get();
            Duration elapsed = running.run().snapshot().elapsed();
            assertThat(running.run().snapshot().elapsed()).isEqualTo(elapsed);
            running.run().resume();
            running.until("it goes on", () -> calls.get() > before + 10);
            running.run().stop();
            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.STOPPED);
        });
    }

    @Test
    void whatIsExpectedFromOutsideKeepsARunFromBeingStuck() throws Exception {
        everyWay(way -> {
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.reactive(
                            "c",
                            () -> new SendingTest.OnStart(context -> {
                                var answer = context.expect("an answer");
                                Thread.ofVirtual().start(() -> {
                                    LockSupport.parkNanos(20_000_000);
                                    context.execute(() -> context.outbox().send("answer"));
                                    answer.done();
                                });
                            }))
                    .inboxes();
            graph.sink("sink", received);
            graph.chain("c", "sink");
            assertThat(way.run(graph).ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(received).containsExactly("answer");
        });
    }

    /** Counts its last calls, and waits for nothing where it has no inbox. */
    record Stopping(AtomicInteger stops) implements ReactiveComponent {
        @Override
        public void onMessage(Inbox inbox, Object message) {}

        @Override
        public void onStop() {
            stops.incrementAndGet();
        }
    }

    /** Counts its messages. */
    private record Counting(AtomicInteger calls) implements ReactiveComponent {
        @Override
        public void onMessage(Inbox inbox, Object message) {
            calls.incrementAndGet();
        }
    }

    /** Keeps what comes on control. */
    private record Controlled(List<Object> received) implements ReactiveComponent {
        @Override
        public void onMessage(Inbox inbox, Object message) {}

        @Override
        public void onControl(Object message) {
            received.add(message);
        }
    }

    /** Sends to itself again and again. */
    private static final class Forever implements ReactiveComponent {
        private ComponentContext context;

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
            itsContext.outbox().send(0L);
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            context.outbox().send(message);
        }
    }

    /** Sends one message to and fro. */
    private static final class PingPong implements ReactiveComponent {
        private final AtomicInteger rounds;
        private final int most;
        private final boolean begins;
        private ComponentContext context;

        PingPong(AtomicInteger rounds, int most, boolean begins) {
            this.rounds = rounds;
            this.most = most;
            this.begins = begins;
        }

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
            if (begins) {
                itsContext.outbox().send("ball");
            }
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            if (begins && rounds.incrementAndGet() == most) {
                context.finish();
            } else {
                context.outbox().send(message);
            }
        }
    }
}
