package io.myelin.engine.run;

import static io.myelin.engine.run.TestGraph.numbers;
import static io.myelin.engine.run.Way.everyWay;
import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.graph.OverflowPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One outbox to several inboxes, and several outboxes: rows H23 to H28. */
class FanOutTest {
    @Test
    void h23_each_message_is_once_on_x_once_on_y_and_nowhere_else() throws Exception {
        everyWay(way -> {
            List<Object> x = TestGraph.synchronizedList();
            List<Object> y = TestGraph.synchronizedList();
            List<Object> elsewhere = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("source", 500);
            graph.sink("x", x);
            graph.sink("y", y);
            graph.sink("elsewhere", elsewhere);
            graph.source("other");
            graph.chain("source", "x").chain("source", "y").chain("other", "elsewhere");
            way.run(graph);

            assertThat(x).isEqualTo(numbers(500));
            assertThat(y).isEqualTo(numbers(500));
            assertThat(elsewhere).isEmpty();
        });
    }

    @Test
    void h24_where_x_is_full_and_drops_y_still_gets_all_and_the_drops_are_counted() throws Exception {
        everyWay(way -> {
            RoomTest.Gate x = new RoomTest.Gate();
            List<Object> y = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("source", 500);
            graph.reactive("x", () -> x)
                    .limit("inbox", 10, OverflowPolicy.DROP_NEWEST)
                    .outboxes();
            graph.sink("y", y).limit(3);
            graph.chain("source", "x").chain("source", "y");
            Way.Running running = way.start(graph);
            running.untilStatus("y", ComponentStatus.FINISHED);
            assertThat(running.inbox("x").dropped()).isEqualTo(490);
            x.open(Long.MAX_VALUE);
            running.end();

            assertThat(y).isEqualTo(numbers(500));
            assertThat(x.received).isEqualTo(numbers(10));
        });
    }

    @Test
    void h24_where_x_is_full_and_blocks_nothing_is_lost_on_either() throws Exception {
        everyWay(way -> {
            RoomTest.Gate x = new RoomTest.Gate();
            List<Object> y = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("source", 500);
            graph.reactive("x", () -> x).limit(10).outboxes();
            graph.sink("y", y).limit(3);
            graph.chain("source", "x").chain("source", "y");
            Way.Running running = way.start(graph);
            running.untilStatus("source", ComponentStatus.BLOCKED);
            x.open(Long.MAX_VALUE);
            running.end();

            assertThat(x.received).isEqualTo(numbers(500));
            assertThat(y).isEqualTo(numbers(500));
        });
    }

    @Test
    void h27_split_gives_the_side_what_fits_besides_and_route_gives_it_instead_and_both_end() throws Exception {
        everyWay(way -> {
            for (boolean route : new boolean[] {false, true}) {
                List<Object> main = TestGraph.synchronizedList();
                List<Object> side = TestGraph.synchronizedList();
                TestGraph graph = way.graph();
                graph.source("source", 1L, 2L, 3L, 4L);
                graph.reactive("tee", () -> new EvenToTheSide(route)).outboxes("outbox", "side");
                graph.sink("main", main);
                graph.sink("siding", side);
                graph.chain("source", "tee", "main").link("tee.side", "siding.inbox");
                Way.Running running = way.start(graph);

                assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
                assertThat(main).isEqualTo(route ? List.of(1L, 3L) : List.of(1L, 2L, 3L, 4L));
                assertThat(side).containsExactly(2L, 4L);
                assertThat(List.of("main", "siding"))
                        .allMatch(path -> running.counts(path).status() == ComponentStatus.FINISHED);
            }
        });
    }

    @Test
    void h28_of_ten_sinks_added_the_five_taken_away_again_get_nothing_and_the_others_all() throws Exception {
        everyWay(way -> {
            Trigger trigger = new Trigger();
            List<List<Object>> received = new ArrayList<>();
            TestGraph graph = way.graph();
            graph.reactive("trigger", () -> trigger).inboxes();
            graph.pass("splitter");
            graph.chain("trigger", "splitter");
            for (int i = 0; i < 10; i++) {
                received.add(TestGraph.synchronizedList());
                graph.sink("sink" + i, received.get(i));
            }
            Way.Running running = way.start(graph);
            RunningGraph run = running.run();
            WiredOutbox outbox = run.component("splitter").boxes().outbox("outbox");
            List<WiredLink> links = IntStream.range(0, 10)
                    .mapToObj(i -> run.wiring()
                            .link(outbox, run.component("sink" + i).boxes().inbox("inbox"), this))
                    .toList();
            for (int i = 1; i < 10; i += 2) {
                run.wiring().unlink(links.get(i), this);
            }
            trigger.fire(numbers(20).toArray());
            for (int i = 0; i < 10; i += 2) {
                running.untilStatus("sink" + i, ComponentStatus.FINISHED);
            }
            run.stop();
            running.end();

            for (int i = 0; i < 10; i++) {
                assertThat(received.get(i)).as("sink " + i).isEqualTo(i % 2 == 0 ? numbers(20) : List.of());
            }
        });
    }

    /** Sends even numbers to the side, and the others, or all, straight on. */
    private static final class EvenToTheSide implements ReactiveComponent {
        private final boolean instead;
        private ComponentContext context;

        EvenToTheSide(boolean instead) {
            this.instead = instead;
        }

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            boolean even = (Long) message % 2 == 0;
            if (even) {
                context.outbox("side").send(message);
            }
            if (!even || !instead) {
                context.outbox().send(message);
            }
        }
    }
}
