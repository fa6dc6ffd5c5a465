package io.myelin.engine.watch.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.Console;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.LoadedGraph;
import io.myelin.engine.graph.Problem;
import io.myelin.engine.plan.PlanRequest;
import io.myelin.engine.plan.PlanResult;
import io.myelin.engine.plan.Planner;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.RunNotice;
import io.myelin.engine.run.RunOptions;
import io.myelin.engine.run.RunOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Records runs of graphs written in tests, and replays them. */
final class RecordingBench {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final List<String> notices = Collections.synchronizedList(new ArrayList<>());
    private RecordingOptions.Mode mode = RecordingOptions.Mode.WHOLE;
    private long limit = 1L << 30;
    private Map<String, String> parameters = Map.of();
    private Map<String, String> secrets = Map.of();

    RecordingBench(Path folder) {
        this.folder = folder;
    }

    RecordingBench limit(RecordingOptions.Mode chosen, long bytes) {
        mode = chosen;
        limit = bytes;
        return this;
    }

    RecordingBench given(String parameter, String value) {
        parameters = Map.of(parameter, value);
        return this;
    }

    RecordingBench secret(String name, String value) {
        secrets = Map.of(name, value);
        return this;
    }

    List<String> notices() {
        return notices;
    }

    /** The file that is recorded into. */
    Path file() {
        return folder.resolve("run.recording");
    }

    /** Keeps what is printed. */
    static final class Lines implements Console {
        final List<String> printed = Collections.synchronizedList(new ArrayList<>());

        @Override
        public @Nullable String readLine() {
            return null;
        }

        @Override
        public void printLine(String line) {
            printed.add(line);
        }

        @Override
        public void flush() {}
    }

    /** A run under way. */
    record Running(RecordedRun run, RunPlan plan, Lines console) {
        RunOutcome end() throws InterruptedException {
            RunOutcome outcome =
                    run.awaitEnd(PATIENCE).orElseThrow(() -> new AssertionError("it did not end: " + run.snapshot()));
            run.finish(0);
            return outcome;
        }
    }

    /** Begins to record {@code graph}; quotes may be written as '. */
    Running start(String graph) throws Exception {
        return start(graph, _ -> {});
    }

    /** The plan of {@code graph} for a run under way; quotes may be written as '. */
    RunPlan plan(String graph) {
        LoadedGraph loaded = loaded(graph);
        return planned(Planner.plan(loaded, request()));
    }

    private static LoadedGraph loaded(String graph) {
        LoadedGraph loaded = GraphFile.parse(graph.replace('\'', '"'));
        assertThat(loaded.problems()).isEmpty();
        return loaded;
    }

    private PlanRequest request() {
        return new PlanRequest(
                RecordedComponents.CATALOG,
                folder,
                folder,
                parameters,
                _ -> Optional.empty(),
                name -> Optional.ofNullable(secrets.get(name)),
                false);
    }

    /** As {@link #start(String)}; {@code watcher} is given the run before anything moves. */
    Running start(String graph, Consumer<? super GraphRun> watcher) throws Exception {
        LoadedGraph loaded = loaded(graph);
        PlanningCapture capture = new PlanningCapture(loaded.graph().orElseThrow(), request());
        RunPlan plan = planned(Planner.plan(loaded, capture.request()));
        Lines console = new Lines();
        RecordedRun run = Recordings.record(
                file(),
                capture,
                plan,
                RunOptions.with(console),
                new RecordingOptions("test 1", mode, limit, notices::add),
                watcher);
        return new Running(run, plan, console);
    }

    private static RunPlan planned(PlanResult result) {
        assertThat(result.problems().stream().filter(Problem::isError)).isEmpty();
        return result.plan().orElseThrow();
    }

    /** What a replay gave. */
    record Replayed(ReplayResult result, List<String> printed, List<RunNotice> said) {}

    Replayed replay() throws Exception {
        return replay(ReplayLimits.NONE);
    }

    Replayed replay(ReplayLimits limits) throws Exception {
        return replay(limits, _ -> {});
    }

    /** As {@link #replay(ReplayLimits)}; {@code watcher} is given the replay before anything moves. */
    Replayed replay(ReplayLimits limits, Consumer<? super Replay> watcher) throws Exception {
        RecordingFile recording = RecordingFile.open(file());
        RunPlan plan = planned(recording.plan(RecordedComponents.CATALOG, _ -> Optional.empty()));
        Lines console = new Lines();
        Replay replay = recording.replay(plan, console, limits);
        watcher.accept(replay);
        return new Replayed(replay.play(), console.printed, replay.run().notices());
    }
}
