package io.myelin.app.editor.live;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.Listeners;
import io.myelin.app.editor.document.Subscription;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.Problem;
import io.myelin.engine.plan.PlanResult;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.RunOutcome;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Run, pause and stop of one document. Every call is right in every phase: what makes no sense then does nothing, so
 * that no storm of clicks starts two runs or loses one. Belongs to the window's thread; planning and starting happen on
 * another, and what they say comes back to it.
 */
public final class RunControl {
    private final Document document;
    private final RunStarter starter;
    private final Executor background;
    private final Executor window;
    private final Listeners<RunControl> listeners = new Listeners<>();
    private RunPhase phase = RunPhase.IDLE;
    private Optional<RunSession> session = Optional.empty();
    private Optional<RunOutcome> outcome = Optional.empty();
    private List<Problem> refusal = List.of();
    private boolean stopAsked;

    /** Plans and starts on {@code background}; everything said comes through {@code window}. */
    public RunControl(Document document, RunStarter starter, Executor background, Executor window) {
        this.document = document;
        this.starter = starter;
        this.background = background;
        this.window = window;
    }

    /** Where it stands. */
    public RunPhase phase() {
        return phase;
    }

    /** The run that goes on, or the last one. */
    public Optional<RunSession> session() {
        return session;
    }

    /** How the last run ended; empty while one goes on and before the first. */
    public Optional<RunOutcome> outcome() {
        return outcome;
    }

    /** Why the last press of Run started nothing; empty where it did. */
    public List<Problem> refusal() {
        return refusal;
    }

    /** Tells {@code listener} of every change of phase. */
    public Subscription onChange(Consumer<RunControl> listener) {
        return listeners.add(listener);
    }

    /** Runs the graph as it is now; goes on where it is paused. */
    public void run() {
        if (phase == RunPhase.PAUSED) {
            session.ifPresent(paused -> paused.run().resume());
            enter(RunPhase.RUNNING);
        } else if (phase == RunPhase.IDLE) {
            prepare();
        }
    }

    /** Holds the run, or lets it go on. */
    public void pauseOrResume() {
        if (phase == RunPhase.PAUSED) {
            run();
        } else if (phase == RunPhase.RUNNING) {
            session.ifPresent(running -> running.run().pause());
            enter(RunPhase.PAUSED);
        }
    }

    /** Ends the run in order. */
    public void stop() {
        switch (phase) {
            case PREPARING -> stopAsked = true;
            case RUNNING, PAUSED -> {
                enter(RunPhase.STOPPING);
                session.ifPresent(running -> running.run().stop());
            }
            case IDLE, STOPPING -> {
                // Nothing to stop, or stopping already.
            }
        }
    }

    private void prepare() {
        stopAsked = false;
        refusal = List.of();
        outcome = Optional.empty();
        Graph graph = document.graph();
        enter(RunPhase.PREPARING);
        background.execute(() -> {
            try {
                PlanResult planned = starter.plan(graph);
                window.execute(() -> planned(graph, planned));
            } catch (RuntimeException failed) {
                window.execute(() -> refused(List.of(RunStarter.failedToStart(failed))));
            }
        });
    }

    private void planned(Graph graph, PlanResult planned) {
        Optional<RunPlan> plan = planned.plan();
        if (plan.isEmpty()) {
            refused(planned.problems());
        } else if (stopAsked) {
            enter(RunPhase.IDLE);
        } else {
            start(graph, plan.get());
        }
    }

    private void refused(List<Problem> problems) {
        refusal = List.copyOf(problems);
        enter(RunPhase.IDLE);
    }

    private void start(Graph graph, RunPlan plan) {
        ConsoleBuffer console = new ConsoleBuffer();
        GraphRun run;
        try {
            run = starter.start(plan, console);
        } catch (RuntimeException failed) {
            refused(List.of(RunStarter.failedToStart(failed)));
            return;
        }
        RunSession started = new RunSession(graph, plan, run, console);
        session = Optional.of(started);
        enter(RunPhase.RUNNING);
        run.ended().thenAccept(ended -> window.execute(() -> ended(started, ended)));
    }

    private void ended(RunSession ended, RunOutcome how) {
        ended.console().endInput();
        if (session.filter(current -> current == ended).isPresent()) {
            outcome = Optional.of(how);
            enter(RunPhase.IDLE);
        }
    }

    private void enter(RunPhase next) {
        phase = next;
        listeners.tell(this);
    }
}
