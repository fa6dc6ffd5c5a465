package io.myelin.app.editor.problem;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.Subscription;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.Problem;
import io.myelin.engine.graph.SourcePlaces;
import io.myelin.engine.plan.PlanRequest;
import io.myelin.engine.plan.Planner;
import io.myelin.engine.plan.SecretSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks a document soon after each edit, beside the window's thread, and hands what it finds to the document. Only the
 * newest check counts.
 */
public final class CheckedGraph {
    private static final Texts TEXTS = Texts.of(CheckedGraph.class);

    private static final Logger LOG = LoggerFactory.getLogger(CheckedGraph.class);
    private static final Duration PAUSE = Duration.millis(150);

    private final Document document;
    private final SecretSource secrets;
    private final Executor executor;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private final Subscription changes;
    private Graph placed;
    private Supplier<SourcePlaces> places;
    private long generation;

    /**
     * Checks {@code document} from now on by {@code executor}, with {@code secrets}; {@code places} says where the parts of
     * the graph stand in its file, as long as it is not edited.
     */
    public CheckedGraph(Document document, SourcePlaces places, SecretSource secrets, Executor executor) {
        this.document = document;
        this.secrets = secrets;
        this.executor = executor;
        this.placed = document.graph();
        this.places = () -> places;
        pause.setOnFinished(_ -> check());
        changes = document.onChange(_ -> pause.playFromStart());
        check();
    }

    /** The graph has just been read, so that its parts stand at {@code now} in its file. */
    public void placed(SourcePlaces now) {
        placed(document.graph(), () -> now);
    }

    /** {@code graph} has just been written as {@link GraphFile} does, so that its parts stand where that puts them. */
    public void written(Graph graph) {
        // Worked out by the check, beside the window's thread.
        placed(graph, () -> GraphFile.parse(GraphFile.format(graph)).places());
    }

    private void placed(Graph graph, Supplier<SourcePlaces> now) {
        placed = graph;
        places = now;
        check();
    }

    /** Checks no more. */
    public void close() {
        changes.close();
        pause.stop();
        generation++;
    }

    private void check() {
        long mine = ++generation;
        Graph graph = document.graph();
        Supplier<SourcePlaces> where = graph.equals(placed) ? places : () -> SourcePlaces.NONE;
        PlanRequest request = request(document, secrets);
        executor.execute(() -> {
            List<Problem> found = problems(graph, where.get(), request);
            Platform.runLater(() -> {
                if (mine == generation) {
                    document.checked(graph, found);
                }
            });
        });
    }

    /** Checks {@code document} as it is now, with {@code secrets}, on whatever thread asks for the result. */
    public static Supplier<List<Problem>> check(Document document, SecretSource secrets) {
        Graph graph = document.graph();
        PlanRequest request = request(document, secrets);
        return () -> problems(graph, SourcePlaces.NONE, request);
    }

    private static PlanRequest request(Document document, SecretSource secrets) {
        return new PlanRequest(
                document.catalog(),
                document.folder(),
                document.folder(),
                Map.of(),
                name -> Optional.ofNullable(System.getenv(name)),
                secrets,
                true);
    }

    /** A component's own code takes part in a check: when it throws, that is a problem of the graph, not the end. */
    private static List<Problem> problems(Graph graph, SourcePlaces places, PlanRequest request) {
        try {
            return Planner.plan(graph, places, request).problems();
        } catch (RuntimeException thrown) {
            LOG.warn("A check of the graph failed.", thrown);
            return List.of(new Problem(
                    Problem.Severity.ERROR,
                    "",
                    0,
                    0,
                    TEXTS.get("check.failed", String.valueOf(thrown.getMessage())),
                    Optional.empty()));
        }
    }
}
