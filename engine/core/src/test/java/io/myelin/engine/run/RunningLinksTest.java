package io.myelin.engine.run;

import static io.myelin.engine.run.TestGraph.numbers;
import static io.myelin.engine.run.Way.everyExecution;
import static io.myelin.engine.run.Way.everyWay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.myelin.engine.component.Child;
import io.myelin.engine.component.ComponentContext;
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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Links that come and go in a run under way, under every execution: rows A02, B and D. */
class RunningLinksTest {
    private static WiredInbox inbox(RunningGraph run, String path) {
        return run.component(path).boxes().inbox("inbox");
    }

    private static WiredOutbox outbox(RunningGraph run, String path) {
        return run.component(path).boxes().outbox("outbox");
    }

    static Set<Link> links(Way.Running running) throws Exception {
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

    @Test
    void a02_in_a_run_too_declared_data_boxes_are_the_only_ones() throws Exception {
        everyWay(way -> {
            List<String> refused = TestGraph.synchronizedListOf();
            TestGraph graph = way.graph();
            graph.reactive(
                            "c",
                            () -> new SendingTest.OnStart(context -> {
                                for (Runnable asking : List.<Runnable>of(
                                        () -> context.inbox("inbox"), () -> context.outbox("outbox"))) {
                                    try {
                                        asking.run();
                                    } catch (IllegalArgumentException refusal) {
                                        refused.add(refusal.getMessage());
                                    }
                                }
                                context.outbox("result").send("counted as unlinked");
                                context.finish();
                            }))
                    .inboxes("source")
                    .outboxes("result");
            Way.Running running = way.start(graph);

            assertThat(running.end().failures()).isEmpty();
            assertThat(refused)
                    .containsExactly(
                            "'c' has no inbox 'inbox'; its inboxes: source, control",
                            "'c' has no outbox 'outbox'; its outboxes: result, signal");
            assertThat(running.counts("c").inboxes().keySet()).containsExactlyInAnyOrder("source", "control");
        });
    }

    @Test
    void b02_b03_b04_b06_links_that_can_not_be_are_refused_in_a_run_and_disturb_none_that_is() throws Exception {
        everyExecution(way -> {
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            way.add(graph, "p", Counting.class, new Count(2000)).inboxes();
            graph.sink("c", received).limit(8);
            graph.chain("p", "c");
            Way.Running running = way.start(graph);
            RunningGraph run = running.run();
            Boxes p = run.component("p").boxes();
            Boxes c = run.component("c").boxes();
            running.until("messages move", () -> received.size() > 20);
            assertThatThrownBy(() -> run.wiring().link(p.outbox("outbox"), c.inbox("nowhere"), run))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("nowhere");
            assertThatThrownBy(() -> run.wiring().link(p.outbox("nowhere"), c.inbox("inbox"), run))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("nowhere");
            assertThatThrownBy(() -> run.wiring().link(c.outbox("inbox"), c.inbox("inbox"), run))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'inbox' is an inbox");
            assertThatThrownBy(() -> run.wiring().link(p.outbox("outbox"), c.inbox("inbox"), run))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("p.outbox -> c.inbox");
            assertThat(p.outbox("outbox").links()).hasSize(1);
            running.end();

            assertThat(received).isEqualTo(numbers(2000));
        });
    }

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
            int gone = run.wiring().unlinkAll(run.component("c").boxes(), run);
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
