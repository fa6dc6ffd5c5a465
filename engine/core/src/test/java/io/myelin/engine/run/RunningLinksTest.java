package io.myelin.engine.run;

import static io.myelin.engine.run.Way.everyExecution;
import static io.myelin.engine.run.Way.everyWay;
import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.Child;
import io.myelin.engine.component.ChildEnd;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.OutsideWork;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.plan.PlannedFragment;
import io.myelin.engine.plan.PlannedFragment.InnerBox;
import io.myelin.engine.run.ProcessComponents.Count;
import io.myelin.engine.run.ProcessComponents.Counting;
import io.myelin.engine.run.ProcessComponents.Echo;
import io.myelin.engine.run.TopologyElement.Link;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Links and passthroughs that come and go in a run under way, on every scheduler: rows C and D. */
class RunningLinksTest {
    /** Sends what the test says, as often as it says so, until it is told to leave. */
    private static final class Sends implements ReactiveComponent {
        private final CompletableFuture<ComponentContext> context = new CompletableFuture<>();
        private OutsideWork test;

        @Override
        public void onStart(ComponentContext given) {
            test = given.expect("the test");
            context.complete(given);
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            throw new AssertionError("a source got a message");
        }

        void send(Object... messages) {
            context.thenAccept(to -> to.execute(() -> List.of(messages).forEach(to.outbox()::send)));
        }

        void leave() {
            context.thenAccept(to -> to.execute(test::done));
        }
    }

    /** Keeps its messages waiting, and does what the test says. */
    private static class Holds implements ReactiveComponent {
        final CompletableFuture<ComponentContext> context = new CompletableFuture<>();
        final List<Object> taken = TestGraph.synchronizedList();

        @Override
        public void onStart(ComponentContext given) {
            given.expect("the test");
            given.inbox().hold();
            context.complete(given);
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            taken.add(message);
        }

        void then(Consumer<ComponentContext> what) {
            context.thenAccept(mine -> mine.execute(() -> what.accept(mine)));
        }
    }

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

    private static Set<Link> links(Way.Running running) throws Exception {
        AtomicReference<Set<Link>> seen = new AtomicReference<>();
        try (AutoCloseable _ = running.run()
                .observe(change -> seen.set(change.added().stream()
                        .filter(Link.class::isInstance)
                        .map(Link.class::cast)
                        .collect(Collectors.toSet())))) {
            running.until("it is told", () -> seen.get() != null);
        }
        return seen.get();
    }

    // ---- Passthroughs

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
        return run.component(path).boxes.inbox("inbox");
    }

    private static WiredOutbox outbox(RunningGraph run, String path) {
        return run.component(path).boxes.outbox("outbox");
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

    // ---- Links

    @Test
    void d01_d02_d03_a_link_goes_by_its_handle_once_and_by_its_owner_only() throws Exception {
        everyExecution(way -> {
            Sends sends = new Sends();
            Holds holds = new Holds();
            TestGraph graph = way.graph();
            graph.reactive("source", () -> sends).inboxes();
            way.add(graph, "echo", Echo.class);
            graph.reactive("sink", () -> holds).outboxes();
            graph.chain("source", "echo", "sink");
            Way.Running running = way.start(graph);
            RunningGraph run = running.run();
            WiredLink link = run.wired(graph.plannedLink(1));
            running.until("it runs", holds.context::isDone);
            assertThat(unlink(run, link, "somebody else")).isFalse();
            sends.send(1L);
            running.until("it waits there", () -> running.inbox("sink").depth() == 1);
            assertThat(unlink(run, link, run)).isTrue();
            assertThat(unlink(run, link, run)).isFalse();
            sends.send(2L, 3L);
            running.until("they are gone", () -> running.counts("echo").unlinked() == 2);
            assertThat(running.inbox("sink").depth()).isEqualTo(1);
            holds.then(context -> context.inbox().resume());
            running.until("what came before is there", () -> !holds.taken.isEmpty());
            run.stop();
            running.end();

            assertThat(holds.taken).containsExactly(1L);
        });
    }

    private static boolean unlink(RunningGraph run, WiredLink link, Object owner) {
        run.enter();
        try {
            return run.wiring().unlink(link, owner);
        } finally {
            run.leave();
        }
    }

    @Test
    void d04_unlinking_everything_of_one_leaves_what_does_not_touch_it() throws Exception {
        everyExecution(way -> {
            Sends p = new Sends();
            Sends q = new Sends();
            List<Object> atE = TestGraph.synchronizedList();
            List<Object> atD = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.reactive("p", () -> p).inboxes();
            graph.reactive("q", () -> q).inboxes();
            way.add(graph, "c", Echo.class);
            graph.sink("d", atD);
            graph.sink("e", atE);
            graph.chain("p", "c", "e").chain("p", "d").chain("q", "d");
            Way.Running running = way.start(graph);
            RunningGraph run = running.run();
            p.send(1L);
            running.until("it is everywhere", () -> atE.size() == 1 && atD.size() == 1);
            run.enter();
            int gone = run.wiring().unlinkAll(run.component("c").boxes, run);
            run.leave();
            p.send(2L);
            q.send(3L);
            running.until("the others go on", () -> atD.size() == 3);
            run.stop();
            running.end();

            assertThat(gone).isEqualTo(2);
            assertThat(atE).containsExactly(1L);
            assertThat(atD).containsExactlyInAnyOrder(1L, 2L, 3L);
        });
    }

    @Test
    void d05_a_parent_that_removes_a_child_takes_only_its_own_links_away() throws Exception {
        everyWay(way -> {
            List<Object> atChild = TestGraph.synchronizedList();
            TestGraph inside = way.graph();
            inside.sink("sink", atChild);
            PlannedFragment fragment =
                    new PlannedFragment(inside.plan(), Map.of("inbox", new InnerBox("sink", "inbox")), Map.of());
            Holds parent = new Holds();
            Sends outsider = new Sends();
            TestGraph graph = way.graph();
            graph.reactive("parent", () -> parent);
            graph.reactive("outsider", () -> outsider).inboxes();
            graph.chain("outsider", "parent");
            Way.Running running = way.start(graph);
            RunningGraph run = running.run();
            AtomicReference<Child> child = new AtomicReference<>();
            CompletableFuture<Set<WiredLink>> left = new CompletableFuture<>();
            parent.then(context -> {
                child.set(context.child("child", fragment, _ -> {}));
                child.get().linkIn("outbox", "inbox");
                WiredInbox inner = innerInbox(run);
                WiredLink foreign = run.wiring().link(outbox(run, "outsider"), inner, "the outsider");
                child.get().start();
                context.outbox().send("from the parent");
                child.get().finish();
                left.complete(Set.copyOf(inner.linksInto()));
                assertThat(inner.linksInto()).containsExactly(foreign);
            });
            running.until("the child is told", left::isDone);
            assertThat(left.join())
                    .singleElement()
                    .satisfies(link -> assertThat(link.owner()).isEqualTo("the outsider"));
            assertThat(outbox(run, "outsider").links()).hasSize(2);
            assertThat(outbox(run, "parent").links()).isEmpty();
            run.stop();
            assertThat(running.end().failures()).isEmpty();
        });
    }

    /** The inbox of the child, which the run does not show before it is started. */
    private static WiredInbox innerInbox(RunningGraph run) {
        return outbox(run, "parent").links().getFirst().to();
    }

    @Test
    void d06_links_that_a_component_made_vanish_at_its_end_and_those_that_others_made_remain() throws Exception {
        everyWay(way -> {
            TestGraph inside = way.graph();
            inside.pass("a");
            inside.pass("b");
            inside.chain("a", "b");
            PlannedFragment fragment = new PlannedFragment(
                    inside.plan(),
                    Map.of("inbox", new InnerBox("a", "inbox")),
                    Map.of("outbox", new InnerBox("b", "outbox")));
            Holds maker = new Holds();
            Sends sends = new Sends();
            TestGraph graph = way.graph();
            graph.reactive("source", () -> sends).inboxes();
            graph.reactive("maker", () -> maker);
            graph.sink("sink", TestGraph.synchronizedList());
            graph.reactive("stays", Holds::new).inboxes("inbox");
            graph.chain("source", "maker", "sink").chain("source", "stays");
            Way.Running running = way.start(graph);
            CompletableFuture<Boolean> made = new CompletableFuture<>();
            running.until("it runs", maker.context::isDone);
            Set<Link> before = links(running);
            maker.then(context -> {
                context.addInbox("back");
                context.addOutbox("out");
                Child linked = context.child("linked", fragment, _ -> {});
                linked.linkIn("out", "inbox");
                linked.linkOut("outbox", "back");
                linked.start();
                Child passed = context.child("passed", fragment, _ -> {});
                passed.passIn("inbox", "inbox");
                passed.passOut("outbox", "outbox");
                passed.start();
                made.complete(true);
            });
            running.until("all is made", made::isDone);
            assertThat(links(running)).containsAll(before).hasSize(before.size() + 6);
            maker.then(ComponentContext::finish);
            running.untilStatus("maker", ComponentStatus.FINISHED);
            running.until(
                    "its children have gone",
                    () -> running.run().snapshot().components().size() == 4);
            running.until("its links have gone", () -> {
                try {
                    return links(running).equals(before);
                } catch (Exception impossible) {
                    throw new AssertionError(impossible);
                }
            });
            assertThat(before).hasSize(3);
            running.run().stop();
            running.end();
        });
    }
}
