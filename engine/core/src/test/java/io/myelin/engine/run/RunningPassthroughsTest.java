package io.myelin.engine.run;

import static io.myelin.engine.run.TestGraph.numbers;
import static io.myelin.engine.run.Way.everyExecution;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.myelin.engine.component.Child;
import io.myelin.engine.component.ChildEnd;
import io.myelin.engine.plan.PlannedFragment;
import io.myelin.engine.plan.PlannedFragment.InnerBox;
import io.myelin.engine.run.ProcessComponents.Count;
import io.myelin.engine.run.ProcessComponents.Counting;
import io.myelin.engine.run.ProcessComponents.Echo;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Passthroughs that come and go in a run under way, under every execution: rows C and E. */
class RunningPassthroughsTest {
    /** A graph of one source and one parent that holds, with a child whose messages come to a list. */
    private static final class Family {
        final Sends sends = new Sends();
        final Holds parent = new Holds();
        final List<Object> atChild = TestGraph.synchronizedList();
        final List<ChildEnd> ends = TestGraph.synchronizedListOf();
        final AtomicReference<Child> child = new AtomicReference<>();
        final Way.Running running;
        private final PlannedFragment fragment;

        Family(Way way, int limit) {
            TestGraph inside = way.graph();
            way.add(inside, "echo", Echo.class).limit(limit);
            fragment = new PlannedFragment(
                    inside.plan(),
                    Map.of("inbox", new InnerBox("echo", "inbox")),
                    Map.of("outbox", new InnerBox("echo", "outbox")));
            TestGraph graph = way.graph();
            graph.reactive("source", () -> sends).inboxes();
            graph.reactive("parent", () -> parent);
            graph.sink("sink", atChild);
            graph.chain("source", "parent", "sink");
            running = way.start(graph);
            running.until("the parent runs", parent.context::isDone);
        }

        void sent(Object... messages) {
            long before = running.counts("source").sent();
            sends.send(messages);
            running.until("it is sent", () -> running.counts("source").sent() == before + messages.length);
        }

        /** Makes the child, with the parent's inbox passed through to its own. */
        void passIn() {
            parent.then(context -> {
                child.set(context.child("child", fragment, ends::add));
                child.get().passIn("inbox", "inbox");
                child.get().passOut("outbox", "outbox");
                child.get().start();
            });
            running.until(
                    "the child is there",
                    () -> running.run().snapshot().components().containsKey("parent/child/echo"));
        }

        void stop() throws InterruptedException {
            running.run().stop();
            assertThat(running.end().failures()).isEmpty();
        }
    }

    @Test
    void c06_when_the_end_collects_all_who_wait_to_send_go_on_and_nobody_between_is_called() throws Exception {
        everyExecution(way -> {
            RoomTest.Gate end = new RoomTest.Gate();
            List<Object> between = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            way.add(graph, "outer/inner", Counting.class, new Count(30)).inboxes();
            way.add(graph, "outer", Counting.class, new Count(30)).inboxes();
            graph.sink("group", between);
            graph.sink("group/middle", between);
            graph.reactive("group/middle/end", () -> end).limit(2);
            RunningGraph run = way.prepare(graph);
            Wiring wiring = run.wiring();
            wiring.passThrough(outbox(run, "outer/inner"), outbox(run, "outer"));
            wiring.link(outbox(run, "outer"), inbox(run, "group"), this);
            wiring.passThrough(inbox(run, "group"), inbox(run, "group/middle"));
            wiring.passThrough(inbox(run, "group/middle"), inbox(run, "group/middle/end"));
            run.start();
            Way.Running running = way.running(run);
            running.untilStatus("outer", ComponentStatus.BLOCKED);
            running.untilStatus("outer/inner", ComponentStatus.BLOCKED);
            end.open(Long.MAX_VALUE);
            running.untilStatus("outer", ComponentStatus.FINISHED);
            running.untilStatus("outer/inner", ComponentStatus.FINISHED);
            running.until("all has arrived", () -> end.received.size() == 60);
            run.stop();
            running.end();

            assertThat(between).isEmpty();
            assertThat(running.inbox("group").received()
                            + running.inbox("group/middle").received())
                    .isZero();
        });
    }

    private static WiredInbox inbox(RunningGraph run, String path) {
        return run.component(path).boxes().inbox("inbox");
    }

    private static WiredOutbox outbox(RunningGraph run, String path) {
        return run.component(path).boxes().outbox("outbox");
    }

    @Test
    void c10_where_the_chain_is_broken_before_collection_nobody_upstream_waits_for_it_and_the_rest_goes_on()
            throws Exception {
        everyExecution(way -> {
            RoomTest.Gate end = new RoomTest.Gate();
            Sends upstream = new Sends();
            Sends late = new Sends();
            TestGraph graph = way.graph();
            graph.reactive("outer/inner", () -> upstream).inboxes();
            way.add(graph, "outer", Counting.class, new Count(10)).inboxes();
            graph.reactive("late", () -> late).inboxes();
            graph.reactive("end", () -> end).outboxes().limit(2);
            graph.chain("outer", "end");
            RunningGraph run = way.prepare(graph);
            run.wiring().passThrough(outbox(run, "outer/inner"), outbox(run, "outer"));
            run.start();
            Way.Running running = way.running(run);
            running.untilStatus("outer", ComponentStatus.BLOCKED);
            upstream.send("lost with the link", "this one too");
            running.untilStatus("outer/inner", ComponentStatus.BLOCKED);
            run.enter();
            run.wiring().cutPassThrough(outbox(run, "outer/inner"));
            run.leave();
            // Cut off, it waits for nothing there any more, while nothing has been collected yet.
            running.until("it has gone on", () -> running.counts("outer/inner").sent() == 2);
            running.untilStatus("outer/inner", ComponentStatus.WAITING);
            assertThat(end.received).isEmpty();
            assertThat(running.counts("outer/inner").undelivered()
                            + running.counts("outer/inner").unlinked())
                    .isEqualTo(2);
            // Linked again, and one more newly: both wait, and both are told.
            run.enter();
            run.wiring().passThrough(outbox(run, "outer/inner"), outbox(run, "outer"));
            run.wiring().link(outbox(run, "late"), inbox(run, "end"), this);
            run.leave();
            upstream.send("again");
            late.send("new");
            running.untilStatus("outer/inner", ComponentStatus.BLOCKED);
            running.untilStatus("late", ComponentStatus.BLOCKED);
            end.open(Long.MAX_VALUE);
            running.until("all has arrived", () -> end.received.size() == 12);
            run.stop();
            running.end();

            assertThat(end.received).contains("again", "new").doesNotContain("lost with the link", "this one too");
        });
    }

    @Test
    void c07_c08_c13_what_waits_goes_to_the_child_and_what_comes_follows_and_the_parent_gets_nothing()
            throws Exception {
        everyExecution(way -> {
            Family family = new Family(way, 1024);
            family.sent(1L, 2L);
            family.running.until(
                    "both wait", () -> family.running.inbox("parent").depth() == 2);
            family.passIn();
            family.running.until("the child is woken and has them", () -> family.atChild.size() == 2);
            assertThat(family.running.inbox("parent").depth()).isZero();
            CompletableFuture<Boolean> gotNothing = new CompletableFuture<>();
            family.sent(3L);
            family.parent.then(context -> gotNothing.complete(context.inbox().poll() == null));
            family.running.until("the parent has looked", gotNothing::isDone);
            family.running.until("the child has what follows", () -> family.atChild.size() == 3);
            family.stop();

            assertThat(gotNothing.join()).isTrue();
            assertThat(family.atChild).containsExactly(1L, 2L, 3L);
            assertThat(family.parent.taken).isEmpty();
        });
    }

    @Test
    void c09_when_a_passthrough_is_removed_what_comes_stays_at_the_parent() throws Exception {
        everyExecution(way -> {
            Family family = new Family(way, 1024);
            family.passIn();
            family.sent(1L, 2L);
            family.running.until("the child has them", () -> family.atChild.size() == 2);
            family.parent.then(_ -> family.child.get().finish());
            family.running.until("the child has ended", () -> !family.ends.isEmpty());
            family.sent(3L, 4L);
            family.running.until(
                    "they wait", () -> family.running.inbox("parent").depth() == 2);
            family.parent.then(context -> context.inbox().resume());
            family.running.until("the parent has them", () -> family.parent.taken.size() == 2);
            family.stop();

            assertThat(family.atChild).containsExactly(1L, 2L);
            assertThat(family.parent.taken).containsExactly(3L, 4L);
        });
    }

    @Test
    void c14_nothing_is_lost_where_the_child_has_less_room_than_waits_at_the_parent() throws Exception {
        everyExecution(way -> {
            Family family = new Family(way, 1);
            family.sent(1L, 2L, 3L);
            family.running.until(
                    "all wait", () -> family.running.inbox("parent").depth() == 3);
            family.passIn();
            family.sent(4L, 5L);
            family.running.until("the child has all", () -> family.atChild.size() == 5);
            family.stop();

            assertThat(family.atChild).containsExactly(1L, 2L, 3L, 4L, 5L);
        });
    }

    @Test
    void c11_c12_a_thousand_nested_passthroughs_lead_on_in_a_run_and_a_circle_is_refused() throws Exception {
        everyExecution(way -> {
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("source", 50);
            way.add(graph, "deep", Echo.class);
            graph.sink("sink", received);
            RunningGraph run = way.prepare(graph);
            List<ByHand> nested = IntStream.range(0, 1000)
                    .mapToObj(depth -> new ByHand("depth" + depth))
                    .toList();
            ByHand outermost = nested.getFirst();
            run.wiring().passThrough(nested.getLast().inbox(), inbox(run, "deep"));
            run.wiring().link(outermost.outbox(), inbox(run, "sink"), this);
            for (int depth = 1; depth < nested.size(); depth++) {
                int inward = nested.size() - depth;
                run.wiring()
                        .passThrough(
                                nested.get(inward - 1).inbox(),
                                nested.get(inward).inbox());
                run.wiring()
                        .passThrough(
                                nested.get(depth).outbox(),
                                nested.get(depth - 1).outbox());
            }
            run.wiring().passThrough(outbox(run, "deep"), nested.getLast().outbox());
            run.wiring().link(outbox(run, "source"), outermost.inbox(), this);
            run.start();
            assertThatThrownBy(() -> run.wiring().passThrough(inbox(run, "deep"), outermost.inbox()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("circle");
            Way.Running running = way.running(run);
            running.until("all has come through", () -> received.size() == 50);
            run.stop();
            running.end();

            assertThat(received).isEqualTo(numbers(50));
        });
    }

    @Test
    void e04_e05_the_limit_of_an_inbox_that_is_passed_through_counts_only_where_the_chain_is_cut_there()
            throws Exception {
        everyExecution(way -> {
            RoomTest.Gate end = new RoomTest.Gate();
            Holds group = new Holds();
            TestGraph graph = way.graph();
            way.add(graph, "source", Counting.class, new Count(20)).inboxes();
            graph.reactive("group", () -> group).outboxes().limit(2);
            graph.reactive("end", () -> end).outboxes().limit(5);
            graph.chain("source", "group");
            RunningGraph run = way.prepare(graph);
            run.wiring().passThrough(inbox(run, "group"), inbox(run, "end"));
            run.start();
            Way.Running running = way.running(run);
            running.until("five are at the end", () -> inbox(run, "end").size() == 5);
            running.untilStatus("source", ComponentStatus.BLOCKED);
            assertThat(inbox(run, "group").received()).isZero();
            run.enter();
            run.wiring().cutPassThrough(inbox(run, "group"));
            run.leave();
            running.until("two are where it was cut", () -> inbox(run, "group").size() == 2);
            running.untilStatus("source", ComponentStatus.BLOCKED);
            assertThat(inbox(run, "group").received()).isEqualTo(2);
            end.open(Long.MAX_VALUE);
            group.then(context -> context.inbox().resume());
            running.until("all is taken", () -> end.received.size() + group.taken.size() == 20);
            run.stop();
            running.end();

            assertThat(end.received).isEqualTo(numbers(20).subList(0, 5));
            assertThat(group.taken).isEqualTo(numbers(20).subList(5, 20));
        });
    }

    @Test
    void e08_with_a_limit_of_nought_every_send_is_refused() throws Exception {
        everyExecution(way -> {
            Holds shut = new Holds();
            TestGraph graph = way.graph();
            way.add(graph, "source", Counting.class, new Count(20)).inboxes();
            graph.reactive("shut", () -> shut).outboxes().limit(0);
            graph.chain("source", "shut");
            Way.Running running = way.start(graph);
            running.untilStatus("source", ComponentStatus.BLOCKED);
            assertThat(outbox(running.run(), "source").hasRoom()).isFalse();
            shut.then(context -> context.inbox().resume());
            running.run().stop();
            running.end();

            assertThat(shut.taken).isEmpty();
            assertThat(running.inbox("shut").received()).isZero();
        });
    }
}
