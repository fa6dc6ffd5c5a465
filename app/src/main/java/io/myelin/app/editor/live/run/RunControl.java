package io.myelin.app.editor.live.run;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.Listeners;
import io.myelin.app.editor.document.Subscription;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.Problem;
import io.myelin.engine.plan.PlanResult;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.RunOutcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Run, pause and stop of one document. Every call is right in every phase: what makes no sense then does nothing, so
 * that no storm of clicks starts two runs or loses one. Belongs to the window's thread; planning and starting happen on
 * another, and what they say comes back to it.
 */
public final class RunControl {
    private final Document document;
    private final RunStarter starter;
    private final ParameterSource parameters;
    private final Consumer<? super RunSession> watcher;
    private final Executor background;
    private final Executor window;
    private final Listeners<RunControl> listeners = new Listeners<>();
    private RunPhase phase = RunPhase.IDLE;
    private Optional<RunSession> session = Optional.empty();
    private Optional<RunOutcome> outcome = Optional.empty();
    private List<Problem> refusal = List.of();
    /** Read by the thread that starts a run. */
    private volatile RunPace pace = RunPace.FULL;

    private AtomicBoolean stopAsked = new AtomicBoolean();

    /**
     * Plans and starts on {@code background}, where {@code watcher} is given each run before anything in it moves;
     * everything said comes through {@code window}.
     */
    public RunControl(
            Document document,
            RunStarter starter,
            ParameterSource parameters,
            Consumer<? super RunSession> watcher,
            Executor background,
            Executor window) {
        this.document = document;
        this.starter = starter;
        this.parameters = parameters;
        this.watcher = watcher;
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

    /** How fast the run goes, and the next one. */
    public RunPace pace() {
        return pace;
    }

    /** Has the run, and those after it, go at another pace from now on. */
    public void setPace(RunPace wanted) {
        pace = wanted;
        if (phase == RunPhase.RUNNING || phase == RunPhase.PAUSED) {
            session.ifPresent(running -> running.run().slowMotion(wanted.delay()));
        }
        listeners.tell(this);
    }

    /** Tells {@code listener} of every change of phase or pace. */
    public Subscription onChange(Consumer<? super RunControl> listener) {
        return listeners.add(listener);
    }

    /** Runs the graph as it is now; goes on where it is paused. */
    public void run() {
        run(false);
    }

    /** As {@link #run}, but people see the values of all parameters first. */
    public void runWithParameters() {
        run(true);
    }

    private void run(boolean alwaysAsk) {
        switch (phase) {
            case PAUSED -> {
                session.ifPresent(paused -> paused.run().resume());
                enter(RunPhase.RUNNING);
            }
            case IDLE -> prepare(alwaysAsk);
            case PREPARING, RUNNING, STOPPING -> {
                // One run at a time.
            }
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
            case PREPARING -> stopAsked.set(true);
            case RUNNING, PAUSED -> {
                enter(RunPhase.STOPPING);
                session.ifPresent(RunControl::end);
            }
            case IDLE, STOPPING -> {
                // Nothing to stop, or stopping already.
            }
        }
    }

    /** Done when the run that goes on has ended, at once where none does; on whatever thread ends it. */
    public CompletionStage<?> ended() {
        return phase == RunPhase.IDLE || phase == RunPhase.PREPARING
                ? CompletableFuture.completedStage(outcome)
                : session.<CompletionStage<?>>map(running -> running.run().ended())
                        .orElseGet(() -> CompletableFuture.completedStage(outcome));
    }

    private void prepare(boolean alwaysAsk) {
        AtomicBoolean mine = new AtomicBoolean();
        stopAsked = mine;
        refusal = List.of();
        outcome = Optional.empty();
        Graph graph = document.graph();
        Path folder = document.folder();
        enter(RunPhase.PREPARING);
        parameters.values(graph, alwaysAsk, values -> {
            if (values.isEmpty() || mine.get()) {
                enter(RunPhase.IDLE);
            } else {
                startBeside(graph, folder, values.get(), mine);
            }
        });
    }

    private void startBeside(Graph graph, Path folder, Map<String, String> values, AtomicBoolean unwanted) {
        try {
            background.execute(() -> {
                Runnable result = start(graph, folder, values, unwanted);
                window.execute(result);
            });
        } catch (RejectedExecutionException closing) {
            enter(RunPhase.IDLE);
        }
    }

    /** Beside the window's thread; gives what is to be done on it. */
    private Runnable start(Graph graph, Path folder, Map<String, String> values, AtomicBoolean unwanted) {
        try {
            PlanResult planned = starter.plan(graph, folder, values);
            Optional<RunPlan> plan = planned.plan();
            if (plan.isEmpty()) {
                return () -> refused(planned.problems());
            }
            if (unwanted.get()) {
                return () -> enter(RunPhase.IDLE);
            }
            ConsoleBuffer console = new ConsoleBuffer();
            CompletableFuture<RunSession> begun = new CompletableFuture<>();
            starter.start(plan.get(), console, run -> {
                RunSession session = new RunSession(graph, plan.get(), values, run, console);
                run.slowMotion(pace.delay());
                watcher.accept(session);
                begun.complete(session);
            });
            if (unwanted.get()) {
                // At once and not on the window's thread: the window may be gone.
                end(begun.join());
            }
            return () -> begun(begun.join(), unwanted.get());
        } catch (RuntimeException failed) {
            return () -> refused(List.of(RunStarter.failedToStart(failed)));
        }
    }

    private void refused(List<Problem> problems) {
        refusal = List.copyOf(problems);
        enter(RunPhase.IDLE);
    }

    private void begun(RunSession begun, boolean unwanted) {
        session = Optional.of(begun);
        if (!begun.run().slowMotion().equals(pace.delay())) {
            // Another pace was wanted while the run was made ready.
            begun.run().slowMotion(pace.delay());
        }
        enter(unwanted ? RunPhase.STOPPING : RunPhase.RUNNING);
        if (unwanted) {
            end(begun);
        }
        begun.run().ended().thenAccept(how -> window.execute(() -> ended(begun, how)));
    }

    private static void end(RunSession running) {
        running.console().endInput();
        running.run().stop();
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
