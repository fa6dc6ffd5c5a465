package io.myelin.app.editor.live.traffic;

import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.live.run.RunBreakpoints;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.plan.PlannedComponent;
import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.plan.PlannedLink.DrawnLink;
import io.myelin.engine.plan.RunPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which parts of a run stand behind which parts of the document's outermost graph, or of one inside it: a link that is drawn may stand for
 * several real ones, and a component for all of a subgraph's. Immutable.
 */
final class DrawnRun {
    private final Map<LinkReference, List<List<Integer>>> links;
    private final Map<String, List<String>> components;
    private final Map<BoxReference, BoxReference> inboxes;

    private DrawnRun(
            Map<LinkReference, List<List<Integer>>> links,
            Map<String, List<String>> components,
            Map<BoxReference, BoxReference> inboxes) {
        this.links = links;
        this.components = components;
        this.inboxes = inboxes;
    }

    /** What is behind {@code graph} in {@code plan}, which was made of it. */
    static DrawnRun of(Graph graph, RunPlan plan) {
        return of(graph, plan, "");
    }

    /**
     * What is behind {@code graph} in {@code plan} where it stands for the component at {@code path}, and so is a part of
     * what the plan was made of; for an empty path, all of it.
     */
    static DrawnRun of(Graph graph, RunPlan plan, String path) {
        Map<DrawnLink, LinkReference> drawn = new LinkedHashMap<>();
        for (GraphLink link : graph.links()) {
            drawn.put(RunBreakpoints.drawn(path, LinkReference.of(link)), LinkReference.of(link));
        }
        LinkReference.publicOf(graph).forEach(way -> drawn.put(RunBreakpoints.drawn(path, way), way));
        String inside = path.isEmpty() ? "" : path + "/";
        Map<LinkReference, Map<BoxReference, List<Integer>>> bySender = new LinkedHashMap<>();
        Map<BoxReference, BoxReference> inboxes = new LinkedHashMap<>();
        for (int index = 0; index < plan.links().size(); index++) {
            PlannedLink link = plan.links().get(index);
            for (DrawnLink part : link.drawn()) {
                LinkReference reference = drawn.get(part);
                if (reference != null) {
                    bySender.computeIfAbsent(reference, _ -> new LinkedHashMap<>())
                            .computeIfAbsent(new BoxReference(link.fromPath(), link.outbox()), _ -> new ArrayList<>())
                            .add(index);
                    inboxes.put(reference.to(), new BoxReference(link.toPath(), link.inbox()));
                }
            }
        }
        Map<LinkReference, List<List<Integer>>> links = new LinkedHashMap<>();
        bySender.forEach((reference, senders) -> links.put(reference, List.copyOf(senders.values())));
        Map<String, List<String>> components = new LinkedHashMap<>();
        for (PlannedComponent component : plan.components()) {
            if (component.path().startsWith(inside)) {
                components
                        .computeIfAbsent(owner(component.path().substring(inside.length())), _ -> new ArrayList<>())
                        .add(component.path());
            }
        }
        return new DrawnRun(
                Collections.unmodifiableMap(links),
                Collections.unmodifiableMap(components),
                Collections.unmodifiableMap(inboxes));
    }

    /** The component of the outermost graph that the component at {@code path} is, or is in. */
    static String owner(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    /**
     * The plan's links behind each drawn one, by their place in the plan: those of one sender, to each of which goes
     * every message, in one list.
     */
    Map<LinkReference, List<List<Integer>>> links() {
        return links;
    }

    /** The paths behind each component of the document. */
    Map<String, List<String>> components() {
        return components;
    }

    /** The real inbox behind each linked one of the document. */
    Map<BoxReference, BoxReference> inboxes() {
        return inboxes;
    }

    /** A plan's link that a message on {@code link} runs along, by its place in the plan; the first of several. */
    Optional<Integer> first(LinkReference link) {
        return Optional.ofNullable(links.get(link))
                .map(senders -> senders.getFirst().getFirst());
    }
}
