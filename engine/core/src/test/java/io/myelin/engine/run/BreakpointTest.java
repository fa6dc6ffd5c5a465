package io.myelin.engine.run;

import static io.myelin.engine.run.Way.everyExecution;
import static io.myelin.engine.run.Way.everyWay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.myelin.engine.component.Execution;
import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.run.ProcessComponents.Echo;
import io.myelin.engine.watch.Breakpoint;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
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
    void oneWhoseConditionThrowsIsNotForThatMessage() throws Exception {
        everyWay(way -> {
            TestGraph graph = way.graph();
            List<Object> received = TestGraph.synchronizedList();
            graph.counting("source", COUNT);
            graph.sink("sink", received);
            graph.chain("source", "sink");
            RunningGraph run = way.prepare(graph);
            Breakpoint breakpoint = set(run, graph.plannedLink(0), message -> ((String) message).isEmpty(), 1);
            run.start();
            way.running(run).end();

            assertThat(breakpoint.hits()).isZero();
            assertThat(received).isEqualTo(numbers(COUNT));
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
    void oneThatIsTakenAwayWhileItsConditionIsAskedHoldsNothing() throws Exception {
        everyWay(way -> {
            told.clear();
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("source", COUNT);
            graph.sink("sink", received);
            graph.chain("source", "sink");
            RunningGraph run = way.prepare(graph);
            AtomicReference<Breakpoint> taken = new AtomicReference<>();
            Breakpoint breakpoint = set(
                    run,
                    graph.plannedLink(0),
                    message -> {
                        if (message.equals(7L)) {
                            taken.get().close();
                        }
                        return message.equals(7L);
                    },
                    1);
            taken.set(breakpoint);
            run.start();
            way.running(run).end();

            assertThat(breakpoint.held()).isEmpty();
            assertThat(told).isEmpty();
            assertThat(received).isEqualTo(numbers(COUNT));
        });
    }

    @Test
    void oneThatIsTakenAwayAsItStepsHoldsNoFurtherMessage() throws Exception {
        everyWay(way -> {
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("source", COUNT);
            graph.sink("sink", received);
            graph.chain("source", "sink");
            RunningGraph run = way.prepare(graph);
            // On the sender's way from being refused to waiting: that is where the listener is told.
            Breakpoint breakpoint =
                    Breakpoint.set(run, graph.plannedLink(0), message -> message.equals(7L), 1, held -> {
                        held.step();
                        held.close();
                    });
            run.start();
            way.running(run).end();

            assertThat(breakpoint.held()).isEmpty();
            assertThat(received).isEqualTo(numbers(COUNT));
        });
    }

    @Test
    void aMessageThatIsLetGoOnTheWayToWaitingGoesOn() throws Exception {
        everyWay(way -> {
            List<Object> received = TestGraph.synchronizedList();
            List<Object> held = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("source", COUNT);
            graph.sink("sink", received);
            graph.chain("source", "sink");
            RunningGraph run = way.prepare(graph);
            Breakpoint.set(run, graph.plannedLink(0), _ -> true, 1, one -> {
                held.add(heldBy(one));
                one.goOn();
            });
            run.start();
            way.running(run).end();

            assertThat(held).isEqualTo(numbers(COUNT));
            assertThat(received).isEqualTo(numbers(COUNT));
        });
    }

    /** What ends the hold of a message for which there is no room meanwhile. */
    private static List<Consumer<Breakpoint>> waysOfLettingGo() {
        return List.of(Breakpoint::goOn, Breakpoint::close);
    }

    @Test
    void aMessageThatIsLetGoWhereThereIsNoRoomWaitsForRoom() throws Exception {
        for (Consumer<Breakpoint> lettingGo : waysOfLettingGo()) {
            everyWay(way -> {
                RoomTest.Gate gate = new RoomTest.Gate();
                TestGraph graph = way.graph();
                graph.counting("source", COUNT);
                graph.reactive("sink", () -> gate).outboxes().limit(10);
                graph.chain("source", "sink");
                RunningGraph run = way.prepare(graph);
                Breakpoint breakpoint = set(run, graph.plannedLink(0), message -> message.equals(10L), 1);
                run.start();
                Way.Running running = way.running(run);
                running.until("it is held", () -> breakpoint.held().isPresent());
                untilHeld(running, "source");
                assertThat(running.inbox("sink").depth()).isEqualTo(10);
                lettingGo.accept(breakpoint);
                running.until(
                        "it waits for room", () -> inbox(run, "sink").room().length() == 1);
                gate.open(Long.MAX_VALUE);
                running.end();

                assertThat(gate.received).isEqualTo(numbers(COUNT));
            });
        }
    }

    @Test
    void aMessageThatIsLetGoOnTheWayToWaitingWaitsForRoomWhereThereIsNone() throws Exception {
        for (Consumer<Breakpoint> lettingGo : waysOfLettingGo()) {
            everyWay(way -> {
                RoomTest.Gate gate = new RoomTest.Gate();
                TestGraph graph = way.graph();
                graph.counting("source", COUNT);
                graph.reactive("sink", () -> gate).outboxes().limit(10);
                graph.chain("source", "sink");
                RunningGraph run = way.prepare(graph);
                Breakpoint.set(run, graph.plannedLink(0), message -> message.equals(10L), 1, lettingGo);
                run.start();
                Way.Running running = way.running(run);
                running.until(
                        "it waits for room", () -> inbox(run, "sink").room().length() == 1);
                gate.open(Long.MAX_VALUE);
                running.end();

                assertThat(gate.received).isEqualTo(numbers(COUNT));
            });
        }
    }

    @Test
    void aMessageThatIsHeldFollowsItsLinkToWhereThatLeadsByThen() throws Exception {
        for (Consumer<Breakpoint> lettingGo : waysOfLettingGo()) {
            everyWay(way -> {
                Sends sends = new Sends();
                Holds outer = new Holds();
                List<Object> inside = TestGraph.synchronizedList();
                TestGraph graph = way.graph();
                graph.reactive("source", () -> sends).inboxes();
                graph.reactive("outer", () -> outer).outboxes();
                graph.sink("inner", inside);
                graph.chain("source", "outer");
                RunningGraph run = way.prepare(graph);
                Breakpoint breakpoint = set(run, graph.plannedLink(0), message -> !message.equals("before"), 1);
                run.start();
                Way.Running running = way.running(run);
                sends.send("before", "held", "behind");
                running.until("it is held", () -> breakpoint.held().isPresent());
                run.enter();
                run.wiring().passThrough(inbox(run, "outer"), inbox(run, "inner"));
                run.leave();
                running.until("what came before goes on", () -> inside.contains("before"));

                assertThat(heldBy(breakpoint)).isEqualTo("held");
                assertThat(inside).containsExactly("before");
                breakpoint.step();
                running.until(
                        "the next is held",
                        () -> breakpoint
                                .held()
                                .filter(held -> held.message().equals("behind"))
                                .isPresent());
                lettingGo.accept(breakpoint);
                running.until("it has arrived", () -> inside.size() == 3);
                run.stop();
                running.end();
                assertThat(inside).containsExactly("before", "held", "behind");
            });
        }
    }

    private static WiredInbox inbox(RunningGraph run, String path) {
        return run.component(path).boxes().inbox("inbox");
    }

    @Test
    void aMessageThatIsHeldOnALinkThatGoesIsUndeliveredAndItsSenderGoesOn() throws Exception {
        everyWay(way -> {
            List<Object> one = TestGraph.synchronizedList();
            List<Object> other = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.counting("source", COUNT);
            graph.sink("one", one);
            graph.sink("other", other);
            graph.chain("source", "one").chain("source", "other");
            RunningGraph run = way.prepare(graph);
            Breakpoint breakpoint = set(run, graph.plannedLink(0), message -> message.equals(7L), 1);
            run.start();
            Way.Running running = way.running(run);
            running.until("it is held", () -> breakpoint.held().isPresent());
            untilHeld(running, "source");
            run.enter();
            run.wiring().unlink(run.wired(graph.plannedLink(0)), run);
            run.leave();
            running.end();

            assertThat(one).isEqualTo(numbers(7));
            assertThat(other).isEqualTo(numbers(COUNT));
            assertThat(run.notices()).isEmpty();
        });
    }

    /** Feed, two components that run as the way says, and a sink: a link into, between and out of them. */
    private static TestGraph row(Way way, long count, List<Object> received) {
        TestGraph graph = way.graph();
        graph.counting("feed", count);
        way.add(graph, "one", Echo.class);
        way.add(graph, "two", Echo.class);
        graph.sink("sink", received);
        return graph.chain("feed", "one", "two", "sink");
    }

    @Test
    void aLinkIntoBetweenAndOutOfComponentsHoldsUnderEveryExecution() throws Exception {
        everyExecution(way -> {
            for (int link = 0; link < 3; link++) {
                List<Object> received = TestGraph.synchronizedList();
                TestGraph graph = row(way, 3000, received);
                RunningGraph run = way.prepare(graph);
                Breakpoint breakpoint = set(run, graph.plannedLink(link), message -> (long) message % 1000 == 7, 1);
                run.start();
                Way.Running running = way.running(run);
                for (long next : List.of(7L, 1007L, 1008L, 2007L)) {
                    running.until(
                            "message " + next + " is held",
                            () -> breakpoint
                                    .held()
                                    .filter(held -> held.message().equals(next))
                                    .isPresent());
                    running.until("those before it arrive", () -> received.size() == next);
                    assertThat(breakpoint.held().orElseThrow().sequence()).isEqualTo(next + 1);
                    if (next == 1007) {
                        breakpoint.step();
                    } else {
                        breakpoint.goOn();
                    }
                }
                running.end();
                assertThat(received).isEqualTo(numbers(3000));
                assertThat(run.notices()).isEmpty();
            }
        });
    }

    @Test
    void aBreakpointSetAndTakenAwayWhileMessagesMoveLosesNoneUnderAnyExecution() throws Exception {
        everyExecution(way -> {
            for (int link = 0; link < 3; link++) {
                List<Object> received = TestGraph.synchronizedList();
                TestGraph graph = row(way, 5000, received);
                RunningGraph run = way.prepare(graph);
                run.start();
                Way.Running running = way.running(run);
                for (int round = 1; round <= 4; round++) {
                    long seen = 1000L * round;
                    running.until("messages move", () -> received.size() >= seen || run.state() == RunState.ENDED);
                    if (run.state() != RunState.ENDED) {
                        setFleetingly(run, graph.plannedLink(link), running);
                    }
                }
                running.end();
                assertThat(received).isEqualTo(numbers(5000));
            }
        });
    }

    /** Until it holds, or there is nothing left to hold. */
    private void setFleetingly(RunningGraph run, PlannedLink link, Way.Running running) {
        try (Breakpoint breakpoint = set(run, link, _ -> true, 1)) {
            running.until(
                    "it holds, or all has passed",
                    () -> breakpoint.held().isPresent()
                            || run.state() == RunState.ENDED
                            || running.counts("sink").status() == ComponentStatus.FINISHED);
        } catch (IllegalStateException over) {
            assertThat(over).hasMessageContaining("leads nowhere");
        }
    }

    @Test
    void aRunIsStoppedWhileAMessageOfAnyExecutionIsHeld() throws Exception {
        everyExecution(way -> {
            for (int link = 0; link < 3; link++) {
                List<Object> received = TestGraph.synchronizedList();
                TestGraph graph = row(way, 3000, received);
                RunningGraph run = way.prepare(graph);
                Breakpoint breakpoint = set(run, graph.plannedLink(link), message -> message.equals(5L), 1);
                run.start();
                Way.Running running = way.running(run);
                running.until("it is held", () -> breakpoint.held().isPresent());
                run.stop();
                RunOutcome outcome = running.end();

                assertThat(outcome.failures()).isEmpty();
                assertThat(received).doesNotContain(5L);
            }
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
