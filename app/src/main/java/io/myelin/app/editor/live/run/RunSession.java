package io.myelin.app.editor.live.run;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.GraphRun;
import java.time.Instant;
import java.util.Map;

/**
 * One run of a document: from the press of Run until the next one. What it runs changes when edits are applied to it.
 * Safe from any thread.
 */
public final class RunSession {
    private final Map<String, String> parameters;
    private final GraphRun run;
    private final ConsoleBuffer console;
    private final Instant start = Instant.now();
    private final long startNanos = System.nanoTime();
    private volatile Made made;

    /** A graph and what it was made into. */
    private record Made(Graph graph, RunPlan plan) {}

    /** {@code run} of {@code plan}, made of {@code graph} with these values of its parameters; it starts now. */
    public RunSession(Graph graph, RunPlan plan, Map<String, String> parameters, GraphRun run, ConsoleBuffer console) {
        this.made = new Made(graph, plan);
        this.parameters = Map.copyOf(parameters);
        this.run = run;
        this.console = console;
    }

    /** The graph that it runs: as it was at the start, or when edits of it were last applied. */
    public Graph graph() {
        return made.graph;
    }

    /** What that was made into. */
    public RunPlan plan() {
        return made.plan;
    }

    /** The run has become that of {@code plan}, which was made of {@code graph}. */
    public void follow(Graph graph, RunPlan plan) {
        made = new Made(graph, plan);
    }

    /** The values of parameters that were given at the start. */
    Map<String, String> parameters() {
        return parameters;
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
