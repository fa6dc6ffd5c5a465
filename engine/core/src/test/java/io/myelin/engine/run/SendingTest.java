package io.myelin.engine.run;

import static io.myelin.engine.run.Way.everyWay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.graph.InboxLimit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Boxes, and what sending does: rows A. */
class SendingTest {
    @Test
    void a01_without_declared_boxes_there_are_inbox_control_outbox_and_signal_all_empty() {
        ByHand component = new ByHand("p");

        assertThat(names(component)).containsExactlyInAnyOrder("inbox", "control", "outbox", "signal");
        assertThat(component.boxes().inboxes()).allSatisfy(inbox -> {
            assertThat(inbox.size()).isZero();
            assertThat(inbox.poll()).isNull();
        });
    }

    @Test
    void a02_declared_data_boxes_are_the_only_ones() {
        ByHand component = new ByHand("p", InboxLimit.DEFAULT, List.of("source"), List.of("result"));

        assertThat(component.boxes().dataInboxes()).extracting(WiredInbox::name).containsExactly("source");
        assertThat(component.boxes().dataOutboxes())
                .extracting(WiredOutbox::name)
                .containsExactly("result");
    }

    private static List<String> names(ByHand component) {
        List<String> names = new ArrayList<>();
        component.boxes().inboxes().forEach(inbox -> names.add(inbox.name()));
        component.boxes().outboxes().forEach(outbox -> names.add(outbox.name()));
        return names;
    }

    @Test
    void a03_before_send_returns_the_consumer_holds_the_message() throws Exception {
        everyWay(way -> {
            AtomicReference<RunningGraph> run = new AtomicReference<>();
            List<Object> received = TestGraph.synchronizedList();
            List<Long> heldAtReturn = Collections.synchronizedList(new ArrayList<>());
            TestGraph graph = way.graph();
            graph.reactive(
                            "p",
                            () -> new OnStart(context -> {
                                context.outbox().send("m");
                                heldAtReturn.add(run.get()
                                        .component("c")
                                        .boxes()
                                        .inbox("inbox")
                                        .received());
                            }))
                    .inboxes();
            graph.sink("c", received);
            graph.chain("p", "c");
            RunningGraph prepared = way.prepare(graph);
            run.set(prepared);
            prepared.start();
            prepared.awaitEnd();

            assertThat(heldAtReturn).containsExactly(1L);
            assertThat(received).containsExactly("m");
        });
    }

    @Test
    void a04_a_thousand_messages_arrive_in_order_and_complete() throws Exception {
        everyWay(way -> {
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("p", 1000);
            graph.sink("c", received);
            graph.chain("p", "c");

            assertThat(way.run(graph).ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(received).isEqualTo(LongStream.range(0, 1000).boxed().collect(Collectors.toList()));
        });
    }

    @Test
    void a05_zero_false_and_empty_text_are_messages_and_null_is_refused_by_name() throws Exception {
        everyWay(way -> {
            List<Object> received = TestGraph.synchronizedList();
            AtomicReference<Throwable> refused = new AtomicReference<>();
            TestGraph graph = way.graph();
            graph.reactive(
                            "p",
                            () -> new OnStart(context -> {
                                context.outbox().send(0L);
                                context.outbox().send(false);
                                context.outbox().send("");
                                try {
                                    context.outbox().send(null);
                                } catch (NullPointerException thrown) {
                                    refused.set(thrown);
                                }
                            }))
                    .inboxes();
            graph.sink("c", received);
            graph.chain("p", "c");
            Way.Running running = way.start(graph);
            running.end();

            assertThat(received).containsExactly(0L, false, "");
            assertThat(refused.get()).hasMessageContaining("p.outbox");
            assertThat(running.counts("p").sent()).isEqualTo(3);
        });
    }

    @Test
    void a06_what_is_sent_unlinked_is_dropped_counted_and_seen() throws Exception {
        everyWay(way -> {
            TestGraph graph = way.graph();
            graph.source("p", 1L, 2L);
            Way.Running running = way.start(graph);

            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(running.counts("p").unlinked()).isEqualTo(2);
        });
    }

    @Test
    void a07_a_message_sent_before_the_link_was_made_does_not_arrive_afterwards() {
        ByHand producer = new ByHand("p");
        ByHand consumer = new ByHand("c");
        producer.outbox().send("lost");
        new Wiring().link(producer.outbox(), consumer.inbox(), this);
        producer.outbox().send("kept");

        assertThat(consumer.takeAll()).containsExactly("kept");
        assertThat(producer.outbox().unlinked()).isEqualTo(1);
    }

    @Test
    void a08_an_outbox_that_does_not_exist_is_an_error_that_names_it_and_nothing_else_happens() throws Exception {
        everyWay(way -> {
            List<Object> received = TestGraph.synchronizedList();
            AtomicReference<Throwable> refused = new AtomicReference<>();
            TestGraph graph = way.graph();
            graph.reactive(
                            "p",
                            () -> new OnStart(context -> {
                                try {
                                    context.outbox("nowhere").send("m");
                                } catch (IllegalArgumentException thrown) {
                                    refused.set(thrown);
                                }
                                context.outbox().send("after");
                            }))
                    .inboxes();
            graph.sink("c", received);
            graph.chain("p", "c");
            way.run(graph);

            assertThat(refused.get()).hasMessageContaining("nowhere").hasMessageContaining("outbox, signal");
            assertThat(received).containsExactly("after");
        });
    }

    @Test
    void a09_an_inbox_that_does_not_exist_is_an_error_that_names_it() {
        ByHand component = new ByHand("c");

        assertThatThrownBy(() -> component.boxes().inbox("nowhere"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'c' has no inbox 'nowhere'")
                .hasMessageContaining("inbox, control");
    }

    @Test
    void a10_poll_never_blocks_and_receive_waits() throws Exception {
        everyWay(way -> {
            List<Object> seen = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.sequential("c", context -> {
                seen.add(String.valueOf(context.inbox().poll()));
                context.outbox().send("ask");
                seen.add(context.inbox().receive());
                seen.add(String.valueOf(context.inbox().receive()));
            });
            graph.pass("echo").inboxes("inbox");
            graph.chain("c", "echo", "c");
            Way.Running running = way.start(graph);
            running.until("the answer is there", () -> seen.size() >= 2);
            running.run().stop();
            running.end();

            assertThat(seen.subList(0, 2)).containsExactly("null", "ask");
        });
    }

    @Test
    void a11_each_inbox_counts_for_itself() {
        ByHand consumer = new ByHand("c");
        ByHand producer = new ByHand("p");
        Wiring wiring = new Wiring();
        wiring.link(producer.outbox(), consumer.inbox(), this);
        wiring.link(producer.boxes().signal(), consumer.boxes().control(), this);
        producer.outbox().send(1L);
        producer.outbox().send(2L);
        producer.boxes().signal().send("s");

        assertThat(consumer.inbox().size()).isEqualTo(2);
        assertThat(consumer.boxes().control().size()).isEqualTo(1);
    }

    @Test
    void a12_any_ready_names_the_inbox_on_which_something_waits() throws Exception {
        everyWay(way -> {
            List<Object> seen = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.sequential("c", context -> {
                Inbox first = context.anyReady();
                seen.add(first == null ? "none" : first.name());
                context.outbox().send("ask");
                seen.add(context.awaitAny(Way.PATIENCE).name());
                seen.add(context.inbox("control").poll());
            });
            graph.pass("echo");
            graph.chain("c", "echo").link("echo.outbox", "c.control");
            way.run(graph);

            assertThat(seen).containsExactly("none", "control", "ask");
        });
    }

    @Test
    void a13_the_very_same_object_arrives_and_strict_mode_refuses_one_that_can_change() throws Exception {
        everyWay(way -> {
            Object message = List.of("an", "immutable", "list");
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.source("p", message);
            graph.sink("c", received);
            graph.chain("p", "c");
            graph.reactive(
                            "changing",
                            () -> new OnStart(context -> context.outbox().send(new ArrayList<>())))
                    .inboxes()
                    .onError(FailurePolicy.STOP);
            RunOutcome outcome = way.run(graph);

            assertThat(received).hasSize(1).first().isSameAs(message);
            assertThat(outcome.failures())
                    .singleElement()
                    .satisfies(failure -> assertThat(failure.message())
                            .contains("java.util.ArrayList")
                            .contains("changing.outbox"));
        });
    }

    @Test
    void a14_an_inbox_holds_1024_unless_unbounded() {
        ByHand producer = new ByHand("p");
        ByHand bounded = new ByHand("c");
        ByHand unbounded = new ByHand("u", InboxLimit.UNBOUNDED);
        Wiring wiring = new Wiring();
        WiredLink link = wiring.link(producer.outbox(), bounded.inbox(), this);
        int taken = 0;
        while (producer.outbox().offer("m")) {
            taken++;
        }
        assertThat(taken).isEqualTo(1024);
        assertThat(bounded.inbox().size()).isEqualTo(1024);
        wiring.unlink(link, this);
        wiring.link(producer.outbox(), unbounded.inbox(), this);
        for (long i = 0; i < 100_000; i++) {
            producer.outbox().send(i);
        }
        assertThat(unbounded.inbox().size()).isEqualTo(100_000);
        assertThat(unbounded.takeAll())
                .isEqualTo(LongStream.range(0, 100_000).boxed().collect(Collectors.toList()));
    }

    /** Does one thing at its start. */
    record OnStart(Start start) implements ReactiveComponent {
        /** What it does. */
        interface Start {
            void with(ComponentContext context) throws Exception;
        }

        @Override
        public void onStart(ComponentContext context) throws Exception {
            start.with(context);
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {}
    }
}
