package io.myelin.app.editor.compare;

import io.myelin.engine.graph.diff.Difference;
import io.myelin.engine.graph.diff.GraphDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One difference, and the graph that it is in.
 *
 * @param path the names of the inner graphs down to that one; none for the whole graph
 * @param difference what is other there, never that an inner graph is other: what is other in that is told instead
 */
public record LocatedDifference(List<String> path, Difference difference) {
    /** Copies {@code path}. */
    public LocatedDifference {
        path = List.copyOf(path);
    }

    /** All of {@code diff}, those in inner graphs at the end of each graph. */
    public static List<LocatedDifference> of(GraphDiff diff) {
        return in(diff, List.of()).toList();
    }

    private static Stream<LocatedDifference> in(GraphDiff diff, List<String> path) {
        return diff.differences().stream().flatMap(one -> {
            if (one instanceof Difference.InnerGraphChanged inner) {
                List<String> deeper = new ArrayList<>(path);
                deeper.add(inner.name());
                return in(inner.diff(), deeper);
            }
            return Stream.of(new LocatedDifference(path, one));
        });
    }
}
