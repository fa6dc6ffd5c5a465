package io.myelin.engine.plan;

import java.nio.file.Path;
import java.util.List;

/**
 * A graph made ready: flat, checked, every value filled in. Immutable.
 *
 * @param title the graph's title, or empty
 * @param folder what relative paths were taken from, absolute
 * @param components all real components of the graph and its subgraphs, in document order
 * @param links all links between them, passthroughs resolved to their final inboxes
 */
public record RunPlan(String title, Path folder, List<PlannedComponent> components, List<PlannedLink> links) {
    /** Copies the lists. */
    public RunPlan {
        components = List.copyOf(components);
        links = List.copyOf(links);
    }
}
