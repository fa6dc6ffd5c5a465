package io.myelin.engine.graph;

import io.myelin.engine.graph.PublicBox.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Has what names a graph's own boxes outside follow a change of those. */
final class PublicBoxChange {
    private final LevelChange level;

    PublicBoxChange(LevelChange level) {
        this.level = level;
    }

    /** Leads what leads to {@code box} outside to its {@code newName}. */
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

    /** Takes away what leads to {@code box} outside. */
    void removeOutside(PublicBox box) {
        for (LevelChange.Use use : level.uses()) {
            BoxReference outer = new BoxReference(use.id(), box.name());
            for (GraphLink link : level.graph(use.path()).links()) {
                if (end(link, box.kind()).equals(outer)) {
                    level.perform(use.path(), new GraphEdit.RemoveLink(link.from(), link.to()));
                }
            }
        }
    }

    private static BoxReference end(GraphLink link, Kind kind) {
        return kind == Kind.INBOX ? link.to() : link.from();
    }
}
