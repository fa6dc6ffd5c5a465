package io.myelin.engine.run;

import static io.myelin.engine.run.TestGraph.numbers;
import static io.myelin.engine.run.Way.everyWay;
import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.graph.InboxLimit;
import io.myelin.engine.graph.OverflowPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Size limits and back-pressure: rows E. */
class RoomTest {
    private final Wiring wiring = new Wiring();
    private final ByHand p = new ByHand("p");

    private ByHand linked(int capacity) {
        ByHand c = new ByHand("c", capacity);
        wiring.link(p.outbox(), c.inbox(), this);
        return c;
    }

    private static int offered(ByHand producer, int messages) {
        int taken = 0;
        for (int i = 0; i < messages; i++) {
            if (producer.outbox().offer("m" + i)) {
                taken++;
            }
        }
        return taken;
    }

    @Test
    void e01_five_fit_into_five() {
        ByHand c = linked(5);
        assertThat(offered(p, 5)).isEqualTo(5);
        assertThat(c.inbox().size()).isEqualTo(5);
    }

    @Test
    void e02_the_sixth_is_refused_the_sender_still_holds_it_and_nothing_is_dropped() throws Exception {
        ByHand c = linked(5);
        offered(p, 5);
        assertThat(p.outbox().hasRoom()).isFalse();
        assertThat(p.outbox().offer("sixth")).isFalse();
        p.outbox().send("sixth");
        assertThat(p.held).containsExactly("sixth");
        assertThat(c.takeAll()).containsExactly("m0", "m1", "m2", "m3", "m4");
        assertThat(c.inbox().dropped()).isZero();

        everyWay(way -> {
            Gate gate = new Gate();
            TestGraph graph = way.graph();
            graph.counting("p", 6);
            graph.reactive("c", () -> gate).outboxes().limit(5);
            graph.chain("p", "c");
            Way.Running running = way.start(graph);
            running.untilStatus("p", ComponentStatus.BLOCKED);
            assertThat(running.inbox("c").depth()).isEqualTo(5);
            gate.open(Long.MAX_VALUE);
            running.end();
            assertThat(gate.received).isEqualTo(numbers(6));
        });
    }

    @Test
    void e03_as_many_fit_again_as_were_taken() {
        ByHand c = linked(5);
        offered(p, 5);
        c.inbox().poll();
        c.inbox().poll();
        c.inbox().poll();
        assertThat(offered(p, 10)).isEqualTo(3);
    }

    @Test
    void e04_the_limit_of_an_inbox_that_is_passed_through_has_no_effect() {
        ByHand parent = linked(1);
        ByHand child = new ByHand("c/child", 100);
        wiring.passThrough(parent.inbox(), child.inbox());
        assertThat(offered(p, 50)).isEqualTo(50);
        assertThat(child.inbox().size()).isEqualTo(50);
    }

    @Test
    void e05_when_the_chain_is_cut_the_limit_applies_from_then_on() {
        ByHand parent = linked(1);
        ByHand child = new ByHand("c/child", 100);
        wiring.passThrough(parent.inbox(), child.inbox());
        offered(p, 50);
        wiring.cutPassThrough(parent.inbox());
        assertThat(offered(p, 50)).isEqualTo(1);
        assertThat(parent.inbox().size()).isEqualTo(1);
        assertThat(child.inbox().size()).isEqualTo(50);
    }

    @Test
    void e06_without_a_limit_all_fit_and_a_limit_can_be_taken_away() {
        ByHand c = linked(5);
        assertThat(offered(p, 9999)).isEqualTo(5);
        wiring.limit(c.inbox(), InboxLimit.UNBOUNDED);
        assertThat(offered(p, 9994)).isEqualTo(9994);
        assertThat(c.inbox().size()).isEqualTo(9999);
    }

    @Test
    void e07_four_producers_see_no_room_exactly_when_the_inbox_is_full() {
        ByHand c = new ByHand("c", 16);
        ByHand parent = new ByHand("parent");
        List<ByHand> producers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            producers.add(new ByHand("p" + i));
        }
        wiring.link(producers.get(0).outbox(), c.inbox(), this);
        wiring.link(producers.get(1).outbox(), c.inbox(), this);
        wiring.link(parent.outbox(), c.inbox(), this);
        wiring.passThrough(producers.get(2).outbox(), parent.outbox());
        wiring.passThrough(producers.get(3).outbox(), parent.outbox());
        for (int i = 0; i < 16; i++) {
            assertThat(producers).allMatch(producer -> producer.outbox().hasRoom());
            assertThat(producers.get(i % 4).outbox().offer(i)).isTrue();
        }
        assertThat(producers).noneMatch(producer -> producer.outbox().hasRoom());
        assertThat(producers).noneMatch(producer -> producer.outbox().offer("more"));
        c.inbox().poll();
        assertThat(producers).allMatch(producer -> producer.outbox().hasRoom());
    }

    @Test
    void e08_with_a_limit_of_nothing_every_send_is_refused() {
        linked(0);
        assertThat(offered(p, 3)).isZero();
    }

    @Test
    void e09_a_slow_consumer_with_room_for_one_gets_all_in_order_without_a_busy_loop() throws Exception {
        everyWay(way -> {
            Gate gate = new Gate();
            TestGraph graph = way.graph();
            AtomicInteger pulled = new AtomicInteger();
            graph.source("p", () -> counted(new CountingIterator(10), pulled));
            graph.reactive("c", () -> gate).outboxes().limit(1);
            graph.chain("p", "c");
            Way.Running running = way.start(graph);
            for (int taken = 0; taken < 10; taken++) {
                running.until("the producer waits", () -> running.inbox("c").depth() == 1);
                gate.open(1);
                int expected = taken + 1;
                running.until("one is taken", () -> gate.received.size() == expected);
            }
            gate.open(Long.MAX_VALUE);
            running.end();
            assertThat(gate.received).isEqualTo(numbers(10));
            assertThat(pulled).hasValue(10);
        });
    }

    private static Iterator<Object> counted(Iterator<Object> inner, AtomicInteger pulled) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return inner.hasNext();
            }

            @Override
            public Object next() {
                pulled.incrementAndGet();
                return inner.next();
            }
        };
    }

    @Test
    void e10_of_two_producers_that_wait_on_one_inbox_neither_gets_less_than_a_third() throws Exception {
        everyWay(way -> {
            Gate gate = new Gate();
            TestGraph graph = way.graph();
            graph.source("p0", () -> endless(0L));
            graph.source("p1", () -> endless(1L));
            graph.reactive("c", () -> gate).outboxes().limit(400);
            graph.chain("p0", "c").chain("p1", "c");
            Way.Running running = way.start(graph);
            for (int taken = 400; taken <= 10_000; taken += 400) {
                // Whatever else the machine does: each time both are waiting.
                RoomQueue queue =
                        running.run().component("c").boxes().inbox("inbox").room();
                running.until("both wait", () -> queue.length() == 2);
                int expected = taken;
                gate.open(400);
                running.until("they are taken", () -> gate.received.size() == expected);
                running.until("it is full again", () -> running.inbox("c").depth() == 400);
            }
            running.run().stop();
            running.end();

            assertThat(gate.received.stream()
                            .filter(message -> message.equals(0L))
                            .count())
                    .isBetween(3_334L, 6_666L);
        });
    }

    private static Iterator<Object> endless(Object message) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Object next() {
                return message;
            }
        };
    }

    @Test
    void e10_who_wants_no_more_room_gives_its_share_to_those_who_wait() {
        ByHand c = linked(4);
        ByHand q = new ByHand("q");
        ByHand r = new ByHand("r");
        wiring.link(q.outbox(), c.inbox(), this);
        wiring.link(r.outbox(), c.inbox(), this);
        Route ofP = p.outbox().routes()[0];
        Route ofQ = q.outbox().routes()[0];
        Route ofR = r.outbox().routes()[0];
        offered(p, 4);
        assertThat(ofP.awaitRoom()).isFalse();
        assertThat(ofQ.awaitRoom()).isFalse();
        c.inbox().poll();
        c.inbox().poll();

        // Half of it is empty: each may send one.
        assertThat(c.inbox().isRationed()).isTrue();
        assertThat(ofQ.awaitRoom()).isTrue();
        assertThat(ofP.offer("one")).isTrue();
        assertThat(ofP.offer("two")).isFalse();
        assertThat(ofR.offer("before its turn")).isFalse();
        assertThat(ofR.awaitRoom()).isFalse();
        ofP.leaveQueue();
        c.inbox().poll();
        r.sleep();
        assertThat(ofR.awaitRoom()).isFalse();
        assertThat(r.wakes()).isZero();
        ofQ.leaveQueue();
        assertThat(r.wakes()).isEqualTo(1);
        assertThat(ofR.offer("in its turn")).isTrue();
        ofR.leaveQueue();
        assertThat(c.inbox().isRationed()).isFalse();
        assertThat(c.takeAll()).containsExactly("m3", "one", "in its turn");
    }

    @Test
    void e02_who_asks_for_room_where_there_is_some_or_where_nothing_leads_any_more_does_not_wait() {
        ByHand c = linked(4);
        Route route = p.outbox().routes()[0];
        assertThat(route.awaitRoom()).isTrue();
        offered(p, 4);
        assertThat(route.awaitRoom()).isFalse();
        p.sleep();
        wiring.close(c.inbox());
        assertThat(p.wakes()).isEqualTo(1);
        assertThat(c.inbox().isRationed()).isFalse();

        ByHand d = new ByHand("d", 1);
        WiredLink link = wiring.link(new ByHand("q").outbox(), d.inbox(), this);
        Route gone = link.from().routes()[0];
        gone.offer("fills it");
        wiring.unlink(link, this);
        assertThat(gone.awaitRoom()).isTrue();
        assertThat(gone.current()).isSameAs(gone);
    }

    @Test
    void e11_the_capacity_belongs_to_the_inbox_and_survives_unlinking() {
        ByHand c = new ByHand("c", 3);
        WiredLink link = wiring.link(p.outbox(), c.inbox(), this);
        wiring.unlink(link, this);
        wiring.link(p.outbox(), c.inbox(), this);
        assertThat(c.inbox().capacity()).isEqualTo(3);
        assertThat(offered(p, 10)).isEqualTo(3);
    }

    @Test
    void e12_lowering_a_limit_below_what_waits_drops_nothing_and_refuses_until_it_has_drained() {
        ByHand c = linked(10);
        offered(p, 10);
        wiring.limit(c.inbox(), 4);
        assertThat(c.inbox().size()).isEqualTo(10);
        for (int taken = 0; taken < 6; taken++) {
            assertThat(p.outbox().offer("no")).isFalse();
            assertThat(c.inbox().poll()).isEqualTo("m" + taken);
        }
        assertThat(p.outbox().offer("no")).isFalse();
        c.inbox().poll();
        assertThat(p.outbox().offer("yes")).isTrue();
        assertThat(c.takeAll()).isEqualTo(Arrays.asList("m7", "m8", "m9", "yes"));
    }

    @Test
    void whateverTheExecutionTheCapacityIsTheOnlyBuffer() throws Exception {
        everyWay(way -> {
            Gate gate = new Gate();
            AtomicInteger pulled = new AtomicInteger();
            TestGraph graph = way.graph();
            graph.source("p", () -> counted(new CountingIterator(1_000_000), pulled));
            graph.reactive("c", () -> gate).outboxes().limit(7);
            graph.chain("p", "c");
            Way.Running running = way.start(graph);
            running.untilStatus("p", ComponentStatus.BLOCKED);
            assertThat(pulled).hasValueLessThanOrEqualTo(8);
            running.run().stop();
            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.STOPPED);
            assertThat(running.inbox("c").unread()).isEqualTo(7);
            assertThat(running.counts("p").undelivered()).isEqualTo(1);
        });
    }

    @Test
    void aFullInboxDropsTheOldestTheNewestOrFailsTheSenderAndCountsWhatItDrops() throws Exception {
        everyWay(way -> {
            Gate oldest = new Gate();
            Gate newest = new Gate();
            Gate failing = new Gate();
            TestGraph graph = way.graph();
            graph.counting("p", 10);
            graph.reactive("oldest", () -> oldest).outboxes().limit("inbox", 3, OverflowPolicy.DROP_OLDEST);
            graph.reactive("newest", () -> newest).outboxes().limit("inbox", 3, OverflowPolicy.DROP_NEWEST);
            graph.chain("p", "oldest").chain("p", "newest");
            graph.counting("q", 10).onError(FailurePolicy.STOP);
            graph.reactive("failing", () -> failing).outboxes().limit("inbox", 3, OverflowPolicy.FAIL);
            graph.chain("q", "failing");
            Way.Running running = way.start(graph);
            running.untilStatus("p", ComponentStatus.FINISHED);
            running.untilStatus("q", ComponentStatus.FAILED);
            assertThat(running.inbox("oldest").dropped()).isEqualTo(7);
            assertThat(running.inbox("newest").dropped()).isEqualTo(7);
            oldest.open(Long.MAX_VALUE);
            newest.open(Long.MAX_VALUE);
            failing.open(Long.MAX_VALUE);
            RunOutcome outcome = running.end();

            assertThat(oldest.received).containsExactly(7L, 8L, 9L);
            assertThat(newest.received).containsExactly(0L, 1L, 2L);
            assertThat(failing.received).containsExactly(0L, 1L, 2L);
            assertThat(outcome.failures())
                    .singleElement()
                    .satisfies(failure -> assertThat(failure.message()).contains("failing.inbox"));
        });
    }

    @Test
    void aCallbackThatSendsMuchToAFullInboxKeepsTheOrder() throws Exception {
        everyWay(way -> {
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.source("p", 1L, 2L, 3L);
            graph.reactive("burst", () -> new Bursting(50));
            graph.sink("c", received).limit(2);
            graph.chain("p", "burst", "c");
            way.run(graph);
            assertThat(received).isEqualTo(numbers(150));
        });
    }

    @Test
    void theExecutionsMayBeMixed() throws Exception {
        List<Object> received = TestGraph.synchronizedList();
        TestGraph graph = new TestGraph();
        graph.counting("p", 20_000);
        graph.pass("a").on(Execution.THREAD).limit(5);
        graph.pass("b").on(Execution.TASKLET).limit(64);
        graph.pass("c").limit(3);
        graph.sequential("d", context -> {
            for (Object message : context.inbox()) {
                context.outbox().send(message);
            }
        });
        graph.sink("e", received);
        graph.chain("p", "a", "b", "c", "d", "e");
        new Way(Way.OnScheduler.REAL, Execution.MICROPROCESS).run(graph);
        assertThat(received).isEqualTo(numbers(20_000));
    }

    /** Takes messages only as the test allows. */
    @Test
    void whereAFullInboxFailsTheRestOfAnIteratorIsSentAllTheSame() throws Exception {
        everyWay(way -> {
            Gate gate = new Gate();
            TestGraph graph = way.graph();
            graph.source("q", 1L);
            graph.reactive("p", () -> new Passing() {
                        @Override
                        public void onMessage(Inbox inbox, Object message) {
                            context().outbox().sendAll(new CountingIterator(10));
                        }
                    })
                    .onError(FailurePolicy.SKIP);
            graph.reactive("failing", () -> gate).outboxes().limit("inbox", 4, OverflowPolicy.FAIL);
            graph.chain("q", "p", "failing");
            Way.Running running = way.start(graph);
            running.until("all have been sent", () -> running.inbox("failing").dropped() == 6);
            gate.open(Long.MAX_VALUE);
            running.end();

            assertThat(gate.received).containsExactly(0L, 1L, 2L, 3L);
            assertThat(running.counts("p").sent()).isEqualTo(10);
        });
    }

    static final class Gate implements ReactiveComponent {
        final List<Object> received = TestGraph.synchronizedList();
        private final AtomicLong allowed = new AtomicLong();
        private volatile ComponentContext context;

        void open(long more) {
            allowed.updateAndGet(before -> more == Long.MAX_VALUE ? more : before + more);
            ComponentContext to = context;
            if (to != null) {
                to.execute(this::gate);
            }
        }

        private void gate() {
            if (allowed.get() > 0) {
                context.inbox().resume();
            } else {
                context.inbox().hold();
            }
        }

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
            itsContext.expect("the test");
            gate();
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            received.add(message);
            allowed.decrementAndGet();
            gate();
        }

        @Override
        public void onEnd() {
            context.finish();
        }
    }

    /** Sends many for each one, counting on. */
    private static final class Bursting implements ReactiveComponent {
        private final int burst;
        private long next;
        private ComponentContext context;

        Bursting(int burst) {
            this.burst = burst;
        }

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            for (int i = 0; i < burst; i++) {
                context.outbox().send(next++);
            }
        }
    }
}
