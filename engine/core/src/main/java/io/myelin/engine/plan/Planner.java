package io.myelin.engine.plan;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.SourcePlaces;

/** Makes a graph ready to run, or says everything that is wrong with it: {@code check} and {@code run} both ask here. */
public final class Planner {
    private Planner() {}

    /** Makes {@code graph} ready; {@code places} says where its parts stand. Reads the files that it names. */
    public static PlanResult plan(Graph graph, SourcePlaces places, PlanRequest request) {
        return new GraphPlanning(places, request).plan(graph);
    }
}
