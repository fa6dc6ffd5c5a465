package io.myelin.engine.run;

import static io.myelin.engine.run.TestGraph.numbers;
import static io.myelin.engine.run.Way.everyScheduler;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The smallest system that shows the idea, built step by step: rows O. */
class MiniAxonTest {
    @Test
    void o01_a_microprocess_has_state_each_start_is_a_run_of_its_own_and_many_can_be_made() throws Exception {
        everyScheduler(way -> {
            List<List<Object>> printed = new ArrayList<>();
            TestGraph graph = way.graph();
            for (int i = 0; i < 100; i++) {
                List<Object> into = TestGraph.synchronizedList();
                printed.add(into);
                graph.reactive("counter" + i, CountingOn::new).inboxes();
                graph.sink("sink" + i, into);
                graph.chain("counter" + i, "sink" + i);
            }
            way.run(graph);
            assertThat(printed).allSatisfy(into -> assertThat(into).containsExactly(1L, 2L, 3L));

            way.run(graph);
            assertThat(printed).allSatisfy(into -> assertThat(into).containsExactly(1L, 2L, 3L, 1L, 2L, 3L));
        });
    }

    @Test
    void o02_a_cycle_steps_each_active_microprocess_once_in_order() {
        DeterministicScheduler scheduler = DeterministicScheduler.inOrder();
        List<String> printed = new ArrayList<>();
        printer(scheduler, "a", printed, 3).start();
        printer(scheduler, "b", printed, 3).start();
        run(scheduler);

        assertThat(printed).containsExactly("a", "b", "a", "b", "a", "b");
    }

    @Test
    void o02_one_that_is_started_during_a_cycle_first_runs_in_the_next() {
        DeterministicScheduler scheduler = DeterministicScheduler.inOrder();
        List<String> printed = new ArrayList<>();
        AtomicReference<Strand> starter = new AtomicReference<>();
        starter.set(scheduler.microprocess(() -> {
            printed.add("starter");
            printer(scheduler, "new", printed, 2).start();
        }));
        starter.get().start();
        printer(scheduler, "b", printed, 3).start();
        run(scheduler);

        assertThat(printed).startsWith("starter", "b").containsExactly("starter", "b", "new", "b", "new", "b");
    }

    @Test
    void o02_one_that_ends_is_dropped_without_disturbing_the_others() {
        DeterministicScheduler scheduler = DeterministicScheduler.inOrder();
        List<String> printed = new ArrayList<>();
        printer(scheduler, "a", printed, 3).start();
        printer(scheduler, "short", printed, 1).start();
        printer(scheduler, "b", printed, 3).start();
        run(scheduler);

        assertThat(printed).containsExactly("a", "short", "b", "a", "b", "a", "b");
    }

    /** A microprocess that prints its name, so many times, once a step. */
    private static Strand printer(DeterministicScheduler scheduler, String name, List<String> printed, int times) {
        AtomicReference<Strand> itself = new AtomicReference<>();
        int[] left = {times};
        itself.set(scheduler.microprocess(() -> {
            printed.add(name);
            left[0]--;
            if (left[0] > 0) {
                itself.get().wake();
            }
        }));
        return itself.get();
    }

    private static void run(DeterministicScheduler scheduler) {
        while (scheduler.step()) {
            // Until none is active.
        }
    }

    @Test
    void o03_a_component_has_its_own_boxes_only_first_in_first_out_whoever_is_at_the_other_end() throws Exception {
        everyScheduler(way -> {
            List<Object> first = TestGraph.synchronizedList();
            List<Object> second = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("producer", 100);
            graph.counting("lonely", 100);
            graph.reactive(
                            "other",
                            () -> new SendingTest.OnStart(
                                    context -> assertThatThrownBy(() -> context.outbox("producer.outbox"))
                                            .isInstanceOf(IllegalArgumentException.class)))
                    .inboxes();
            graph.sink("x", first);
            graph.pass("between");
            graph.sink("y", second);
            graph.chain("producer", "x").chain("producer", "between", "y");

            assertThat(way.run(graph).failures()).isEmpty();
            assertThat(first).isEqualTo(numbers(100)).isEqualTo(second);
        });
    }

    @Test
    void o04_a_postman_made_by_hand_gives_the_same_result_as_a_link() throws Exception {
        everyScheduler(way -> assertThat(delivered(way, true, 1024))
                .isEqualTo(delivered(way, false, 1024))
                .isEqualTo(numbers(200)));
    }

    @Test
    void o05_nothing_is_lost_or_comes_twice_with_a_postman_or_a_link_though_room_is_short() throws Exception {
        everyScheduler(way -> assertThat(delivered(way, true, 2))
                .isEqualTo(delivered(way, false, 2))
                .isEqualTo(numbers(200)));
    }

    /** What a consumer gets of a producer of 200, by a postman or by a link. */
    private static List<Object> delivered(Way way, boolean byPostman, int capacity) throws Exception {
        List<Object> received = TestGraph.synchronizedList();
        TestGraph graph = way.graph();
        graph.counting("producer", 200);
        graph.reactive("postman", Postman::new).limit(capacity);
        graph.sink("consumer", received).limit(capacity);
        if (byPostman) {
            graph.chain("producer", "postman", "consumer");
        } else {
            graph.source("nobody");
            graph.chain("producer", "consumer").chain("nobody", "postman");
        }
        Way.Running running = way.start(graph);
        assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(running.counts("producer").sent()).isEqualTo(200);
        assertThat(running.inbox("consumer").received()).isEqualTo(200);
        return received;
    }

    /** Sends 1, 2, 3. */
    private static final class CountingOn implements ReactiveComponent {
        private long count;

        @Override
        public void onStart(ComponentContext context) {
            while (count < 3) {
                count++;
                context.outbox().send(count);
            }
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            throw new AssertionError("there is no inbox");
        }
    }

    /** Takes one message a step from its inbox to its outbox. */
    private static final class Postman implements ReactiveComponent {
        private static final Duration STEP = Duration.ofNanos(1000);

        private ComponentContext context;

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
            context.inbox().hold();
            step();
        }

        private void step() {
            Object message = context.inbox().poll();
            if (message != null) {
                context.outbox().send(message);
            }
            if (context.inbox().isAtEnd()) {
                context.finish();
            } else {
                context.schedule(STEP, this::step);
            }
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            throw new AssertionError("it looks for itself");
        }
    }
}
