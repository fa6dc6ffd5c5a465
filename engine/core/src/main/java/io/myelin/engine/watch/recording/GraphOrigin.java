package io.myelin.engine.watch.recording;

import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.LoadedGraph;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.plan.GraphFiles;
import io.myelin.engine.plan.PlanRequest;
import io.myelin.engine.plan.PlanResult;
import io.myelin.engine.plan.Planner;
import io.myelin.engine.plan.Secrets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * All that a run was planned from, so that it can be planned again where none of it exists: no secret is in it, only
 * where one was used.
 *
 * @param graph the text of the graph
 * @param folder what relative paths in it were taken from
 * @param workingFolder what relative paths in parameters were taken from
 * @param parameters the values given, but for secrets
 * @param environment the environment variables that the graph asked for and got
 * @param files the texts of the graphs that it named by file, by path
 */
record GraphOrigin(
        String graph,
        String folder,
        String workingFolder,
        Map<String, String> parameters,
        Map<String, String> environment,
        Map<String, String> files) {

    /**
     * Plans it again. A secret that {@code secrets} does not find is {@code ***}: enough for components that a replay
     * does not run.
     */
    PlanResult plan(ComponentCatalog catalog, Function<String, Optional<String>> secrets) {
        PlanRequest request = new PlanRequest(
                catalog,
                Path.of(folder),
                Path.of(workingFolder),
                parameters,
                name -> Optional.ofNullable(environment.get(name)),
                name -> secrets.apply(name).or(() -> Optional.of(Secrets.HIDDEN)),
                false,
                new StoredFiles(files));
        return Planner.plan(GraphFile.parse(graph), request);
    }

    DataRecord toRecord() {
        return DataRecord.builder()
                .put("graph", graph)
                .put("folder", folder)
                .put("workingFolder", workingFolder)
                .put("parameters", DataRecord.copyOf(parameters))
                .put("environment", DataRecord.copyOf(environment))
                .put("files", DataRecord.copyOf(files))
                .build();
    }

    /** Reads what {@link #toRecord} made; throws IllegalArgumentException for anything else. */
    static GraphOrigin of(DataRecord record) {
        return new GraphOrigin(
                Fields.text(record, "graph"),
                Fields.text(record, "folder"),
                Fields.text(record, "workingFolder"),
                texts(record, "parameters"),
                texts(record, "environment"),
                texts(record, "files"));
    }

    private static Map<String, String> texts(DataRecord record, String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        DataRecord values = Fields.record(record, name);
        values.keySet().forEach(key -> texts.put(key, Fields.text(values, key)));
        return texts;
    }

    /** The files that a recording holds. */
    private record StoredFiles(Map<String, String> texts) implements GraphFiles {
        @Override
        public Path identity(Path file) throws NoSuchFileException {
            if (!texts.containsKey(file.toString())) {
                throw new NoSuchFileException(file.toString());
            }
            return file;
        }

        @Override
        public LoadedGraph read(Path file) throws NoSuchFileException {
            return GraphFile.parse(Optional.ofNullable(texts.get(file.toString()))
                    .orElseThrow(() -> new NoSuchFileException(file.toString())));
        }
    }
}
