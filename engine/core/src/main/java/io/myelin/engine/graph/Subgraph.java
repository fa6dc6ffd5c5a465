package io.myelin.engine.graph;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a graph of its own of a part of a graph, and puts such a graph back in the place of the component that stands
 * for it. Either way what runs is the same.
 */
public final class Subgraph {
    /** What the type of a component begins with that stands for a graph. */
    public static final String TYPE = "graph:";

    private Subgraph() {}

    /**
     * A change ready to be made.
     *
     * @param edit what makes it
     * @param components the ids of the components that come in by it
     */
    public record Change(GraphEdit edit, List<String> components) {
        /** Copies {@code components}. */
        public Change {
            components = List.copyOf(components);
        }
    }

    /**
     * Makes a graph inside {@code graph} of its components {@code ids}, and one component that stands for it. Links that
     * cross the border lead through boxes of the new graph, and parameters used inside are passed on to it. Throws
     * {@link GraphEditException} where there is nothing to make it of.
     *
     * @param taken names of graphs that can be named in {@code graph}: the new one gets another
     */
    public static Change extract(Graph graph, Collection<String> ids, Set<String> taken) {
        return extract(graph, ids, Set.of(), taken);
    }

    /**
     * As {@link #extract(Graph, Collection, Set)}, with the notes {@code notes}. Groups that are wholly among what is
     * extracted go along with their notes.
     */
    public static Change extract(Graph graph, Collection<String> ids, Set<String> notes, Set<String> taken) {
        return new SubgraphExtraction(graph, ids, notes, taken).change();
    }

    /**
     * Puts the components of {@code inner} in the place of the component {@code id} of {@code graph}, which stands for
     * it. A definition inside {@code graph} that is used no more goes. Throws {@link GraphEditException}, with a
     * sentence for people, where the component does more than its parts would.
     *
     * @param taken names of graphs that can be named in {@code graph}: those that come out of {@code inner} get others
     */
    public static Change expand(Graph graph, String id, Graph inner, Set<String> taken) {
        return new SubgraphExpansion(graph, id, inner, taken).change();
    }

    /** What draws the link between two boxes as {@code link} was drawn in {@code graph}, where anything is said of it. */
    static List<GraphEdit> drawnAs(Graph graph, GraphLink link, BoxReference from, BoxReference to) {
        return graph.layout().links().stream()
                .filter(drawn -> drawn.isOf(link.from(), link.to()))
                .map(drawn -> drawn(drawn.between(from, to)))
                .toList();
    }

    /** What draws a link so. */
    static GraphEdit drawn(LinkLayout layout) {
        return new GraphEdit.ChangeLinkLayout(layout.from(), layout.to(), Optional.of(layout));
    }

    /**
     * Gives {@code graph} other boxes and inner graphs. To be the first of a change: what removing components does to the
     * rest of the graph must come after it.
     */
    static GraphEdit header(
            Graph graph,
            Map<String, BoxReference> inboxes,
            Map<String, BoxReference> outboxes,
            Map<String, Graph> graphs) {
        return new GraphEdit.ChangeGraph(new Graph(
                graph.title(),
                graph.description(),
                graph.parameters(),
                Map.of(),
                List.of(),
                inboxes,
                outboxes,
                graphs,
                graph.layout(),
                graph.unknown()));
    }

    /** Puts {@code links} in: also those that lead nowhere, which stay as they are. */
    static GraphEdit putBack(List<GraphEdit.Entry<GraphLink>> links) {
        return new GraphEdit.PutBack(new GraphEdit.Parts(List.of(), links, List.of(), List.of(), List.of()));
    }

    /** {@code wanted}, or that with the first number that is not {@code taken}. */
    static String free(String wanted, Set<String> taken) {
        String free = wanted;
        for (int number = 2; taken.contains(free); number++) {
            free = wanted + number;
        }
        return free;
    }
}
