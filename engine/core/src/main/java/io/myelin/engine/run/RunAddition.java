package io.myelin.engine.run;

import io.myelin.engine.plan.PlannedLink;
import java.util.List;
import java.util.Map;

/**
 * Components and links made for a run, and not started yet. Immutable.
 *
 * @param byPath the components, in plan order
 * @param links the links between them
 */
record RunAddition(Map<String, RunningComponent> byPath, Map<PlannedLink, WiredLink> links) {
    List<RunningComponent> components() {
        return List.copyOf(byPath.values());
    }

    /** The component at {@code path}; throws IllegalArgumentException where there is none. */
    RunningComponent component(String path) {
        RunningComponent component = byPath.get(path);
        if (component == null) {
            throw new IllegalArgumentException("there is no component '" + path + "'; there are "
                    + String.join(", ", byPath.keySet()));
        }
        return component;
    }
}
