package io.myelin.engine.run;

import static io.myelin.engine.run.Way.everyWay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.myelin.engine.component.Execution;
import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.watch.Breakpoint;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Breakpoints on links hold only those. */
class BreakpointTest {
    private static final long COUNT = 50;

    private final LinkedBlockingQueue<Breakpoint> told = new LinkedBlockingQueue<>();

    private Breakpoint set(RunningGraph run, PlannedLink link, Predicate<Object> stops, long from) {
        return Breakpoint.set(run, link, stops, from, told::add);
    }

    private static void untilHeld(Way.Running running, String sender) throws Exception {
        running.untilStatus(sender, ComponentStatus.BLOCKED);
    }

    private static Object heldBy(Breakpoint breakpoint) {
        return breakpoint.held().orElseThrow().message();
    }

    private static List<Object> numbers(long to) {
        return LongStream.range(0, to).boxed().collect(Collectors.toList());
    }

    @Test
    void aMessageIsHeldBeforeItArrivesAndGoesOnWhenLetGo() throws Exception {
        everyWay(way -> {
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("source", COUNT);
            graph.sink("sink", received);
            graph.chain("source", "sink");
            RunningGraph run = way.prepare(graph);
            Breakpoint breakpoint = set(run, graph.plannedLink(0), message -> message.equals(7L), 1);
            run.start();
            Way.Running running = way.running(run);
            untilHeld(running, "source");

            assertThat(heldBy(breakpoint)).isEqualTo(7L);
            assertThat(breakpoint.held().orElseThrow().sequence()).isEqualTo(8);
            assertThat(received).doesNotContain(7L);
            breakpoint.goOn();
            running.end();
            assertThat(received).isEqualTo(numbers(COUNT));
        });
    }

    @Test
    void onlyThatLinkStandsStill() throws Exception {
        everyWay(way -> {
            List<Object> one = TestGraph.synchronizedList();
            List<Object> other = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("a", COUNT);
            graph.sink("heldSink", one);
            graph.counting("b", COUNT);
            graph.sink("freeSink", other);
            graph.chain("a", "heldSink");
            graph.chain("b", "freeSink");
            RunningGraph run = way.prepare(graph);
            Breakpoint breakpoint = set(run, graph.plannedLink(0), _ -> true, 1);
            run.start();
            Way.Running running = way.running(run);
            running.untilStatus("freeSink", ComponentStatus.FINISHED);
            untilHeld(running, "a");

            assertThat(other).isEqualTo(numbers(COUNT));
            assertThat(one).isEmpty();
            assertThat(heldBy(breakpoint)).isEqualTo(0L);
            breakpoint.close();
            running.end();
            assertThat(one).isEqualTo(numbers(COUNT));
        });
    }

    @Test
    void aStepLetsExactlyOneMessageGoWhateverTheNextIs() throws Exception {
        everyWay(way -> {
            told.clear();
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("source", COUNT);
            graph.sink("sink", received);
            graph.chain("source", "sink");
            RunningGraph run = way.prepare(graph);
            Breakpoint breakpoint = set(run, graph.plannedLink(0), message -> message.equals(3L), 1);
            run.start();
            Way.Running running = way.running(run);
            untilHeld(running, "source");
            for (long next = 4; next < 7; next++) {
                breakpoint.step();
                Object expected = next;
                running.until(
                        "the next is held",
                        () -> breakpoint
                                .held()
                                .filter(held -> held.message().equals(expected))
                                .isPresent());
            }
            breakpoint.goOn();
            running.end();
            assertThat(told).hasSize(4);
            assertThat(received).isEqualTo(numbers(COUNT));
        });
    }

    @Test
    void itHoldsFromTheHitOnThatWasAskedFor() throws Exception {
        everyWay(way -> {
            TestGraph graph = way.graph();
            graph.counting("source", COUNT);
            graph.sink("sink", TestGraph.synchronizedList());
            graph.chain("source", "sink");
            RunningGraph run = way.prepare(graph);
            Breakpoint breakpoint = set(run, graph.plannedLink(0), message -> (long) message % 10 == 0, 3);
            run.start();
            Way.Running running = way.running(run);
            untilHeld(running, "source");

            assertThat(heldBy(breakpoint)).isEqualTo(20L);
            assertThat(breakpoint.hits()).isEqualTo(3);
            breakpoint.close();
            running.end();
        });
    }

    @Test
    void aRunThatWaitsForNothingElseIsNotStuckAndSaysWhereItIsHeld() throws Exception {
        everyWay(way -> {
            TestGraph graph = way.graph();
            graph.counting("source", COUNT);
            graph.pass("pass").limit(1);
            graph.sink("sink", TestGraph.synchronizedList());
            graph.chain("source", "pass", "sink");
            RunningGraph run = way.prepare(graph);
            Breakpoint breakpoint = set(run, graph.plannedLink(1), _ -> true, 1);
            run.start();
            Way.Running running = way.running(run);
            untilHeld(running, "pass");
            untilHeld(running, "source");

            WaitReport report = run.explain();
            assertThat(report.deadlocks()).isEmpty();
            assertThat(report.of("pass").orElseThrow().sentence()).contains("held at pass.outbox → sink.inbox");
            assertThat(run.state()).isEqualTo(RunState.RUNNING);
            breakpoint.close();
            running.end();
            assertThat(run.notices()).isEmpty();
        });
    }

    @Test
    void aRunIsStoppedWhileAMessageIsHeldWhichIsUndelivered() throws Exception {
        everyWay(way -> {
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("source", COUNT);
            graph.sink("sink", received);
            graph.chain("source", "sink");
            RunningGraph run = way.prepare(graph);
            set(run, graph.plannedLink(0), message -> message.equals(5L), 1);
            run.start();
            Way.Running running = way.running(run);
            untilHeld(running, "source");
            run.stop();
            RunOutcome outcome = run.awaitEnd();

            assertThat(outcome.failures()).isEmpty();
            assertThat(received).doesNotContain(5L);
            assertThat(running.counts("source").undelivered()).isEqualTo(1);
        });
    }

    @Test
    void aBreakpointSetInTheMidstOfARunUnfusesTheRow() throws Exception {
        everyWay(way -> {
            RoomTest.Gate gate = new RoomTest.Gate();
            TestGraph graph = way.graph();
            graph.counting("source", 1000);
            graph.pass("pass").limit(10);
            graph.reactive("sink", () -> gate).outboxes().limit(10);
            graph.chain("source", "pass", "sink");
            RunningGraph run = way.prepare(graph);
            run.start();
            Way.Running running = way.running(run);
            running.untilStatus("pass", ComponentStatus.BLOCKED);
            Breakpoint breakpoint = set(run, graph.plannedLink(0), message -> message.equals(900L), 1);
            gate.open(Long.MAX_VALUE);
            running.until("it is held", () -> breakpoint.held().isPresent());
            untilHeld(running, "source");

            assertThat(heldBy(breakpoint)).isEqualTo(900L);
            breakpoint.goOn();
            running.end();
            assertThat(gate.received).hasSize(1000);
        });
    }

    @Test
    void aLinkHasOneGate() throws Exception {
        TestGraph graph = new TestGraph();
        graph.counting("source", COUNT);
        graph.sink("sink", TestGraph.synchronizedList());
        graph.chain("source", "sink");
        Way way = new Way(Way.OnScheduler.IN_ORDER, Execution.MICROPROCESS);
        RunningGraph run = way.prepare(graph);
        set(run, graph.plannedLink(0), _ -> true, 1);

        assertThatThrownBy(() -> set(run, graph.plannedLink(0), _ -> true, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("gate");
        assertThat(told.poll(0, TimeUnit.SECONDS)).isNull();
    }
}
