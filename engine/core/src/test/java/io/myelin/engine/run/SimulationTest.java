package io.myelin.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Thousands of graphs drawn from seeds, each run to its end in an order drawn from the same seed: nothing is lost,
 * doubled or overtaken but what an overflow policy drops and counts. A failure names the seed, which runs it again:
 * {@code -Dmyelin.simulation.seed=…}; {@code -Dmyelin.simulations=…} says how many are run.
 */
class SimulationTest {
    private static final int RUNS = Integer.getInteger("myelin.simulations", 2_000);
    private static final long FIRST = Long.getLong("myelin.simulation.seed", 1);

    @Test
    void noMessageIsLostDoubledOrOvertakenInRandomGraphsWithCyclesFailuresAndFullInboxes() throws Exception {
        for (long seed = FIRST; seed < FIRST + RUNS; seed++) {
            try {
                run(seed);
            } catch (AssertionError | RuntimeException failed) {
                throw new AssertionError("-Dmyelin.simulation.seed=" + seed + ": " + failed.getMessage(), failed);
            }
        }
    }

    @Test
    void theSameSeedIsTheSameRun() throws Exception {
        for (long seed = FIRST; seed < FIRST + RUNS / 50; seed++) {
            assertThat(run(seed)).as("-Dmyelin.simulation.seed=" + seed).isEqualTo(run(seed));
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
        RunOptions options = new RunOptions(1, true, new SilentConsole(), Duration.ofSeconds(5));
        DeterministicScheduler scheduler = DeterministicScheduler.drawnFrom(seed);
        RunningGraph run = new RunningGraph(simulated.graph.plan(), options, scheduler);
        run.start();
        // Long enough for every wait before a restart: virtual time costs nothing.
        scheduler.runUntil(
                () -> run.state() == RunState.ENDED, Duration.ofHours(1).toNanos());
        if (run.state() != RunState.ENDED) {
            throw new AssertionError("it did not end: " + told(run.snapshot()));
        }
        RunOutcome outcome = run.awaitEnd();
        assertThat(simulated.oracle.flaws(run.snapshot())).isEmpty();
        if (simulated.mustFinish()) {
            assertThat(outcome.ending()).as(outcome.toString()).isEqualTo(RunOutcome.Ending.FINISHED);
        }
        return simulated.oracle.hash();
    }
}
