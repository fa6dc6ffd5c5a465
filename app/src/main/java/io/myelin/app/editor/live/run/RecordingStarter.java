package io.myelin.app.editor.live.run;

import io.myelin.app.text.Texts;
import io.myelin.engine.component.Console;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.plan.PlanResult;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.RunOptions;
import io.myelin.engine.run.RunOutcome;
import io.myelin.engine.watch.recording.PlanningCapture;
import io.myelin.engine.watch.recording.RecordedRun;
import io.myelin.engine.watch.recording.RecordingFile;
import io.myelin.engine.watch.recording.RecordingOptions;
import io.myelin.engine.watch.recording.Recordings;
import io.myelin.engine.watch.recording.ReplayLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs graphs as {@link EngineRunStarter} does, and records the next run, or does a recorded one again, where people have
 * asked for that, as the command does. What is asked on the window's thread is seen by the one that plans and starts next.
 */
public final class RecordingStarter implements RunStarter {
    private static final Texts TEXTS = Texts.of(RecordingStarter.class);
    private static final long LIMIT = 1_000_000_000;

    private final EngineRunStarter engine;
    private final String product;
    private final Consumer<String> say;
    private volatile Optional<Path> file = Optional.empty();
    private volatile Optional<ReplayStarter> replay = Optional.empty();
    private volatile Optional<PlanningCapture> capture = Optional.empty();

    /**
     * Runs by {@code engine}.
     *
     * @param product the program and its version, for those who replay with another one
     * @param say is told, on any thread, what has become of a recording
     */
    public RecordingStarter(EngineRunStarter engine, String product, Consumer<String> say) {
        this.engine = engine;
        this.product = product;
        this.say = say;
    }

    /** The next run is recorded in {@code wanted}. */
    public void recordNext(Path wanted) {
        file = Optional.of(wanted);
    }

    /** The next run is {@code recording}, done again within {@code limits}. */
    public void replayNext(RecordingFile recording, ReplayLimits limits) {
        replay = Optional.of(new ReplayStarter(recording, limits, say));
    }

    /** Whether the next run is a recorded one done again, which has its parameters. */
    public boolean isReplayNext() {
        return replay.isPresent();
    }

    /** The next run is one as any other. */
    public void recordNothing() {
        replay = Optional.empty();
        file = Optional.empty();
        capture = Optional.empty();
    }

    @Override
    public PlanResult plan(Graph graph, Path folder, Map<String, String> parameters) {
        if (replay.isPresent()) {
            return replay.get().plan(engine.catalog());
        }
        if (file.isEmpty()) {
            return engine.plan(graph, folder, parameters);
        }
        PlanningCapture listening = new PlanningCapture(graph, engine.request(graph, folder, parameters));
        PlanResult planned = EngineRunStarter.plan(graph, listening.request());
        capture = Optional.of(listening);
        return planned;
    }

    @Override
    public GraphRun start(RunPlan plan, Console console, Consumer<? super GraphRun> watcher) {
        Optional<Path> target = file;
        Optional<PlanningCapture> heard = capture;
        Optional<ReplayStarter> again = replay;
        recordNothing();
        if (again.isPresent()) {
            return again.get().start(plan, console, watcher);
        }
        return target.isPresent() && heard.isPresent()
                ? record(target.get(), heard.get(), plan, console, watcher)
                : engine.start(plan, console, watcher);
    }

    private GraphRun record(
            Path target, PlanningCapture heard, RunPlan plan, Console console, Consumer<? super GraphRun> watcher) {
        RecordingOptions how = new RecordingOptions(product, RecordingOptions.Mode.WHOLE, LIMIT, say);
        try {
            RecordedRun run = Recordings.record(target, heard, plan, RunOptions.with(console), how, watcher);
            run.ended().thenAccept(outcome -> finishBeside(run, target, outcome));
            return run;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable.getMessage(), unwritable);
        }
    }

    /** Not on the thread that ends the run, for which this waits. */
    private void finishBeside(RecordedRun run, Path target, RunOutcome outcome) {
        int status = outcome.failures().isEmpty() ? 0 : 1;
        Thread.ofVirtual().name("finish-recording").start(() -> {
            try {
                run.finish(status);
                say.accept(TEXTS.get("recorded", target.getFileName()));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
