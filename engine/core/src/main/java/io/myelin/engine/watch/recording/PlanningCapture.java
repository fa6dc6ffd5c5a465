package io.myelin.engine.watch.recording;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.LoadedGraph;
import io.myelin.engine.graph.ParameterType;
import io.myelin.engine.plan.GraphFiles;
import io.myelin.engine.plan.PlanRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Listens while a graph is planned and keeps what it was planned from, for a recording. Plan with {@link #request()}
 * instead of the request given, on one thread; then hand this to {@link Recordings#record}.
 */
public final class PlanningCapture {
    private final Graph graph;
    private final PlanRequest original;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();

    /** For the planning of {@code graph} by {@code request}. */
    public PlanningCapture(Graph graph, PlanRequest request) {
        this.graph = graph;
        this.original = request;
    }

    /** The request given, listened to. */
    public PlanRequest request() {
        return new PlanRequest(
                original.catalog(),
                original.folder(),
                original.workingFolder(),
                original.parameters(),
                this::variable,
                original.secrets(),
                original.checkOnly(),
                new Listening());
    }

    private Optional<String> variable(String name) {
        Optional<String> value = original.environment().apply(name);
        value.ifPresent(text -> environment.put(name, text));
        return value;
    }

    /** What has been heard so far. */
    GraphOrigin origin() {
        Map<String, String> given = new LinkedHashMap<>();
        graph.parameters().forEach((name, parameter) -> {
            String value = original.parameters().get(name);
            if (value != null && parameter.type() != ParameterType.SECRET) {
                given.put(name, value);
            }
        });
        return new GraphOrigin(
                GraphFile.format(graph),
                original.folder().toString(),
                original.workingFolder().toString(),
                given,
                environment,
                files);
    }

    /** Keeps what is read; a file is kept under the path that it is asked for by. */
    private final class Listening implements GraphFiles {
        @Override
        public Path identity(Path file) throws IOException {
            Path identity = original.files().identity(file);
            if (!files.containsKey(file.toString())) {
                original.files()
                        .read(file)
                        .graph()
                        .ifPresent(read -> files.put(file.toString(), GraphFile.format(read)));
            }
            return identity;
        }

        @Override
        public LoadedGraph read(Path file) throws IOException {
            return original.files().read(file);
        }
    }
}
