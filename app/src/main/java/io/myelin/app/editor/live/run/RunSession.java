package io.myelin.app.editor.live.run;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.RunOutcome;
import java.time.Instant;
import java.util.Optional;

/**
 * One run of a document: from the press of Run until the next one.
 *
 * @param graph the graph as it was when it was started
 * @param plan what it was made into
 * @param run the run itself
 * @param console its standard input and output
 * @param start the time of day at which it was started
 * @param startNanos the same by {@link System#nanoTime}
 */
public record RunSession(
        Graph graph,
        RunPlan plan,
        GraphRun run,
        ConsoleBuffer console,
        Instant start,
        long startNanos) {
    /** How it ended; empty while it goes on. Never waits. */
    public Optional<RunOutcome> outcome() {
        return Optional.ofNullable(run.ended().toCompletableFuture().getNow(null));
    }

    /** The time of day at {@code nanos}, a moment by {@link System#nanoTime}. */
    public Instant timeOf(long nanos) {
        return start.plusNanos(nanos - startNanos);
    }
}
