package io.myelin.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * Thousands of graphs drawn from seeds, each run to its end in an order drawn from the same seed, as it is and edited
 * while it runs: nothing is lost, doubled or overtaken but what an overflow policy drops and counts, and along links that
 * come or go nothing else comes than what was sent while they were there. A failure names the seed, which runs it again:
 * {@code -Dmyelin.simulation.seed=…}; {@code -Dmyelin.simulations=…} says how many are run.
 */
class SimulationTest {
    private static final int RUNS = Integer.getInteger("myelin.simulations", 2_000);
    private static final long FIRST = Long.getLong("myelin.simulation.seed", 1);

    /** One run of the graph of a seed; gives a figure of all that happened in it. */
    private interface Simulation {
        long run(long seed) throws Exception;
    }

    private static void forEachSeed(Simulation simulation) throws Exception {
        for (long seed = FIRST; seed < FIRST + RUNS; seed++) {
            try {
                simulation.run(seed);
            } catch (AssertionError | RuntimeException failed) {
                throw new AssertionError("-Dmyelin.simulation.seed=" + seed + ": " + failed.getMessage(), failed);
            }
        }
    }

    @Test
    void noMessageIsLostDoubledOrOvertakenInRandomGraphsWithCyclesFailuresAndFullInboxes() throws Exception {
        forEachSeed(SimulationTest::run);
    }

    @Test
    void noMessageIsLostDoubledOrOvertakenInSuchGraphsThatAreEditedWhileTheyRun() throws Exception {
        forEachSeed(SimulationTest::runEdited);
    }

    @Test
    void theSameSeedIsTheSameRun() throws Exception {
        for (long seed = FIRST; seed < FIRST + RUNS / 50; seed++) {
            assertThat(run(seed)).as("-Dmyelin.simulation.seed=" + seed).isEqualTo(run(seed));
            assertThat(runEdited(seed)).as("-Dmyelin.simulation.seed=" + seed).isEqualTo(runEdited(seed));
        }
    }

    private static String told(RunSnapshot snapshot) {
        StringBuilder text = new StringBuilder(snapshot.state() + " after " + snapshot.elapsed());
        snapshot.components()
                .forEach((path, counts) -> text.append('\n')
                        .append(path)
                        .append(' ')
                        .append(counts.status())
                        .append(", restarted ")
                        .append(counts.restarts())
                        .append(", ")
                        .append(counts.inboxes())
                        .append(counts.lastFailure()
                                .map(ComponentFailure::message)
                                .orElse("")));
        return text.toString();
    }

    private static long run(long seed) throws Exception {
        SimulatedGraph simulated = new SimulatedGraph(seed);
        DeterministicScheduler scheduler = DeterministicScheduler.drawnFrom(seed);
        RunningGraph run = started(simulated, scheduler);
        RunOutcome outcome = ended(run, scheduler);
        assertThat(simulated.oracle.flaws(run.snapshot())).isEmpty();
        if (simulated.mustFinish()) {
            assertThat(outcome.ending()).as(outcome.toString()).isEqualTo(RunOutcome.Ending.FINISHED);
        }
        return simulated.oracle.hash();
    }

    /** An edit, and what the run says of it. */
    private record Made(SimulatedGraph.Edit edit, CompletableFuture<ChangeReport> report) {}

    private static long runEdited(long seed) throws Exception {
        SimulatedGraph simulated = new SimulatedGraph(seed);
        DeterministicScheduler scheduler = DeterministicScheduler.drawnFrom(seed);
        RunningGraph run = started(simulated, scheduler);
        List<Made> edits = new ArrayList<>();
        for (int left = simulated.edits(); left > 0; left--) {
            for (int step = simulated.stepsUntilEdit(); step > 0 && scheduler.step(); step--) {}
            if (run.state() == RunState.RUNNING) {
                SimulatedGraph.Edit edit = simulated.edit(run.snapshot());
                edits.add(new Made(edit, run.apply(simulated.plan()).toCompletableFuture()));
            }
        }
        ended(run, scheduler);
        assertThat(simulated.oracle.flaws(run.snapshot())).isEmpty();
        for (Made made : edits) {
            assertThat(made.report()).isCompleted();
            assertThat(simulated.oracle.flaws(made.report().join(), made.edit().left()))
                    .isEmpty();
        }
        return simulated.oracle.hash();
    }

    private static RunningGraph started(SimulatedGraph simulated, DeterministicScheduler scheduler) {
        RunOptions options = new RunOptions(1, true, new SilentConsole(), Duration.ofSeconds(5));
        RunningGraph run = new RunningGraph(simulated.plan(), options, scheduler);
        run.start();
        return run;
    }

    private static RunOutcome ended(RunningGraph run, DeterministicScheduler scheduler) throws Exception {
        // Long enough for every wait before a restart: virtual time costs nothing.
        scheduler.runUntil(
                () -> run.state() == RunState.ENDED, Duration.ofHours(1).toNanos());
        if (run.state() != RunState.ENDED) {
            throw new AssertionError("it did not end: " + told(run.snapshot()));
        }
        return run.awaitEnd();
    }
}
