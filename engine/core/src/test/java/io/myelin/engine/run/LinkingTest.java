package io.myelin.engine.run;

import static io.myelin.engine.run.Way.everyWay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Linking, fan-in and fan-out: rows B. */
class LinkingTest {
    private final Wiring wiring = new Wiring();
    private final ByHand p = new ByHand("p");
    private final ByHand c = new ByHand("c");

    private static List<Object> numbers(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().collect(Collectors.toList());
    }

    @Test
    void b01_a_link_affects_no_other_box() {
        wiring.link(p.outbox(), c.inbox(), this);
        p.outbox().send("m");

        assertThat(p.boxes().signal().isLinked()).isFalse();
        assertThat(c.boxes().control().isLinked()).isFalse();
        assertThat(c.boxes().control().size()).isZero();
        assertThat(p.inbox().size()).isZero();
    }

    @Test
    void b02_a_sink_box_that_does_not_exist_is_an_error_and_no_link() {
        assertThatThrownBy(() -> wiring.link(p.outbox(), c.boxes().inbox("nowhere"), this))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nowhere");

        assertThat(p.outbox().isLinked()).isFalse();
        wiring.link(p.outbox(), c.inbox(), this);
        p.outbox().send("m");
        assertThat(c.takeAll()).containsExactly("m");
    }

    @Test
    void b03_a_source_box_that_does_not_exist_is_an_error_and_no_link() {
        assertThatThrownBy(() -> wiring.link(p.boxes().outbox("nowhere"), c.inbox(), this))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nowhere");

        assertThat(c.inbox().isLinked()).isFalse();
    }

    @Test
    void b04_an_ordinary_link_from_an_inbox_is_an_error() {
        assertThatThrownBy(() -> wiring.link(p.boxes().outbox("inbox"), c.inbox(), this))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'inbox' is an inbox");
    }

    @Test
    void b05_each_of_two_consumers_gets_all_in_order_and_a_full_one_holds_the_producer_back() throws Exception {
        ByHand c1 = new ByHand("c1", 4);
        ByHand c2 = new ByHand("c2");
        wiring.link(p.outbox(), c2.inbox(), this);
        wiring.link(p.outbox(), c1.inbox(), this);
        for (long i = 0; i < 4; i++) {
            p.outbox().send(i);
        }
        p.outbox().send(4L);
        assertThat(p.held).containsExactly(4L);
        assertThat(c1.inbox().size()).isEqualTo(4);
        assertThat(c2.inbox().size()).isEqualTo(5);

        everyWay(way -> {
            List<Object> first = TestGraph.synchronizedList();
            List<Object> second = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.source("p", () -> numbers(1, 1000).iterator());
            graph.sink("c1", first).limit(3);
            graph.sink("c2", second);
            graph.chain("p", "c1").chain("p", "c2");
            way.run(graph);

            assertThat(first).isEqualTo(numbers(1, 1000));
            assertThat(second).isEqualTo(numbers(1, 1000));
        });
    }

    @Test
    void b06_the_identical_link_is_refused_and_the_first_delivers_once() {
        wiring.link(p.outbox(), c.inbox(), this);
        assertThatThrownBy(() -> wiring.link(p.outbox(), c.inbox(), this))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("p.outbox -> c.inbox");

        p.outbox().send("m");
        assertThat(c.takeAll()).containsExactly("m");
    }

    @Test
    void b07_removing_one_of_two_links_leaves_the_other_undisturbed() throws Exception {
        everyWay(way -> {
            List<Object> first = TestGraph.synchronizedList();
            List<Object> second = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("p", 20_000);
            graph.sink("c1", first);
            graph.sink("c2", second).limit(8);
            graph.chain("p", "c1").chain("p", "c2");
            RunningGraph run = way.prepare(graph);
            run.start();
            Way.Running running = way.running(run);
            running.until("some have arrived", () -> second.size() > 100);
            run.wiring().unlink(run.wired(graph.plannedLink(1)), run);
            running.end();

            assertThat(first).isEqualTo(numbers(0, 19_999));
            assertThat(second).isEqualTo(numbers(0, second.size() - 1));
        });
    }

    @Test
    void b08_messages_of_two_producers_arrive_in_the_order_sent() {
        ByHand a = new ByHand("a");
        ByHand b = new ByHand("b");
        wiring.link(a.outbox(), c.inbox(), this);
        wiring.link(b.outbox(), c.inbox(), this);
        a.outbox().send(1L);
        b.outbox().send(2L);
        a.outbox().send(3L);

        assertThat(c.takeAll()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void b09_two_outboxes_of_one_component_may_feed_one_inbox() {
        wiring.link(p.outbox(), c.inbox(), this);
        wiring.link(p.boxes().signal(), c.inbox(), this);
        p.outbox().send("data");
        p.boxes().signal().send("signal");

        assertThat(c.takeAll()).containsExactly("data", "signal");
    }

    @Test
    void b10_a_component_may_send_to_itself() throws Exception {
        everyWay(way -> {
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.reactive("p", () -> new Countdown(received, 5));
            graph.chain("p", "p");
            way.run(graph);

            assertThat(received).containsExactly(5L, 4L, 3L, 2L, 1L);
        });
    }

    @Test
    void b11_messages_circulate_in_a_ring() throws Exception {
        everyWay(way -> {
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.reactive("a", () -> new Countdown(received, 300));
            graph.pass("b");
            graph.chain("a", "b", "a");
            way.run(graph);

            assertThat(received).hasSize(300).last().isEqualTo(1L);
        });
    }

    @Test
    void b12_data_appears_nowhere_but_at_the_linked_target() {
        ByHand other = new ByHand("other");
        wiring.link(p.outbox(), c.inbox(), this);
        wiring.link(c.outbox(), other.inbox(), this);
        wiring.link(other.outbox(), p.inbox(), this);
        p.outbox().send("m");

        assertThat(other.inbox().size()).isZero();
        assertThat(p.inbox().size()).isZero();
        assertThat(c.boxes().control().size()).isZero();
        assertThat(c.takeAll()).containsExactly("m");
    }

    @Test
    void thousandsOfProducersMayFeedOneInbox() throws Exception {
        AtomicInteger received = new AtomicInteger();
        TestGraph graph = new TestGraph();
        graph.reactive("c", () -> (TestGraph.ReactiveListener) (inbox, message) -> received.incrementAndGet())
                .outboxes();
        for (int i = 0; i < 2000; i++) {
            graph.source("p" + i, 1L, 2L);
            graph.chain("p" + i, "c");
        }
        new Way(Way.OnScheduler.REAL, io.myelin.engine.component.Execution.MICROPROCESS).run(graph);

        assertThat(received).hasValue(4000);
    }

    /** Sends a number to itself, one less each time round, and finishes at nought. */
    private static final class Countdown implements ReactiveComponent {
        private final List<Object> received;
        private final long from;
        private ComponentContext context;

        Countdown(List<Object> received, long from) {
            this.received = received;
            this.from = from;
        }

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
            context.outbox().send(from);
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            received.add(message);
            long next = (Long) message - 1;
            if (next == 0) {
                context.finish();
            } else {
                context.outbox().send(next);
            }
        }
    }
}
