package io.myelin.engine.graph;

import java.util.List;
import java.util.Optional;

/**
 * The outcome of reading a graph file.
 *
 * @param graph the graph; empty where the text is not one
 * @param places where each part of it stands
 * @param problems all that reading found; any error means that {@code graph} is empty
 * @param asFarAsRead what could be made of the text, its parts at their places, to look for more that is wrong with it;
 *     never to be run or kept. The same as {@code graph} where that is there; empty where nothing could be made of it
 */
public record LoadedGraph(
        Optional<Graph> graph, SourcePlaces places, List<Problem> problems, Optional<Graph> asFarAsRead) {
    /** Copies {@code problems}. */
    public LoadedGraph {
        problems = List.copyOf(problems);
    }
}
