package io.myelin.engine.graph;

import java.util.List;
import java.util.Optional;

/**
 * The outcome of reading a graph file.
 *
 * @param draft what could be read of the graph, errors or not, so that what is wrong with the rest can be told too;
 *     empty where the text is no JSON object of a known format
 * @param places where each part of it stands
 * @param problems all that reading found
 */
public record LoadedGraph(Optional<Graph> draft, SourcePlaces places, List<Problem> problems) {
    /** Copies {@code problems}. */
    public LoadedGraph {
        problems = List.copyOf(problems);
    }

    /** The graph; empty where any of the problems is an error. */
    public Optional<Graph> graph() {
        return problems.stream().anyMatch(Problem::isError) ? Optional.empty() : draft;
    }
}
