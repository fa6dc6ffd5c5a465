package io.myelin.engine.graph;

import java.util.LinkedHashMap;
import java.util.Map;

/** The boxes on one side of a graph that is being made: each inner box that is met gets a name outside. */
final class SubgraphBoxes {
    private final Map<BoxReference, String> names = new LinkedHashMap<>();
    private final Map<String, BoxReference> boxes = new LinkedHashMap<>();

    /** The name of the inner box {@code box} outside, the same each time. */
    String nameOf(BoxReference box) {
        String known = names.get(box);
        if (known != null) {
            return known;
        }
        String name = PublicBoxes.freeName(boxes.keySet(), box);
        names.put(box, name);
        boxes.put(name, box);
        return name;
    }

    /** The inner boxes by their names outside. */
    Map<String, BoxReference> boxes() {
        return boxes;
    }
}
