package io.myelin.engine.graph;

import io.myelin.engine.graph.GraphEdit.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A graph while edits are applied to it. Parts that no edit touches are shared with the graph that it began as. */
final class GraphDraft {
    private final OrderedDraft<GraphComponent> components;
    private final OrderedDraft<Position> positions;
    private final LinkLayoutsDraft linkLayouts;
    private final OrderedDraft<GroupFrame> groups;
    private final OrderedDraft<Note> notes;
    private OrderedDraft<BoxReference> inboxes;
    private OrderedDraft<BoxReference> outboxes;
    private List<GraphLink> links;
    private boolean hasOwnLinks;
    private Set<GraphLink> joined = Set.of();
    private boolean knowsJoined;
    private Graph header;

    GraphDraft(Graph graph) {
        components = new OrderedDraft<>(graph.components());
        positions = new OrderedDraft<>(graph.layout().components());
        linkLayouts = new LinkLayoutsDraft(graph.layout().links());
        groups = new OrderedDraft<>(graph.layout().groups());
        notes = new OrderedDraft<>(graph.layout().notes());
        inboxes = new OrderedDraft<>(graph.inboxes());
        outboxes = new OrderedDraft<>(graph.outboxes());
        links = graph.links();
        header = graph;
    }

    OrderedDraft<GraphComponent> components() {
        return components;
    }

    OrderedDraft<Position> positions() {
        return positions;
    }

    LinkLayoutsDraft linkLayouts() {
        return linkLayouts;
    }

    OrderedDraft<GroupFrame> groups() {
        return groups;
    }

    OrderedDraft<Note> notes() {
        return notes;
    }

    OrderedDraft<BoxReference> inboxes() {
        return inboxes;
    }

    OrderedDraft<BoxReference> outboxes() {
        return outboxes;
    }

    /** The links, to be looked at only. */
    List<GraphLink> links() {
        return links;
    }

    /** Whether a link joins the same two boxes as {@code link}. */
    boolean isJoined(GraphLink link) {
        if (!knowsJoined) {
            knowsJoined = true;
            joined = new HashSet<>();
            links.forEach(each -> joined.add(each.joint()));
        }
        return joined.contains(link.joint());
    }

    private List<GraphLink> ownLinks() {
        if (!hasOwnLinks) {
            hasOwnLinks = true;
            links = new ArrayList<>(links);
        }
        return links;
    }

    void insertLink(int index, GraphLink link) {
        ownLinks().add(Math.min(index, links.size()), link);
        if (knowsJoined) {
            joined.add(link.joint());
        }
    }

    GraphLink removeLink(int index) {
        GraphLink removed = ownLinks().remove(index);
        if (knowsJoined && links.stream().noneMatch(removed::joinsSame)) {
            joined.remove(removed.joint());
        }
        return removed;
    }

    /** Takes out all links of which {@code gone} is true, in one pass; gives what puts them back, in their order. */
    List<Entry<GraphLink>> removeLinks(Predicate<GraphLink> gone) {
        List<Entry<GraphLink>> removed = new ArrayList<>();
        List<GraphLink> left = new ArrayList<>(links.size());
        for (int index = 0; index < links.size(); index++) {
            GraphLink link = links.get(index);
            if (gone.test(link)) {
                removed.add(new Entry<>(index, "", link));
            } else {
                left.add(link);
            }
        }
        if (!removed.isEmpty()) {
            become(left);
        }
        return removed;
    }

    /** Takes out links at their places, which rise, in one pass; throws where one is not there. */
    void removeLinks(List<Entry<GraphLink>> entries) {
        List<GraphLink> left = new ArrayList<>(links.size());
        int next = 0;
        for (Entry<GraphLink> entry : entries) {
            boolean isThere =
                    entry.index() < links.size() && links.get(entry.index()).equals(entry.value());
            if (!isThere) {
                throw new GraphEditException("there is no link " + entry.value() + " at its place");
            }
            left.addAll(links.subList(next, entry.index()));
            next = entry.index() + 1;
        }
        left.addAll(links.subList(next, links.size()));
        become(left);
    }

    /** Puts links in at their places, which rise, in one pass. */
    void insertLinks(List<Entry<GraphLink>> entries) {
        become(Entries.merged(links, entries, Entry::value));
    }

    private void become(List<GraphLink> changed) {
        links = changed;
        hasOwnLinks = true;
        knowsJoined = false;
    }

    void replaceLink(int index, GraphLink link) {
        removeLink(index);
        insertLink(index, link);
    }

    /** Title, description, parameters, inner graphs, the rest of the layout, unknown keys. */
    Graph header() {
        return header;
    }

    void changeHeader(Graph changed) {
        header = changed;
        inboxes = new OrderedDraft<>(changed.inboxes());
        outboxes = new OrderedDraft<>(changed.outboxes());
    }

    /** Puts {@code changed} in the place of the inner graph {@code name}. */
    void replaceGraph(String name, Graph changed) {
        Map<String, Graph> graphs = new LinkedHashMap<>(header.graphs());
        graphs.put(name, changed);
        header = header.withGraphs(graphs);
    }

    Graph result() {
        return new Graph(
                header.title(),
                header.description(),
                header.parameters(),
                components.result(),
                links,
                inboxes.result(),
                outboxes.result(),
                header.graphs(),
                new GraphLayout(
                        positions.result(),
                        linkLayouts.all(),
                        groups.result(),
                        notes.result(),
                        header.layout().others()),
                header.unknown());
    }
}
