package io.myelin.engine.plan;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.LoadedGraph;
import io.myelin.engine.graph.Problem;
import io.myelin.engine.graph.SourcePlaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a graph ready to run, or says everything that is wrong with it: {@code check} and {@code run} both ask here. */
public final class Planner {
    /** What a placeholder may stand for that the reader has already told of, at the place of what is around it. */
    private static final Set<String> ESSENTIALS = Set.of("type", "from", "to");

    private Planner() {}

    /**
     * Makes a graph ready as it was read; the problems of reading are among those of the result. One that could not be
     * read without errors is looked at as far as it goes, so that all that is wrong with it is told at once.
     */
    public static PlanResult plan(LoadedGraph loaded, PlanRequest request) {
        List<Problem> problems = new ArrayList<>(loaded.problems());
        if (loaded.graph().isPresent()) {
            PlanResult result = plan(loaded.graph().get(), loaded.places(), request);
            problems.addAll(result.problems());
            return new PlanResult(result.plan(), problems);
        }
        loaded.asFarAsRead()
                .map(part -> plan(part, loaded.places(), request.forCheck()).problems())
                .ifPresent(more -> more.stream()
                        .filter(problem -> problem.isError() && !isToldIn(loaded.problems(), problem.pointer()))
                        .forEach(problems::add));
        return new PlanResult(Optional.empty(), problems);
    }

    private static boolean isToldIn(List<Problem> problems, String pointer) {
        int lastStep = pointer.lastIndexOf('/');
        Optional<String> around = lastStep >= 0 && ESSENTIALS.contains(pointer.substring(lastStep + 1))
                ? Optional.of(pointer.substring(0, lastStep))
                : Optional.empty();
        return problems.stream()
                .filter(Problem::isError)
                .map(Problem::pointer)
                .anyMatch(told ->
                        told.equals(pointer) || around.filter(told::equals).isPresent());
    }

    /** Makes {@code graph} ready; {@code places} says where its parts stand. Reads the files that it names. */
    public static PlanResult plan(Graph graph, SourcePlaces places, PlanRequest request) {
        return new GraphPlanning(places, request).plan(graph);
    }
}
