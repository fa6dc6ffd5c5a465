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
 * @param secrets the secrets that went into settings: whatever is shown, logged or recorded goes through
 *     {@link #redact}
 */
public record RunPlan(
        String title, Path folder, List<PlannedComponent> components, List<PlannedLink> links, Secrets secrets) {
    /** Copies the lists. */
    public RunPlan {
        components = List.copyOf(components);
        links = List.copyOf(links);
    }

    /** A plan without secrets. */
    public RunPlan(String title, Path folder, List<PlannedComponent> components, List<PlannedLink> links) {
        this(title, folder, components, links, Secrets.NONE);
    }

    /** This plan, which keeps {@code more} out of sight besides its own secrets. */
    public RunPlan hiding(Secrets more) {
        return more.isEmpty() ? this : new RunPlan(title, folder, components, links, secrets.and(more));
    }

    /** {@code text} with every secret of this plan replaced by {@code ***}. */
    public String redact(String text) {
        return secrets.redact(text);
    }
}
