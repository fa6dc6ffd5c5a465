package io.myelin.palette;

import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.component.Console;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.LoadedGraph;
import io.myelin.engine.plan.PlanRequest;
import io.myelin.engine.plan.PlanResult;
import io.myelin.engine.plan.Planner;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.GraphRuns;
import io.myelin.engine.run.RunOptions;
import io.myelin.engine.run.RunOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** Whole graphs of the palette's components on the real engine. */
public final class GraphOnTheEngine {
    private GraphOnTheEngine() {}

    /**
     * The text of a graph.
     *
     * @param components the inside of the object {@code components}
     * @param links each as {@code from > to}
     */
    public static String graph(String components, String... links) {
        StringJoiner all = new StringJoiner(",", "[", "]");
        for (String link : links) {
            String[] ends = link.split(" > ");
            all.add("{\"from\":\"" + ends[0] + "\",\"to\":\"" + ends[1] + "\"}");
        }
        return "{\"format\":\"myelin-graph/1\",\"components\":{" + components + "},\"links\":" + all + "}";
    }

    /** Starts {@code graph}, relative paths taken from {@code folder}. */
    public static GraphRun start(String graph, Path folder, Console console) {
        return start(graph, folder, RunOptions.with(console));
    }

    /** The same, run as {@code options} say. */
    public static GraphRun start(String graph, Path folder, RunOptions options) {
        LoadedGraph loaded = GraphFile.parse(graph);
        PlanResult planned = Planner.plan(
                loaded.graph().orElseThrow(() -> new AssertionError(loaded.problems())),
                loaded.places(),
                new PlanRequest(
                        ComponentCatalog.installed(),
                        folder,
                        folder,
                        Map.of(),
                        _ -> Optional.empty(),
                        _ -> Optional.empty(),
                        false));
        return GraphRuns.start(planned.plan().orElseThrow(() -> new AssertionError(planned.problems())), options);
    }

    /** Waits for the end, at most half a minute. */
    public static RunOutcome end(GraphRun run) throws InterruptedException {
        return run.awaitEnd(Duration.ofSeconds(30))
                .orElseThrow(() -> new AssertionError("it did not end: " + run.snapshot()));
    }
}
