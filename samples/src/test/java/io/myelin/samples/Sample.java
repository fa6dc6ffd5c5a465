package io.myelin.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.component.Console;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.LoadedGraph;
import io.myelin.engine.graph.Problem;
import io.myelin.engine.plan.PlanRequest;
import io.myelin.engine.plan.PlanResult;
import io.myelin.engine.plan.Planner;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.GraphRuns;
import io.myelin.engine.run.RunOptions;
import io.myelin.engine.run.RunOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** One of the sample graphs: checked, or run with what it prints gathered. */
final class Sample {
    static final Path FOLDER = Path.of("").toAbsolutePath();
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final String name;
    private final Lines printed = new Lines();

    private Sample(String name) {
        this.name = name;
    }

    static Sample of(String name) {
        return new Sample(name);
    }

    static Path data(String file) {
        return FOLDER.resolve("data").resolve(file);
    }

    /** All that a check finds. */
    List<Problem> problems() throws IOException {
        LoadedGraph loaded = load();
        List<Problem> problems = new ArrayList<>(loaded.problems());
        loaded.graph()
                .ifPresent(_ -> problems.addAll(plan(loaded, Map.of(), true).problems()));
        return problems;
    }

    /** Runs it to its end with these parameters; returns what it printed. */
    List<String> run(Map<String, String> parameters) throws IOException, InterruptedException {
        GraphRun run = start(parameters);
        Optional<RunOutcome> outcome = run.awaitEnd(LONGEST);
        assertThat(outcome).as("the end of " + name).isPresent();
        assertThat(outcome.get().failures()).isEmpty();
        assertThat(outcome.get().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        return printed();
    }

    /** Starts it. */
    GraphRun start(Map<String, String> parameters) throws IOException {
        PlanResult ready = plan(load(), parameters, false);
        assertThat(ready.problems()).isEmpty();
        return GraphRuns.start(ready.plan().orElseThrow(), RunOptions.with(printed));
    }

    /** What it has printed so far. */
    List<String> printed() {
        return List.copyOf(printed.lines);
    }

    private LoadedGraph load() throws IOException {
        return GraphFile.read(FOLDER.resolve(name));
    }

    private static PlanResult plan(LoadedGraph loaded, Map<String, String> parameters, boolean checkOnly) {
        return Planner.plan(
                loaded.graph().orElseThrow(),
                loaded.places(),
                new PlanRequest(
                        ComponentCatalog.installed(),
                        FOLDER,
                        FOLDER,
                        parameters,
                        _ -> Optional.empty(),
                        _ -> Optional.empty(),
                        checkOnly));
    }

    /** A console that keeps what is printed and has no input. */
    private static final class Lines implements Console {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public @Nullable String readLine() {
            return null;
        }

        @Override
        public void printLine(String line) {
            lines.add(line);
        }

        @Override
        public void flush() {}
    }
}
