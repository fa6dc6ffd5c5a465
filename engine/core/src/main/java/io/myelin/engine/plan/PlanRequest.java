package io.myelin.engine.plan;

import io.myelin.engine.component.ComponentCatalog;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a graph is made ready with.
 *
 * @param catalog the types at hand
 * @param folder what relative paths in the graph are taken from (the graph file's folder), absolute
 * @param workingFolder what relative paths in {@code parameters} are taken from, absolute
 * @param parameters values given from outside, as text, by name
 * @param environment finds an environment variable
 * @param secrets where secrets come from
 * @param checkOnly whether parameters without a value are to be let pass, as when a graph is only checked
 * @param files where graphs are read from that are named by file
 */
public record PlanRequest(
        ComponentCatalog catalog,
        Path folder,
        Path workingFolder,
        Map<String, String> parameters,
        Function<String, Optional<String>> environment,
        SecretSource secrets,
        boolean checkOnly,
        GraphFiles files) {
    /** Copies {@code parameters}. */
    public PlanRequest {
        parameters = Map.copyOf(parameters);
    }

    /** With the graph files of this machine. */
    public PlanRequest(
            ComponentCatalog catalog,
            Path folder,
            Path workingFolder,
            Map<String, String> parameters,
            Function<String, Optional<String>> environment,
            SecretSource secrets,
            boolean checkOnly) {
        this(catalog, folder, workingFolder, parameters, environment, secrets, checkOnly, GraphFiles.ON_DISK);
    }
}
