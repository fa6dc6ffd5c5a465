package io.myelin.engine.plan;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.LoadedGraph;
import io.myelin.engine.graph.Problem;
import io.myelin.engine.graph.SourcePlaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a graph ready to run, or says everything that is wrong with it: {@code check} and {@code run} both ask here. */
public final class Planner {
    private Planner() {}

    /**
     * Makes what was read ready; the problems of reading and those of planning are told together, and a file with an
     * error gives no plan. Reads the files that it names.
     */
    public static PlanResult plan(LoadedGraph loaded, PlanRequest request) {
        List<Problem> problems = new ArrayList<>(loaded.problems());
        Optional<PlanResult> planned = loaded.draft().map(draft -> plan(draft, loaded.places(), request));
        planned.ifPresent(result -> problems.addAll(result.problems()));
        return new PlanResult(loaded.graph().flatMap(_ -> planned).flatMap(PlanResult::plan), problems);
    }

    /** Makes {@code graph} ready; {@code places} says where its parts stand. Reads the files that it names. */
    public static PlanResult plan(Graph graph, SourcePlaces places, PlanRequest request) {
        return new GraphPlanning(places, request).plan(graph);
    }
}
