package io.myelin.engine.run;

import static io.myelin.engine.run.Way.everyWay;
import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.OutsideWork;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.graph.OverflowPolicy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Who waits for what, and what becomes of components that wait for each other. */
class StallTest {
    private static final String CIRCLE =
            "'a' waits for 'b', which waits for 'a': none of them can move, since b.inbox" + " and a.inbox are full.";

    /** A loop of two that make two messages of each of the first so many: more than their inboxes hold. */
    private static TestGraph loop(Way way, int doubled) {
        TestGraph graph = way.graph();
        graph.source("source", 0L);
        graph.reactive("a", () -> new Doubling(doubled)).limit(2);
        graph.reactive("b", () -> new Doubling(doubled)).limit(2);
        graph.chain("source", "a", "b", "a");
        return graph;
    }

    @Test
    void a_loop_that_is_full_is_given_room_and_goes_on_and_that_is_said() throws Exception {
        everyWay(way -> {
            Way.Running running = way.start(loop(way, 7));
            RunOutcome outcome = running.end();

            assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(outcome.stalled()).isEmpty();
            assertThat(running.run().notices())
                    .isNotEmpty()
                    .allSatisfy(notice ->
                            assertThat(notice.text()).contains("The inbox " + notice.path() + ".inbox closes a loop"));
            assertThat(running.inbox("a").capacity() + running.inbox("b").capacity())
                    .isGreaterThan(4);
            assertThat(running.inbox("a").dropped()).isZero();
        });
    }

    @Test
    void a_loop_that_makes_ever_more_is_given_room_up_to_a_bound_and_then_said_to_be_stuck() throws Exception {
        everyWay(way -> {
            Way.Running running = way.start(loop(way, Integer.MAX_VALUE));
            RunOutcome outcome = running.end();

            assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.STALLED);
            assertThat(outcome.stalled().getFirst()).isEqualTo(CIRCLE);
            assertThat(running.inbox("a").capacity()).isLessThanOrEqualTo(2 * DeadlockWatch.MOST_GROWTH);
            assertThat(running.inbox("b").capacity()).isEqualTo(2 * DeadlockWatch.MOST_GROWTH);
        });
    }

    @Test
    void a_full_loop_that_is_only_to_be_reported_ends_the_run_where_nothing_else_moves() throws Exception {
        everyWay(way -> {
            for (StallPolicy policy : List.of(StallPolicy.REPORT, StallPolicy.STOP)) {
                Way.Running running = way.start(loop(way, Integer.MAX_VALUE), policy);
                RunOutcome outcome = running.end();

                assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.STALLED);
                assertThat(outcome.stalled())
                        .contains(CIRCLE, "'a' waits for room in the inbox b.inbox, which holds 2 of 2 messages.");
                assertThat(running.inbox("a").capacity()).isEqualTo(2);
            }
        });
    }

    @Test
    void a_join_that_waits_for_one_arm_while_the_other_is_full_is_given_room() throws Exception {
        everyWay(way -> {
            TestGraph graph = way.graph();
            graph.reactive("fork", Fork::new).inboxes().outboxes("left", "right");
            graph.sequential("join", context -> {
                        while (context.inbox("right").receive() != null) {
                            // All of this one first.
                        }
                        int left = 0;
                        while (context.inbox("left").receive() != null) {
                            left++;
                        }
                        context.publish((long) left);
                    })
                    .inboxes("left", "right")
                    .limit("left", 8, OverflowPolicy.BLOCK);
            graph.link("fork.left", "join.left").link("fork.right", "join.right");
            Way.Running running = way.start(graph);

            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(running.run().published("join")).contains(100L);
            assertThat(running.run().notices())
                    .singleElement()
                    .satisfies(notice -> assertThat(notice.path()).isEqualTo("join"));
        });
    }

    @Test
    void a_part_that_is_stuck_beside_one_that_moves_is_found_and_said_once() throws Exception {
        everyWay(way -> {
            AtomicBoolean over = new AtomicBoolean();
            TestGraph graph = loop(way, Integer.MAX_VALUE);
            graph.reactive("lives", () -> new Ticking(over)).inboxes();
            Way.Running running = way.start(graph, StallPolicy.REPORT);
            running.until("it is found", () -> !running.run().notices().isEmpty());
            assertThat(running.run().state()).isEqualTo(RunState.RUNNING);
            assertThat(running.run().notices())
                    .extracting(RunNotice::text)
                    .contains(CIRCLE)
                    .doesNotHaveDuplicates();
            assertThat(running.run().explain().deadlocks())
                    .singleElement()
                    .satisfies(deadlock -> assertThat(deadlock.members()).containsExactlyInAnyOrder("a", "b"));
            over.set(true);

            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.STALLED);
            assertThat(running.run().notices()).extracting(RunNotice::text).doesNotHaveDuplicates();
        });
    }

    @Test
    void a_part_that_is_full_beside_one_that_moves_is_given_room_too() throws Exception {
        everyWay(way -> {
            AtomicBoolean over = new AtomicBoolean();
            TestGraph graph = loop(way, 5);
            graph.reactive("lives", () -> new Ticking(over)).inboxes();
            Way.Running running = way.start(graph);
            running.until(
                    "the loop has what it needs",
                    () -> running.inbox("a").received() == running.counts("a").received()
                            && running.run().notices().size() > 0
                            && running.counts("a").received() > 5);
            over.set(true);

            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        });
    }

    @Test
    void a_part_that_is_stuck_ends_the_run_where_that_is_wished() throws Exception {
        everyWay(way -> {
            TestGraph graph = loop(way, Integer.MAX_VALUE);
            graph.reactive("lives", () -> new Ticking(new AtomicBoolean())).inboxes();

            assertThat(way.start(graph, StallPolicy.STOP).end().ending()).isEqualTo(RunOutcome.Ending.STALLED);
        });
    }

    @Test
    void who_waits_for_the_outside_is_no_deadlock_and_is_explained_at_any_time() throws Exception {
        everyWay(way -> {
            AtomicReference<OutsideWork> line = new AtomicReference<>();
            TestGraph graph = way.graph();
            graph.counting("source", 10);
            graph.reactive("slow", () -> new WaitingOutside(line)).limit(2);
            graph.reactive("later", () -> new WaitingLong()).inboxes();
            graph.chain("source", "slow");
            Way.Running running = way.start(graph);
            running.untilStatus("source", ComponentStatus.BLOCKED);
            running.untilStatus("slow", ComponentStatus.WAITING);
            running.untilStatus("later", ComponentStatus.WAITING);

            WaitReport report = running.run().explain();
            assertThat(report.deadlocks()).isEmpty();
            assertThat(report.of("source"))
                    .contains(new ComponentWaits("source", List.of(new Wait.ForRoom("slow", "inbox", 2, 2))));
            assertThat(report.of("slow").orElseThrow().waits()).contains(new Wait.ForOutside("a line from the test"));
            assertThat(report.of("later").orElseThrow().waits()).singleElement().isInstanceOf(Wait.ForTimer.class);
            assertThat(report.why("source")).extracting(ComponentWaits::path).containsExactly("source", "slow");
            line.get().done();
            running.run().stop();
            running.end();
            assertThat(running.run().notices()).isEmpty();
            assertThat(running.run().explain().components()).isEmpty();
        });
    }

    /** Sends one message on for each, and a second for each of the first so many. */
    private static final class Doubling implements ReactiveComponent {
        private final int most;
        private int doubled;
        private ComponentContext context;

        Doubling(int most) {
            this.most = most;
        }

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            long hops = (Long) message;
            if (most < Integer.MAX_VALUE && hops >= 40) {
                return;
            }
            context.outbox().send(hops + 1);
            if (doubled++ < most) {
                context.outbox().send(hops + 1);
            }
        }
    }

    /** Sends a hundred to the left, and then one to the right. */
    private static final class Fork implements ReactiveComponent {
        @Override
        public void onStart(ComponentContext context) {
            context.outbox("left").sendAll(new CountingIterator(100));
            context.outbox("right").send("done");
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            throw new AssertionError("a source got a message");
        }
    }

    /** Sets a timer again and again until it is over. */
    private static final class Ticking implements ReactiveComponent {
        private final AtomicBoolean over;
        private ComponentContext context;

        Ticking(AtomicBoolean over) {
            this.over = over;
        }

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
            tick();
        }

        private void tick() {
            if (!over.get()) {
                context.schedule(Duration.ofMillis(1), this::tick);
            }
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            throw new AssertionError("nothing is linked to it");
        }
    }

    /** Wants nothing until something comes from outside. */
    private static final class WaitingOutside implements ReactiveComponent {
        private final AtomicReference<OutsideWork> line;

        WaitingOutside(AtomicReference<OutsideWork> line) {
            this.line = line;
        }

        @Override
        public void onStart(ComponentContext context) {
            context.inbox().hold();
            line.set(context.expect("a line from the test"));
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            throw new AssertionError("it has not asked for one");
        }
    }

    /** Sets a timer for a long time. */
    private static final class WaitingLong implements ReactiveComponent {
        @Override
        public void onStart(ComponentContext context) {
            context.schedule(Duration.ofHours(1), () -> {});
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            throw new AssertionError("nothing is linked to it");
        }
    }
}
