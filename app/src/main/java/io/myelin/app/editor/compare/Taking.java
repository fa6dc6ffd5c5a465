package io.myelin.app.editor.compare;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.diff.Difference;
import io.myelin.engine.graph.diff.GraphDiff;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the newer version as the older one is, in what people choose; where things are drawn stays. */
final class Taking {
    private Taking() {}

    /**
     * The edit of {@code after} that makes it as {@code before} is in what is {@code wanted}, and in what that needs:
     * with a link or a box come the components that it leads to. {@code diff} is what is other in {@code after}. Empty
     * where none of it can be taken by itself.
     */
    static Optional<GraphEdit> edit(Graph before, Graph after, GraphDiff diff, Collection<LocatedDifference> wanted) {
        Map<List<String>, List<Difference>> byPath = new LinkedHashMap<>();
        wanted.stream()
                // What defines inner graphs comes before what changes them.
                .sorted(Comparator.comparingInt(one -> one.path().size()))
                .forEach(one -> byPath.computeIfAbsent(one.path(), _ -> new ArrayList<>())
                        .add(one.difference()));
        List<GraphEdit> edits = new ArrayList<>();
        byPath.forEach((path, differences) -> {
            Optional<Graph> old = before.inside(path);
            Optional<Graph> now = after.inside(path);
            Optional<GraphDiff> all = inside(diff, path);
            if (old.isPresent() && now.isPresent() && all.isPresent()) {
                Versions versions = new Versions(old.get(), now.get(), all.get().differences());
                List<GraphEdit> taken = new TakenHere(versions, differences).edits();
                if (!taken.isEmpty()) {
                    GraphEdit edit = taken.size() == 1 ? taken.getFirst() : new GraphEdit.Several(taken);
                    edits.add(path.isEmpty() ? edit : new GraphEdit.Inside(path, edit));
                }
            }
        });
        return edits.isEmpty()
                ? Optional.empty()
                : Optional.of(edits.size() == 1 ? edits.getFirst() : new GraphEdit.Several(edits));
    }

    /** What is other in the graph at {@code path}: nothing, where that is alike. */
    static Optional<GraphDiff> inside(GraphDiff diff, List<String> path) {
        GraphDiff at = diff;
        for (String name : path) {
            Optional<GraphDiff> inner = at.differences().stream()
                    .filter(Difference.InnerGraphChanged.class::isInstance)
                    .map(Difference.InnerGraphChanged.class::cast)
                    .filter(one -> one.name().equals(name))
                    .map(Difference.InnerGraphChanged::diff)
                    .findFirst();
            if (inner.isEmpty()) {
                return Optional.empty();
            }
            at = inner.get();
        }
        return Optional.of(at);
    }
}
