package io.myelin.engine.graph.diff;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphLink;
import java.util.List;
import java.util.Optional;

/** One thing in which a graph is other than it was. Ids are those of the graph as it is now, where it has them. */
public sealed interface Difference {
    /** A component that was not there. */
    record ComponentAdded(String id, GraphComponent component) implements Difference {}

    /** A component that is gone. */
    record ComponentRemoved(String id, GraphComponent component) implements Difference {}

    /** A component that has another id. What else is other about it is told apart. */
    record ComponentRenamed(String before, String after) implements Difference {}

    /**
     * Components that stand elsewhere in the order, the fewest that explain it. The order says who is restarted with
     * whom.
     */
    record ComponentsReordered(List<String> ids) implements Difference {
        /** Copies {@code ids}. */
        public ComponentsReordered {
            ids = List.copyOf(ids);
        }
    }

    /** A link that was not there. */
    record LinkAdded(GraphLink link) implements Difference {}

    /**
     * A link that is gone.
     *
     * @param link it, its ends named as they are called now
     * @param before it, as it was
     */
    record LinkRemoved(GraphLink link, GraphLink before) implements Difference {}

    /**
     * A value of the file that is another: a setting, a title, a parameter, a box of the graph's own.
     *
     * @param pointer the JSON Pointer of the value in the file of the graph as it is now
     * @param before empty: it was not there
     * @param after empty: it is gone
     */
    record ValueChanged(String pointer, Optional<Object> before, Optional<Object> after) implements Difference {}

    /** A graph inside this one that was not there. */
    record InnerGraphAdded(String name, Graph graph) implements Difference {}

    /** A graph inside this one that is gone. */
    record InnerGraphRemoved(String name, Graph graph) implements Difference {}

    /** A graph inside this one that is other than it was. */
    record InnerGraphChanged(String name, GraphDiff diff) implements Difference {}
}
