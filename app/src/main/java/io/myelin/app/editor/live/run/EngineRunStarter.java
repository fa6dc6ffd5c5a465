package io.myelin.app.editor.live.run;

import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.component.Console;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.ParameterType;
import io.myelin.engine.graph.SourcePlaces;
import io.myelin.engine.plan.PlanRequest;
import io.myelin.engine.plan.PlanResult;
import io.myelin.engine.plan.Planner;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.GraphRuns;
import io.myelin.engine.run.RunOptions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs graphs on the engine, with the environment of the editor. Secrets are the environment variables called
 * {@code MYELIN_SECRET_NAME}, as on the command line.
 */
public final class EngineRunStarter implements RunStarter {
    private static final String PREFIX = "MYELIN_SECRET_";

    private final ComponentCatalog catalog;
    private final Map<String, String> environment;

    /** With the types of {@code catalog} and these environment variables. */
    public EngineRunStarter(ComponentCatalog catalog, Map<String, String> environment) {
        this.catalog = catalog;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public PlanResult plan(Graph graph, Path folder, Map<String, String> parameters) {
        return plan(graph, request(graph, folder, parameters));
    }

    ComponentCatalog catalog() {
        return catalog;
    }

    static PlanResult plan(Graph graph, PlanRequest request) {
        return Planner.plan(graph, SourcePlaces.NONE, request);
    }

    /** What {@link #plan(Graph, Path, Map)} asks for. */
    PlanRequest request(Graph graph, Path folder, Map<String, String> parameters) {
        return new PlanRequest(
                catalog,
                folder,
                folder,
                withSecrets(graph, parameters),
                name -> Optional.ofNullable(environment.get(name)),
                name -> secret(environment, name),
                false);
    }

    private Map<String, String> withSecrets(Graph graph, Map<String, String> given) {
        Map<String, String> parameters = new LinkedHashMap<>(given);
        graph.parameters().forEach((name, parameter) -> {
            if (parameter.type() == ParameterType.SECRET && !given.containsKey(name)) {
                secret(environment, name).ifPresent(secret -> parameters.put(name, secret));
            }
        });
        return parameters;
    }

    /** The secret {@code name} in {@code environment}: as it is, or in capitals with {@code _} for other signs. */
    public static Optional<String> secret(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(PREFIX + name))
                .or(() -> Optional.ofNullable(
                        environment.get(PREFIX + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"))));
    }

    @Override
    public GraphRun start(RunPlan plan, Console console, Consumer<? super GraphRun> watcher) {
        return GraphRuns.start(plan, RunOptions.with(console), watcher);
    }
}
