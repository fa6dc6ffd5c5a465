package io.myelin.engine.graph;

import java.util.List;
import java.util.Optional;

/**
 * One change of a graph. Applying it gives the new graph and the edit that takes it back exactly, to the order of
 * components and links.
 */
public sealed interface GraphEdit {
    /** Applies this; throws {@link GraphEditException} with a sentence for people where it does not fit {@code graph}. */
    default Applied applyTo(Graph graph) {
        return GraphEdits.apply(this, graph);
    }

    /**
     * A change made.
     *
     * @param graph the graph after it
     * @param inverse what takes it back
     */
    record Applied(Graph graph, GraphEdit inverse) {}

    /** Adds a component under a free id, at {@code index} of the order (or last). */
    record AddComponent(String id, GraphComponent component, Optional<Position> position, int index)
            implements GraphEdit {
        /** The index that means: last. */
        public static final int LAST = Integer.MAX_VALUE;

        /** Adds it last. */
        public AddComponent(String id, GraphComponent component, Position position) {
            this(id, component, Optional.of(position), LAST);
        }
    }

    /**
     * Removes a component, its place in the layout and in groups (a group left empty goes), its links and how they are
     * drawn, and the graph's own boxes that stood for its boxes.
     */
    record RemoveComponent(String id) implements GraphEdit {}

    /** Puts another description (settings, title, execution …) in a component's place. */
    record ChangeComponent(String id, GraphComponent component) implements GraphEdit {}

    /** Gives a component another id; links, all of the layout and the graph's own boxes follow. */
    record RenameComponent(String id, String newId) implements GraphEdit {}

    /** Moves components in the layout. Empty: takes its place in the layout away. */
    record MoveComponents(List<Move> moves) implements GraphEdit {
        /** Copies {@code moves}. */
        public MoveComponents {
            moves = List.copyOf(moves);
        }

        /** One component's new place. */
        public record Move(String id, Optional<Position> position) {}
    }

    /** Adds a link at {@code index} of the list (or last). */
    record AddLink(GraphLink link, int index) implements GraphEdit {
        /** Adds it last. */
        public AddLink(GraphLink link) {
            this(link, AddComponent.LAST);
        }
    }

    /** Removes the link between two boxes, and how it is drawn. */
    record RemoveLink(BoxReference from, BoxReference to) implements GraphEdit {}

    /** Says something else of the link that joins the same two boxes. */
    record ChangeLink(GraphLink link) implements GraphEdit {}

    /**
     * Changes title, description, parameters, the graph's own boxes, inner graphs, what is not known of the layout and
     * unknown keys to those of {@code header}; components, links and the rest of the layout stay, whatever {@code
     * header} has of them.
     */
    record ChangeGraph(Graph header) implements GraphEdit {}

    /** Says how the link between two boxes is drawn; empty: says nothing of it any more. */
    record ChangeLinkLayout(BoxReference from, BoxReference to, Optional<LinkLayout> layout, int index)
            implements GraphEdit {
        /** The index that means: last. */
        public static final int LAST = AddComponent.LAST;

        /** Says it, last where nothing was said of the link. */
        public ChangeLinkLayout(BoxReference from, BoxReference to, Optional<LinkLayout> layout) {
            this(from, to, layout, LAST);
        }

        /** What makes the link of {@code layout} be drawn so; a plain one is not written. */
        public static ChangeLinkLayout to(LinkLayout layout) {
            return new ChangeLinkLayout(
                    layout.from(), layout.to(), Optional.of(layout).filter(one -> !one.isPlain()));
        }
    }

    /** Puts a group in, changes it in its place or (empty) takes it away; what is in it stays. */
    record ChangeGroup(String name, Optional<GroupFrame> group, int index) implements GraphEdit {
        /** The index that means: last. */
        public static final int LAST = AddComponent.LAST;

        /** A new one comes last. */
        public ChangeGroup(String name, Optional<GroupFrame> group) {
            this(name, group, LAST);
        }
    }

    /** Puts a note in, changes it in its place or (empty) takes it away, out of its groups too. */
    record ChangeNote(String name, Optional<Note> note, int index) implements GraphEdit {
        /** The index that means: last. */
        public static final int LAST = AddComponent.LAST;

        /** A new one comes last. */
        public ChangeNote(String name, Optional<Note> note) {
            this(name, note, LAST);
        }
    }

    /** Takes out exactly what {@code parts} names, and nothing that hangs on it: the inverse of putting it in. */
    record TakeOut(Parts parts) implements GraphEdit {}

    /** Puts {@code parts} in, each where it belongs: the inverse of taking it out. */
    record PutBack(Parts parts) implements GraphEdit {}

    /**
     * Parts of a graph with their places in the order, lowest first.
     *
     * @param components by id
     * @param links their names are not used
     * @param positions by the id of their component
     * @param inboxes the graph's own inboxes by name
     * @param outboxes the graph's own outboxes by name
     */
    record Parts(
            List<Entry<GraphComponent>> components,
            List<Entry<GraphLink>> links,
            List<Entry<Position>> positions,
            List<Entry<BoxReference>> inboxes,
            List<Entry<BoxReference>> outboxes) {
        /** Copies the lists. */
        public Parts {
            components = List.copyOf(components);
            links = List.copyOf(links);
            positions = List.copyOf(positions);
            inboxes = List.copyOf(inboxes);
            outboxes = List.copyOf(outboxes);
        }
    }

    /**
     * One part of a graph.
     *
     * @param index its place in the order, from 0
     * @param name its name
     * @param value the part
     */
    record Entry<V>(int index, String name, V value) {}

    /**
     * A change of a graph that is defined inside this one.
     *
     * @param path the names of the graphs from this one's inner graph down to the one that is changed
     * @param edit what is done to that one
     */
    record Inside(List<String> path, GraphEdit edit) implements GraphEdit {
        /** Copies {@code path}. */
        public Inside {
            path = List.copyOf(path);
        }
    }

    /** Several changes that are one to people; all or none. */
    record Several(List<GraphEdit> edits) implements GraphEdit {
        /** Copies {@code edits}. */
        public Several {
            edits = List.copyOf(edits);
        }
    }
}
