package io.myelin.engine.plan;

import io.myelin.engine.graph.RestartGroup;

/**
 * A subgraph that decides about failures inside it.
 *
 * @param path the path of the component that stands for it; what is inside has it and {@code /} before its own
 * @param handling what such a failure does; restarts are counted for the subgraph as a whole
 * @param group who is restarted together
 */
public record PlannedSupervisor(String path, FailureHandling handling, RestartGroup group) {
    /** Whether the component at {@code componentPath} is inside it, however deep. */
    public boolean isAround(String componentPath) {
        return componentPath.length() > path.length()
                && componentPath.charAt(path.length()) == '/'
                && componentPath.startsWith(path);
    }
}
