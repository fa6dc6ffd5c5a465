package io.myelin.engine.graph;

import io.myelin.engine.message.DataRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What only the editor needs. Removing it changes nothing that runs. It may speak of components and links that are not
 * there: such entries have no effect and are kept.
 *
 * @param components where components are drawn, by id, in the order written
 * @param links how links are drawn, at most one entry for each pair of boxes (the first counts), in the order written
 * @param groups frames round components that belong together, by name, in the order written
 * @param notes texts beside the components, by name, in the order written
 * @param others every other key of the layout, as written
 */
public record GraphLayout(
        Map<String, Position> components,
        List<LinkLayout> links,
        Map<String, GroupFrame> groups,
        Map<String, Note> notes,
        DataRecord others) {
    /** The layout that says nothing. */
    public static final GraphLayout EMPTY = new GraphLayout(Map.of(), DataRecord.empty());

    /** Copies all, keeping their order. */
    public GraphLayout {
        components = OrderedMap.copyOf(components);
        links = onceEach(links);
        groups = OrderedMap.copyOf(groups);
        notes = OrderedMap.copyOf(notes);
    }

    /** A layout of places only. */
    public GraphLayout(Map<String, Position> components, DataRecord others) {
        this(components, List.of(), Map.of(), Map.of(), others);
    }

    private static List<LinkLayout> onceEach(List<LinkLayout> links) {
        Map<GraphLink, LinkLayout> byLink = LinkedHashMap.newLinkedHashMap(links.size());
        links.forEach(layout -> byLink.putIfAbsent(layout.link(), layout));
        return byLink.size() == links.size() ? List.copyOf(links) : List.copyOf(byLink.values());
    }

    /** How the link between two boxes is drawn; empty where nothing is said of it. Looks through all entries. */
    public Optional<LinkLayout> link(BoxReference from, BoxReference to) {
        return links.stream().filter(layout -> layout.isOf(from, to)).findFirst();
    }
}
