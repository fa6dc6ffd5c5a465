package io.myelin.engine.graph;

import java.util.List;
import java.util.Optional;

/**
 * The outcome of reading a graph file.
 *
 * @param graph the graph; empty where the text is not one
 * @param places where each part of it stands
 * @param problems all that reading found; any error means that {@code graph} is empty
 */
public record LoadedGraph(Optional<Graph> graph, SourcePlaces places, List<Problem> problems) {
    /** Copies {@code problems}. */
    public LoadedGraph {
        problems = List.copyOf(problems);
    }
}
