package io.myelin.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.LoadedGraph;
import io.myelin.engine.graph.Problem;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans graphs given as text. Single quotes stand for double ones. */
final class PlannerFixture {
    private Path folder = Path.of("/graphs");
    private final Map<String, String> parameters = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> secrets = new HashMap<>();
    private boolean checkOnly;

    PlannerFixture in(Path other) {
        folder = other;
        return this;
    }

    PlannerFixture given(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    PlannerFixture environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    PlannerFixture secret(String name, String value) {
        secrets.put(name, value);
        return this;
    }

    PlannerFixture checkOnly() {
        checkOnly = true;
        return this;
    }

    PlanResult plan(String body) {
        LoadedGraph loaded = read(body);
        assertThat(loaded.problems()).isEmpty();
        return Planner.plan(loaded, request());
    }

    private static LoadedGraph read(String body) {
        String text = body.replace('\'', '"');
        return GraphFile.parse(
                text.stripLeading().startsWith("{") ? text : "{\"format\":\"myelin-graph/1\",\n" + text + "}");
    }

    private PlanRequest request() {
        return new PlanRequest(
                SampleComponents.CATALOG,
                folder,
                Path.of("/work"),
                parameters,
                name -> Optional.ofNullable(environment.get(name)),
                name -> Optional.ofNullable(secrets.get(name)),
                checkOnly);
    }

    RunPlan run(String body) {
        PlanResult result = plan(body);
        assertThat(result.problems().stream().filter(Problem::isError)).isEmpty();
        return result.plan().orElseThrow();
    }

    /** The pointers of all errors of reading and planning a text in which reading finds some. */
    List<String> placesOfErrors(String body) {
        return Planner.plan(read(body), request()).problems().stream()
                .filter(Problem::isError)
                .map(Problem::pointer)
                .toList();
    }

    /** The problems as {@code severity pointer: message (nearest)}, warnings of unlinked inboxes left out. */
    List<String> problems(String body) {
        return plan(body).problems().stream()
                .filter(problem -> !problem.message().startsWith("nothing is linked"))
                .map(problem -> problem.severity() + " " + problem.pointer() + ": " + problem.message()
                        + problem.nearest().map(name -> " (" + name + ")").orElse(""))
                .toList();
    }
}
