package io.myelin.app.editor.live.run;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.GraphRun;
import java.time.Instant;

/** One run of a document: from the press of Run until the next one. Safe from any thread. */
public final class RunSession {
    private final Graph graph;
    private final RunPlan plan;
    private final GraphRun run;
    private final ConsoleBuffer console;
    private final Instant start = Instant.now();
    private final long startNanos = System.nanoTime();

    /** {@code run} of {@code plan}, which was made of {@code graph}; it starts now. */
    public RunSession(Graph graph, RunPlan plan, GraphRun run, ConsoleBuffer console) {
        this.graph = graph;
        this.plan = plan;
        this.run = run;
        this.console = console;
    }

    /** The graph as it was when it was started. */
    public Graph graph() {
        return graph;
    }

    /** What it was made into. */
    public RunPlan plan() {
        return plan;
    }

    /** The run itself. */
    public GraphRun run() {
        return run;
    }

    /** Its standard input and output. */
    public ConsoleBuffer console() {
        return console;
    }

    /** The time of day at which it was started. */
    public Instant start() {
        return start;
    }

    /** The same by {@link System#nanoTime}. */
    public long startNanos() {
        return startNanos;
    }

    /** The time of day at {@code nanos}, a moment by {@link System#nanoTime}. */
    public Instant timeOf(long nanos) {
        return start.plusNanos(nanos - startNanos);
    }
}
