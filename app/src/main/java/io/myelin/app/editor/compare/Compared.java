package io.myelin.app.editor.compare;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.diff.GraphDiff;
import java.util.List;

/**
 * Two versions and what is other in the newer one.
 *
 * @param before the older version
 * @param after the newer version
 * @param diff what is other in it
 * @param differences the same, one by one
 * @param both the two as one graph
 */
record Compared(Graph before, Graph after, GraphDiff diff, List<LocatedDifference> differences, Graph both) {
    Compared {
        differences = List.copyOf(differences);
    }

    /** Compares. Takes time in proportion to the two. */
    static Compared of(Graph before, Graph after) {
        GraphDiff diff = GraphDiff.of(before, after);
        return new Compared(before, after, diff, LocatedDifference.of(diff), OverlaidGraph.of(before, after, diff));
    }

    /** The two versions of the graph at {@code path}; one that is not there is empty. */
    Versions at(List<String> path) {
        return new Versions(
                before.inside(path).orElse(Graph.EMPTY),
                after.inside(path).orElse(Graph.EMPTY),
                Taking.inside(diff, path).map(GraphDiff::differences).orElse(List.of()));
    }
}
