package io.myelin.engine.run;

import static io.myelin.engine.run.Way.everyScheduler;
import static io.myelin.engine.run.Way.everyWay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.Outbox;
import io.myelin.engine.component.ReactiveComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Who may take links away, and boxes that come and go: rows D, J and I07. */
class UnlinkingTest {
    private final Wiring wiring = new Wiring();
    private final ByHand p = new ByHand("p");
    private final ByHand q = new ByHand("q");
    private final ByHand c = new ByHand("c");
    private final ByHand d = new ByHand("d");

    @Test
    void d01_what_is_sent_after_a_link_has_been_removed_does_not_arrive_and_what_came_before_stays() {
        WiredLink link = wiring.link(p.outbox(), c.inbox(), this);
        p.outbox().send(1L);
        assertThat(wiring.unlink(link, this)).isTrue();
        p.outbox().send(2L);

        assertThat(c.takeAll()).containsExactly(1L);
        assertThat(p.outbox().unlinked()).isEqualTo(1);
    }

    @Test
    void d01_what_is_owed_along_a_link_that_moves_goes_where_that_leads_once_there_is_room() {
        wiring.setInUse();
        ByHand small = new ByHand("small", 1);
        ByHand next = new ByHand("next", 1);
        WiredLink link = wiring.link(p.outbox(), small.inbox(), this);
        wiring.link(q.outbox(), next.inbox(), this);
        p.outbox().send(1L);
        q.outbox().send(2L);
        Route old = p.outbox().routes()[0];
        assertThat(old.offer(3L)).isFalse();
        wiring.together(() -> {
            wiring.unlink(link, this);
            wiring.link(p.outbox(), next.inbox(), this);
        });

        assertThat(old.offer(3L)).isFalse();
        assertThat(old.current()).isSameAs(p.outbox().routes()[0]);
        assertThat(old.hasRoom()).isFalse();
        assertThat(next.takeAll()).containsExactly(2L);
        assertThat(old.hasRoom()).isTrue();
        assertThat(old.offer(3L)).isTrue();
        assertThat(next.takeAll()).containsExactly(3L);
        assertThat(small.takeAll()).containsExactly(1L);
        assertThat(p.outbox().undelivered()).isZero();
    }

    @Test
    void d01_what_is_owed_along_a_link_that_goes_without_another_is_let_go_and_counted() {
        wiring.setInUse();
        WiredLink link = wiring.link(p.outbox(), c.inbox(), this);
        Route old = p.outbox().routes()[0];
        wiring.unlink(link, this);

        assertThat(old.hasRoom()).isTrue();
        assertThat(old.offer(1L)).isTrue();
        assertThat(c.takeAll()).isEmpty();
        assertThat(p.outbox().undelivered()).isEqualTo(1);
    }

    @Test
    void anInboxIsNotAtItsEndBeforeWhoeverWasTakenAwayHasSentItsLast() {
        wiring.setInUse();
        p.sends = true;
        q.sends = true;
        WiredLink first = wiring.link(p.outbox(), c.inbox(), this);
        WiredLink second = wiring.link(q.outbox(), c.inbox(), this);
        AtomicInteger over = new AtomicInteger();
        LastSends last = wiring.togetherAtWork(
                () -> {
                    wiring.unlink(first, this);
                    wiring.unlink(second, this);
                    wiring.seal(c.inbox());
                },
                over::incrementAndGet);

        assertThat(c.inbox().isAtEnd()).isFalse();
        // Its sender had looked where to send to before.
        c.inbox().offer("the last", p.outbox());
        wiring.notice(List.of(p.outbox()));
        assertThat(c.inbox().isAtEnd()).isFalse();
        assertThat(over).hasValue(0);
        wiring.notice(List.of(p.outbox(), q.outbox()));
        assertThat(over).hasValue(1);
        assertThat(c.takeAll()).containsExactly("the last");
        assertThat(c.inbox().isAtEnd()).isTrue();
        wiring.giveUp(last);
        wiring.notice(List.of(p.outbox(), q.outbox()));
        assertThat(over).hasValue(1);
        assertThat(c.inbox().isAtEnd()).isTrue();
    }

    @Test
    void whoCanNotBeSendingOrDoesNotSayForTooLongIsNotWaitedFor() {
        wiring.setInUse();
        p.sends = true;
        WiredLink first = wiring.link(p.outbox(), c.inbox(), this);
        WiredLink second = wiring.link(q.outbox(), d.inbox(), this);
        AtomicInteger over = new AtomicInteger();
        LastSends last = wiring.togetherAtWork(
                () -> {
                    wiring.unlink(first, this);
                    wiring.unlink(second, this);
                    wiring.seal(c.inbox());
                    wiring.seal(d.inbox());
                },
                over::incrementAndGet);

        assertThat(d.inbox().isAtEnd()).isTrue();
        assertThat(c.inbox().isAtEnd()).isFalse();
        wiring.giveUp(last);
        assertThat(c.inbox().isAtEnd()).isTrue();
        assertThat(over).hasValue(1);
        // One that ends in the midst of a change says nothing any more.
        WiredLink third = wiring.link(p.outbox(), c.inbox(), this);
        wiring.togetherAtWork(
                () -> {
                    wiring.unlink(third, this);
                    p.sends = false;
                },
                over::incrementAndGet);
        assertThat(over).hasValue(2);
    }

    @Test
    void d02_removing_a_link_twice_does_nothing_the_second_time() {
        WiredLink link = wiring.link(p.outbox(), c.inbox(), this);
        wiring.unlink(link, this);
        WiredLink again = wiring.link(p.outbox(), c.inbox(), this);

        assertThat(wiring.unlink(link, this)).isFalse();
        p.outbox().send(1L);
        assertThat(c.takeAll()).containsExactly(1L);
        assertThat(wiring.unlink(again, this)).isTrue();
    }

    @Test
    void d03_a_link_is_not_removed_by_one_who_does_not_own_it() {
        WiredLink link = wiring.link(p.outbox(), c.inbox(), "its owner");

        assertThat(wiring.unlink(link, "somebody else")).isFalse();
        p.outbox().send(1L);
        assertThat(c.takeAll()).containsExactly(1L);
    }

    @Test
    void d04_unlinking_everything_of_a_component_leaves_what_does_not_touch_it() {
        wiring.link(p.outbox(), c.inbox(), this);
        wiring.link(c.outbox(), d.inbox(), this);
        wiring.link(p.outbox(), d.inbox(), this);
        wiring.link(q.outbox(), d.inbox(), this);

        assertThat(wiring.unlinkAll(c.boxes(), this)).isEqualTo(2);
        p.outbox().send(1L);
        q.outbox().send(2L);
        c.outbox().send(3L);
        assertThat(c.takeAll()).isEmpty();
        assertThat(d.takeAll()).containsExactly(1L, 2L);
    }

    @Test
    void d05_a_parent_that_removes_a_child_takes_only_its_own_links_away() {
        wiring.link(p.outbox(), c.inbox(), "parent");
        wiring.link(q.outbox(), c.inbox(), "outsider");

        assertThat(wiring.unlinkAll(c.boxes(), "parent")).isEqualTo(1);
        p.outbox().send(1L);
        q.outbox().send(2L);
        assertThat(c.takeAll()).containsExactly(2L);
    }

    @Test
    void d07_what_is_sent_to_a_component_that_has_ended_is_counted_as_undelivered() throws Exception {
        everyWay(way -> {
            TestGraph graph = way.graph();
            graph.counting("source", 50);
            List<Object> all = TestGraph.synchronizedList();
            graph.reactive("ends", () -> new ReactiveComponent() {
                        @Override
                        public void onStart(ComponentContext context) {
                            context.finish();
                        }

                        @Override
                        public void onMessage(Inbox inbox, Object message) {}
                    })
                    .outboxes();
            graph.sink("sink", all).limit(5);
            graph.chain("source", "ends").chain("source", "sink");
            Way.Running running = way.start(graph);
            running.end();

            assertThat(all).hasSize(50);
            long unread = running.inbox("ends").unread();
            assertThat(running.counts("source").undelivered() + unread).isEqualTo(50);
        });
    }

    // ---- Boxes that come and go

    /** Does something when it starts, and finishes. */
    private static Callable<ReactiveComponent> starting(java.util.function.Consumer<ComponentContext> what) {
        return () -> new ReactiveComponent() {
            @Override
            public void onStart(ComponentContext context) {
                what.accept(context);
                context.finish();
            }

            @Override
            public void onMessage(Inbox inbox, Object message) {}
        };
    }

    @Test
    void j01_a_free_name_is_kept_and_a_taken_one_gets_a_number_and_the_box_is_usable_at_once() throws Exception {
        everyWay(way -> {
            TestGraph graph = way.graph();
            AtomicReference<List<String>> names = new AtomicReference<>();
            graph.reactive("a", starting(context -> {
                Outbox free = context.addOutbox("more");
                Outbox taken = context.addOutbox("outbox");
                Inbox inbox = context.addInbox("more");
                Inbox again = context.addInbox("more");
                names.set(List.of(free.name(), taken.name(), inbox.name(), again.name()));
                assertThat(context.outbox("outbox2")).isSameAs(taken);
                assertThat(context.inbox("more3")).isSameAs(again);
                taken.send("counted as unlinked");
                assertThat(again.poll()).isNull();
            }));
            RunOutcome outcome = way.run(graph);

            assertThat(outcome.failures()).isEmpty();
            assertThat(names.get()).containsExactly("more", "outbox2", "more2", "more3");
        });
    }

    @Test
    void j01_an_added_box_is_linked_and_delivers_like_any_other() throws Exception {
        ByHand adding = new ByHand("adding");
        WiredInbox inbox = adding.boxes().insertInbox("inbox", ByHand.limit(2));
        wiring.link(p.outbox(), inbox, this);
        p.outbox().send(1L);

        assertThat(inbox.name()).isEqualTo("inbox2");
        assertThat(inbox.poll()).isEqualTo(1L);
        assertThat(adding.inbox().size()).isZero();
    }

    @Test
    void j02_a_box_is_deleted_and_one_that_is_not_there_is_an_error() throws Exception {
        everyWay(way -> {
            TestGraph graph = way.graph();
            graph.reactive("a", starting(context -> {
                context.addInbox("more");
                assertThat(context.deleteInbox("more")).isZero();
                context.addOutbox("out");
                context.deleteOutbox("out");
                assertThatThrownBy(() -> context.deleteInbox("more"))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("'a' has no inbox 'more'");
                assertThatThrownBy(() -> context.deleteOutbox("out")).hasMessageContaining("no outbox 'out'");
                assertThatThrownBy(() -> context.deleteOutbox("signal")).hasMessageContaining("signal");
                assertThatThrownBy(() -> context.deleteInbox("control")).hasMessageContaining("control");
            }));
            assertThat(way.run(graph).failures()).isEmpty();
        });
    }

    @Test
    void j02_deleting_a_linked_box_takes_its_links_away_and_counts_what_was_left() throws Exception {
        everyScheduler(way -> {
            TestGraph graph = way.graph();
            graph.source("source", 1L, 2L, 3L);
            List<Object> other = TestGraph.synchronizedList();
            graph.sink("other", other);
            graph.reactive("a", () -> new ReactiveComponent() {
                        private ComponentContext context;

                        @Override
                        public void onStart(ComponentContext given) {
                            context = given;
                        }

                        @Override
                        public void onMessage(Inbox inbox, Object message) {
                            if (inbox.name().equals("go")) {
                                context.deleteInbox("inbox");
                                context.finish();
                            }
                        }
                    })
                    .inboxes("inbox", "go");
            graph.source("second", "go");
            graph.chain("source", "a").chain("source", "other");
            graph.link("second.outbox", "a.go");
            Way.Running running = way.start(graph);
            running.end();

            assertThat(other).containsExactly(1L, 2L, 3L);
            assertThat(running.counts("a").inboxes().keySet()).doesNotContain("inbox");
        });
        WiredLink link = wiring.link(p.outbox(), c.inbox(), "anybody");
        p.outbox().send(1L);
        wiring.detach(c.inbox());
        p.outbox().send(2L);
        assertThat(p.outbox().isLinked()).isFalse();
        assertThat(wiring.unlink(link, "anybody")).isFalse();
        assertThat(c.takeAll()).containsExactly(1L);
    }

    // ---- From several threads

    @Test
    void i07_linking_and_unlinking_from_several_threads_never_corrupts_the_graph() throws Exception {
        everyScheduler(way -> {
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("source", 20_000);
            graph.sink("sink", received).limit(32);
            for (int i = 0; i < 3; i++) {
                graph.sink("other" + i, TestGraph.synchronizedList()).limit(32);
            }
            graph.chain("source", "sink");
            RunningGraph run = way.prepare(graph);
            run.start();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                WiredInbox other = run.component("other" + i).boxes().inbox("inbox");
                threads.add(Thread.ofPlatform().start(() -> linkAndUnlink(run, other)));
            }
            RunOutcome outcome = end(way.running(run), threads);

            assertThat(outcome.failures()).isEmpty();
            assertThat(received).isEqualTo(LongStream.range(0, 20_000).boxed().toList());
        });
    }

    /** The others are linked no more: nothing ends them but a stop. */
    private static RunOutcome end(Way.Running running, List<Thread> threads) throws InterruptedException {
        running.until("the source has ended", () -> running.counts("sink").status() == ComponentStatus.FINISHED);
        for (Thread thread : threads) {
            thread.join();
        }
        running.run().stop();
        return running.end();
    }

    private static void linkAndUnlink(RunningGraph run, WiredInbox other) {
        WiredOutbox source = run.component("source").boxes().outbox("outbox");
        for (int i = 0; i < 200; i++) {
            run.enter();
            WiredLink link = run.wiring().link(source, other, other);
            run.wiring().unlink(link, other);
            run.leave();
        }
    }
}
