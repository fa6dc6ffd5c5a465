package io.myelin.engine.watch.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.RunOutcome;
import io.myelin.engine.watch.Breakpoint;
import io.myelin.engine.watch.recording.ReplayResult.Reached;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Breakpoints in a run that is recorded, and in a replay: all of it waits, and it is the same as without. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class HeldRecordingTest {
    /** Two rows that share a printer: who comes first there shows in what order components had their turns. */
    private static final String GRAPH = """
            {"format": "myelin-graph/1",
             "components": {
               "a": {"type": "test.count", "settings": {"count": 60}},
               "b": {"type": "test.count", "settings": {"count": 60}},
               "slow": {"type": "test.relay"},
               "ask": {"type": "test.answer", "inboxes": {"inbox": {"capacity": 2}}},
               "print": {"type": "test.print"}},
             "links": [
               {"from": "a.outbox", "to": "slow.inbox"},
               {"from": "slow.outbox", "to": "print.inbox"},
               {"from": "b.outbox", "to": "ask.inbox"},
               {"from": "ask.outbox", "to": "print.inbox"}]}
            """;

    /** By their numbers on their link. */
    private static final List<Long> HELD = List.of(1L, 21L, 41L);

    /** A wake too many comes only now and then. */
    private static final int ROUNDS = 40;

    @TempDir
    private Path folder;

    private final LinkedBlockingQueue<Breakpoint> told = new LinkedBlockingQueue<>();
    private RecordingBench bench;

    @BeforeEach
    void makeBench() {
        bench = new RecordingBench(folder);
    }

    private static PlannedLink link(String from, String to) {
        return new PlannedLink(from, "outbox", to, "inbox", List.of());
    }

    private Breakpoint nextHeld() throws InterruptedException {
        Breakpoint held = told.poll(60, TimeUnit.SECONDS);
        assertThat(held).as("a message is held").isNotNull();
        return held;
    }

    /** Of the run, whose links are known by their ends and what they were drawn as. */
    private static PlannedLink planned(GraphRun run, PlannedLink like) {
        return run.snapshot().links().stream()
                .map(count -> count.link())
                .filter(one ->
                        one.fromPath().equals(like.fromPath()) && one.toPath().equals(like.toPath()))
                .findFirst()
                .orElseThrow();
    }

    private void threeTimes(GraphRun run, PlannedLink like) {
        Breakpoint.set(run, planned(run, like), (_, sequence) -> HELD.contains(sequence), 1, told::add);
    }

    @Test
    void aRecordedRunThatWasHeldReplaysTheSameWithoutBeingHeld() throws Exception {
        for (PlannedLink held : List.of(link("a", "slow"), link("slow", "print"), link("b", "ask"))) {
            RecordingBench.Running run = bench.start(GRAPH, begun -> threeTimes(begun, held));
            for (long number : HELD) {
                Breakpoint breakpoint = nextHeld();
                assertThat(breakpoint.held().orElseThrow().sequence()).isEqualTo(number);
                breakpoint.goOn();
            }
            assertThat(run.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(run.console().printed).hasSizeGreaterThanOrEqualTo(120);

            RecordingBench.Replayed replayed = bench.replay();
            assertThat(replayed.result().difference()).isEmpty();
            assertThat(replayed.result().reached()).isEqualTo(Reached.END);
            assertThat(replayed.printed()).isEqualTo(run.console().printed);
        }
    }

    @Test
    void aReplayThatIsHeldIsTheSameAndNothingMovesMeanwhile() throws Exception {
        RecordingBench.Running run = bench.start(GRAPH);
        run.end();
        AtomicReference<GraphRun> watched = new AtomicReference<>();
        Thread driver = new Thread(() -> answer(watched));
        RecordingBench.Replayed replayed = bench.replay(ReplayLimits.NONE, replay -> {
            watched.set(replay.run());
            threeTimes(holding(replay), link("slow", "print"));
            driver.start();
        });
        driver.join();

        assertThat(replayed.result().difference()).isEmpty();
        assertThat(replayed.result().reached()).isEqualTo(Reached.END);
        assertThat(replayed.printed()).isEqualTo(run.console().printed);
    }

    /** Lets three messages go on, each after all has stood still. */
    private void answer(AtomicReference<GraphRun> watched) {
        try {
            for (int round = 0; round < 3; round++) {
                Breakpoint held = nextHeld();
                Object before = watched.get().snapshot().links();
                assertThat(watched.get().snapshot().links()).isEqualTo(before);
                held.goOn();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** The run of {@code replay}, held by the replay. */
    private static GraphRun holding(Replay replay) {
        return (GraphRun) Proxy.newProxyInstance(
                GraphRun.class.getClassLoader(), new Class<?>[] {GraphRun.class}, (_, method, arguments) -> {
                    if (method.getName().equals("gate")) {
                        return replay.gate((PlannedLink) arguments[0], (io.myelin.engine.run.LinkGate) arguments[1]);
                    }
                    return method.invoke(replay.run(), arguments);
                });
    }

    @Test
    void aReplayThatIsStoppedWhileItIsHeldGoesNoFurtherThanTheStepThatItIsIn() throws Exception {
        bench.start(GRAPH).end();
        Set<Long> steps = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            RecordingBench.Replayed replayed = bench.replay(ReplayLimits.NONE, replay -> {
                threeTimes(holding(replay), link("slow", "print"));
                Thread.ofVirtual().start(() -> stopWhenHeld(replay));
            });

            assertThat(replayed.result().reached()).isEqualTo(Reached.LIMIT);
            steps.add(replayed.result().steps());
        }
        assertThat(steps).as("where it was stopped").hasSize(1);
    }

    private void stopWhenHeld(Replay replay) {
        try {
            nextHeld();
            replay.cancel();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aBreakpointTakenAwayWhileItHoldsChangesNothingOfAReplay() throws Exception {
        bench.start(GRAPH).end();
        for (PlannedLink held : List.of(link("a", "slow"), link("slow", "print"), link("b", "ask"))) {
            for (int round = 0; round < ROUNDS; round++) {
                RecordingBench.Replayed replayed = bench.replay(ReplayLimits.NONE, replay -> {
                    threeTimes(holding(replay), held);
                    Thread.ofVirtual().start(this::takeAway);
                });

                assertThat(replayed.result().difference()).isEmpty();
                assertThat(replayed.result().reached()).isEqualTo(Reached.END);
            }
        }
    }

    @Test
    void aRecordedRunIsReplayedTheSameAlsoWhereABreakpointWasTakenAwayWhileItHeld() throws Exception {
        for (PlannedLink held : List.of(link("a", "slow"), link("slow", "print"), link("b", "ask"))) {
            for (int round = 0; round < ROUNDS; round++) {
                RecordingBench.Running run = bench.start(GRAPH, begun -> threeTimes(begun, held));
                takeAway();
                assertThat(run.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);

                assertThat(bench.replay().result().difference()).isEmpty();
            }
        }
    }

    private void takeAway() {
        try {
            nextHeld().close();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aRecordedRunIsStoppedWhileAMessageIsHeld() throws Exception {
        RecordingBench.Running run = bench.start(GRAPH, begun -> threeTimes(begun, link("a", "slow")));
        nextHeld();
        run.run().stop();
        assertThat(run.end().failures()).isEmpty();

        assertThat(bench.replay().result().difference()).isEmpty();
    }

    @Test
    void aBreakpointOnALinkOfAChangeThatIsStillToBeMadeHoldsItsFirstMessage() throws Exception {
        RecordingBench.Running run = bench.start(GRAPH, begun -> threeTimes(begun, link("a", "slow")));
        Breakpoint first = nextHeld();
        // All stands still, and so the change is not made yet.
        RunPlan changed = bench.plan(GRAPH.replace("\"links\": [", """
                "links": [
                  {"from": "b.outbox", "to": "print.inbox"},"""));
        var made = run.run().apply(changed).toCompletableFuture();
        assertThat(made).isNotDone();
        PlannedLink isNew = changed.links().stream()
                .filter(one -> one.fromPath().equals("b") && one.toPath().equals("print"))
                .findFirst()
                .orElseThrow();
        Breakpoint.set(run.run(), isNew, _ -> true, 1, told::add);
        Breakpoint closed = Breakpoint.set(run.run(), link("b", "nowhere"), _ -> true, 1, told::add);
        closed.close();

        first.close();
        Breakpoint second = nextHeld();
        assertThat(second.link()).isEqualTo(isNew);
        assertThat(second.held().orElseThrow().sequence()).isEqualTo(1);
        second.close();
        assertThat(made.get(RecordingBench.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                        .linked())
                .containsExactly(isNew);
        assertThat(run.end().failures()).isEmpty();
    }

    @Test
    void aLinkThatNoChangeBringsGetsNoBreakpoint() throws Exception {
        RecordingBench.Running run = bench.start(GRAPH, begun -> threeTimes(begun, link("a", "slow")));
        Breakpoint first = nextHeld();
        assertThatThrownBy(() -> Breakpoint.set(run.run(), link("b", "print"), _ -> true, 1, told::add))
                .isInstanceOf(IllegalArgumentException.class);
        first.close();
        assertThat(run.end().failures()).isEmpty();
    }

    @Test
    void aReplayIsCancelledWhileAMessageIsHeld() throws Exception {
        bench.start(GRAPH).end();
        RecordingBench.Replayed replayed = bench.replay(ReplayLimits.NONE, replay -> {
            threeTimes(holding(replay), link("a", "slow"));
            new Thread(() -> {
                        try {
                            nextHeld();
                            replay.cancel();
                        } catch (InterruptedException ended) {
                            Thread.currentThread().interrupt();
                        }
                    })
                    .start();
        });

        assertThat(replayed.result().reached()).isEqualTo(Reached.LIMIT);
        assertThat(replayed.result().difference()).isEmpty();
    }
}
