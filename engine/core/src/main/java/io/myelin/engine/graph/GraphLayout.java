package io.myelin.engine.graph;

import io.myelin.engine.message.DataRecord;
import java.util.Map;

/**
 * What only the editor needs. Removing it changes nothing that runs.
 *
 * @param components where components are drawn, by id, in the order written
 * @param others every other key of the layout, as written (groups, notes, waypoints)
 */
public record GraphLayout(Map<String, Position> components, DataRecord others) {
    /** The layout that says nothing. */
    public static final GraphLayout EMPTY = new GraphLayout(Map.of(), DataRecord.empty());

    /** Copies {@code components}, keeping their order. */
    public GraphLayout {
        components = OrderedMap.copyOf(components);
    }
}
