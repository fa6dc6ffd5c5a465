package io.myelin.engine.plan;

import java.util.List;

/**
 * One link between two real components.
 *
 * @param fromPath the sender's path
 * @param outbox the sender's outbox
 * @param toPath the receiver's path
 * @param inbox the receiver's inbox
 * @param drawn the links of the document that a message on this one runs along, sender's end first: one for a plain
 *     link, more where it passes through the boxes of subgraphs
 */
public record PlannedLink(String fromPath, String outbox, String toPath, String inbox, List<DrawnLink> drawn) {
    /** Copies {@code drawn}. */
    public PlannedLink {
        drawn = List.copyOf(drawn);
    }

    /**
     * A link as the document has it, or the passthrough between a box of a subgraph and the box inside that it stands
     * for; the subgraph's own box is then written without a component.
     *
     * @param graphPath the path of the component whose subgraph it stands in; empty for the outermost graph
     * @param from {@code component.box}, or the name of the subgraph's own inbox
     * @param to {@code component.box}, or the name of the subgraph's own outbox
     */
    public record DrawnLink(String graphPath, String from, String to) {
        private DrawnLink under(String outer) {
            return new DrawnLink(graphPath.isEmpty() ? outer : outer + "/" + graphPath, from, to);
        }
    }

    /** The same link, drawn another way. */
    public PlannedLink drawnAs(List<DrawnLink> links) {
        return new PlannedLink(fromPath, outbox, toPath, inbox, links);
    }

    /** The same inside the graph at {@code graphPath}. */
    public PlannedLink under(String graphPath) {
        return new PlannedLink(
                graphPath + "/" + fromPath,
                outbox,
                graphPath + "/" + toPath,
                inbox,
                drawn.stream().map(one -> one.under(graphPath)).toList());
    }

    @Override
    public String toString() {
        return fromPath + "." + outbox + " -> " + toPath + "." + inbox;
    }
}
