package io.myelin.engine.plan;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.LoadedGraph;
import io.myelin.engine.graph.Problem;
import io.myelin.engine.graph.SourcePlaces;
import io.myelin.engine.message.JsonPointers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a graph ready to run, or says everything that is wrong with it: {@code check} and {@code run} both ask here. */
public final class Planner {
    /** What reading tells of, where it is missing, at the place of what is around it. */
    private static final Set<String> ESSENTIALS = Set.of("type", "from", "to");

    private Planner() {}

    /**
     * Makes what was read ready; the problems of reading and those of planning are told together, and a file with an
     * error gives no plan. Reads the files that it names.
     */
    public static PlanResult plan(LoadedGraph loaded, PlanRequest request) {
        List<Problem> problems = new ArrayList<>(loaded.problems());
        Set<String> told =
                problems.stream().filter(Problem::isError).map(Problem::pointer).collect(Collectors.toSet());
        Optional<PlanResult> planned = loaded.draft().map(draft -> plan(draft, loaded.places(), request));
        planned.ifPresent(result -> result.problems().stream()
                .filter(problem -> !follows(problem.pointer(), told))
                .forEach(problems::add));
        return new PlanResult(loaded.graph().flatMap(_ -> planned).flatMap(PlanResult::plan), problems);
    }

    /** Whether what is wrong at {@code pointer} follows from what reading found wrong at one of the places {@code told}. */
    private static boolean follows(String pointer, Set<String> told) {
        int lastStep = pointer.lastIndexOf('/');
        boolean isEssential = lastStep >= 0 && ESSENTIALS.contains(pointer.substring(lastStep + 1));
        return told.contains(pointer)
                || told.contains(JsonPointers.child(pointer, "type"))
                || (isEssential && told.contains(pointer.substring(0, lastStep)));
    }

    /** Makes {@code graph} ready; {@code places} says where its parts stand. Reads the files that it names. */
    public static PlanResult plan(Graph graph, SourcePlaces places, PlanRequest request) {
        return new GraphPlanning(places, request).plan(graph);
    }
}
