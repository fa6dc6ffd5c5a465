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
import io.myelin.engine.plan.SecretSource;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.GraphRuns;
import io.myelin.engine.run.RunOptions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs graphs on the engine, with the environment of the editor and the secrets that it was given. */
public final class EngineRunStarter implements RunStarter {
    private final ComponentCatalog catalog;
    private final Map<String, String> environment;
    private final SecretSource secrets;

    /** With the types of {@code catalog}, these environment variables and these secrets. */
    public EngineRunStarter(ComponentCatalog catalog, Map<String, String> environment, SecretSource secrets) {
        this.catalog = catalog;
        this.environment = Map.copyOf(environment);
        this.secrets = secrets;
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
                secrets,
                false);
    }

    private Map<String, String> withSecrets(Graph graph, Map<String, String> given) {
        Map<String, String> parameters = new LinkedHashMap<>(given);
        graph.parameters().forEach((name, parameter) -> {
            if (parameter.type() == ParameterType.SECRET && !given.containsKey(name)) {
                secrets.find(name).ifPresent(secret -> parameters.put(name, secret));
            }
        });
        return parameters;
    }

    @Override
    public GraphRun start(RunPlan plan, Console console, Consumer<? super GraphRun> watcher) {
        return GraphRuns.start(plan, RunOptions.with(console), watcher);
    }
}
