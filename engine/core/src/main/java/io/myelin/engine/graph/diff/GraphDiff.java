package io.myelin.engine.graph.diff;

import io.myelin.engine.graph.Graph;
import java.util.List;

/**
 * What is other in one version of a graph than in another. Where things are drawn is no difference, nor is the order of
 * links and settings.
 *
 * @param differences in the order of the file: what the graph says of itself, components, links, its boxes, inner graphs
 */
public record GraphDiff(List<Difference> differences) {
    /** Copies {@code differences}. */
    public GraphDiff {
        differences = List.copyOf(differences);
    }

    /** What is other in {@code after}. Takes time in proportion to the two, where few components have other ids. */
    public static GraphDiff of(Graph before, Graph after) {
        return new GraphComparison(before, after).diff();
    }

    /** Whether nothing is other. */
    public boolean isEmpty() {
        return differences.isEmpty();
    }
}
