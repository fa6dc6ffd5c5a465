package io.myelin.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.component.Console;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.LoadedGraph;
import io.myelin.engine.plan.PlanRequest;
import io.myelin.engine.plan.Planner;
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
import io.myelin.engine.watch.recording.ReplayResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Samples of every kind, recorded and replayed: files, tables, routes, expressions, timers. */
@Timeout(120)
class RecordedSamplesTest {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void word_count_is_replayed_delivery_by_delivery() throws Exception {
        Path text = Files.writeString(
                folder.resolve("text.txt"),
                Files.readString(Sample.data("pride-and-prejudice.txt")).substring(0, 60_000));

        isReplayed("word-count.graph.json", Map.of("input", text.toString()), Duration.ZERO);
    }

    @Test
    void weather_by_year_is_replayed_delivery_by_delivery() throws Exception {
        isReplayed("weather-by-year.graph.json", Map.of(), Duration.ZERO);
    }

    @Test
    void sort_airports_is_replayed_without_writing_its_files_again() throws Exception {
        Path good = folder.resolve("good.csv");
        Path bad = folder.resolve("bad.csv");

        isReplayed("sort-airports.graph.json", Map.of("good", good.toString(), "bad", bad.toString()), Duration.ZERO);

        assertThat(good).doesNotExist();
        assertThat(bad).doesNotExist();
    }

    @Test
    void the_bouncing_ball_is_replayed_as_far_as_it_came() throws Exception {
        isReplayed("bouncing-ball.graph.json", Map.of(), Duration.ofMillis(400));
    }

    /** Records it, for {@code atMost} where that is above 0, deletes what it wrote, and replays it. */
    private void isReplayed(String name, Map<String, String> parameters, Duration atMost) throws Exception {
        Path file = folder.resolve("run.recording");
        Lines then = new Lines();
        RecordedRun run = record(file, name, parameters, then);
        if (atMost.isPositive() && run.awaitEnd(atMost).isEmpty()) {
            run.stop();
        }
        RunOutcome outcome = run.awaitEnd(LONGEST).orElseThrow();
        run.finish(0);
        for (String path : parameters.values()) {
            Files.deleteIfExists(Path.of(path));
        }

        RecordingFile recording = RecordingFile.open(file);
        RunPlan plan = recording
                .plan(ComponentCatalog.installed(), _ -> Optional.empty())
                .plan()
                .orElseThrow();
        Lines now = new Lines();
        ReplayResult result = recording.replay(plan, now, ReplayLimits.NONE).play();

        assertThat(result.difference()).isEmpty();
        assertThat(result.reached()).isEqualTo(ReplayResult.Reached.END);
        assertThat(result.outcome()).map(RunOutcome::ending).contains(outcome.ending());
        assertThat(now.lines).isEqualTo(then.lines);
        assertThat(result.same()).isPositive();
        assertThat(result.counters().links()).isEqualTo(run.snapshot().links());
    }

    private static RecordedRun record(Path file, String name, Map<String, String> parameters, Console console)
            throws Exception {
        LoadedGraph loaded = GraphFile.read(Sample.FOLDER.resolve(name));
        PlanRequest request = new PlanRequest(
                ComponentCatalog.installed(),
                Sample.FOLDER,
                Sample.FOLDER,
                parameters,
                _ -> Optional.empty(),
                _ -> Optional.empty(),
                false);
        PlanningCapture capture = new PlanningCapture(loaded.graph().orElseThrow(), request);
        RunPlan plan = Planner.plan(loaded, capture.request()).plan().orElseThrow();
        RecordingOptions options = new RecordingOptions("test", RecordingOptions.Mode.WHOLE, 1L << 30, sentence -> {
            throw new AssertionError(sentence);
        });
        return Recordings.record(file, capture, plan, RunOptions.with(console), options, (GraphRun _) -> {});
    }

    /** Keeps what is printed. */
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
