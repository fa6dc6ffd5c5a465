package io.myelin.engine.graph;

import io.myelin.engine.graph.PublicBox.Kind;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Has what names a graph's own boxes outside follow a change of those. */
final class PublicBoxChange {
    private final LevelChange level;

    PublicBoxChange(LevelChange level) {
        this.level = level;
    }

    /** Leads what leads to {@code box} outside to its {@code newName}, and calls its limits outside so. */
    void renameOutside(PublicBox box, String newName) {
        for (LevelChange.Use use : level.uses()) {
            BoxReference before = new BoxReference(use.id(), box.name());
            BoxReference after = new BoxReference(use.id(), newName);
            renameLinks(use.path(), box.kind(), before, after);
            Map<String, BoxReference> boxes = new LinkedHashMap<>(box.kind().of(level.graph(use.path())));
            if (boxes.containsValue(before)) {
                boxes.replaceAll((_, inner) -> inner.equals(before) ? after : inner);
                level.perform(use.path(), PublicBoxes.with(level.graph(use.path()), box.kind(), boxes));
            }
            changeLimits(use, box, limits -> PublicBoxes.renamed(limits, box.name(), newName));
        }
    }

    private void renameLinks(List<String> path, Kind kind, BoxReference before, BoxReference after) {
        List<GraphLink> links = level.graph(path).links();
        for (int index = 0; index < links.size(); index++) {
            GraphLink link = links.get(index);
            if (end(link, kind).equals(before)) {
                BoxReference from = kind == Kind.INBOX ? link.from() : after;
                BoxReference to = kind == Kind.INBOX ? after : link.to();
                List<GraphEdit> drawn = Subgraph.drawnAs(level.graph(path), link, from, to);
                level.perform(path, new GraphEdit.RemoveLink(link.from(), link.to()));
                level.perform(
                        path, Subgraph.putBack(List.of(new GraphEdit.Entry<>(index, "", link.between(from, to)))));
                drawn.forEach(edit -> level.perform(path, edit));
            }
        }
    }

    /** Takes away what leads to {@code box} outside: links, limits, boxes of the graphs there, and what leads to those. */
    void removeOutside(PublicBox box) {
        removeOutside(level.target(), box);
    }

    /** Ends also where a graph stands in itself: a box of its own is gone before what leads to it is looked for. */
    private void removeOutside(List<String> target, PublicBox box) {
        for (LevelChange.Use use : level.uses(target)) {
            BoxReference outer = new BoxReference(use.id(), box.name());
            for (GraphLink link : level.graph(use.path()).links()) {
                if (end(link, box.kind()).equals(outer)) {
                    level.perform(use.path(), new GraphEdit.RemoveLink(link.from(), link.to()));
                }
            }
            changeLimits(use, box, limits -> PublicBoxes.without(limits, box.name()));
            removeLeading(use.path(), box.kind(), outer);
        }
    }

    /** Takes away the boxes of the graph at {@code path} that lead to {@code inner}, and what leads to them. */
    private void removeLeading(List<String> path, Kind kind, BoxReference inner) {
        Map<String, BoxReference> boxes = kind.of(level.graph(path));
        Set<String> gone = boxes.keySet().stream()
                .filter(name -> inner.equals(boxes.get(name)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!gone.isEmpty()) {
            Map<String, BoxReference> left = new LinkedHashMap<>(boxes);
            left.keySet().removeAll(gone);
            level.perform(path, PublicBoxes.with(level.graph(path), kind, left));
            gone.forEach(name -> removeOutside(path, new PublicBox(kind, name)));
        }
    }

    /** Changes the limits of a component that stands for the graph, where {@code box} has one. */
    private void changeLimits(LevelChange.Use use, PublicBox box, UnaryOperator<Map<String, InboxLimit>> change) {
        GraphComponent outside = level.graph(use.path()).components().get(use.id());
        if (box.kind() == Kind.INBOX && outside != null && outside.inboxes().containsKey(box.name())) {
            level.perform(
                    use.path(),
                    new GraphEdit.ChangeComponent(use.id(), outside.withInboxes(change.apply(outside.inboxes()))));
        }
    }

    private static BoxReference end(GraphLink link, Kind kind) {
        return kind == Kind.INBOX ? link.to() : link.from();
    }
}
