package io.myelin.engine.graph.diff;

import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphFields;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.diff.Difference.ComponentAdded;
import io.myelin.engine.graph.diff.Difference.ComponentRemoved;
import io.myelin.engine.graph.diff.Difference.ComponentRenamed;
import io.myelin.engine.graph.diff.Difference.ComponentsReordered;
import io.myelin.engine.graph.diff.Difference.InnerGraphAdded;
import io.myelin.engine.graph.diff.Difference.InnerGraphChanged;
import io.myelin.engine.graph.diff.Difference.InnerGraphRemoved;
import io.myelin.engine.graph.diff.Difference.LinkAdded;
import io.myelin.engine.graph.diff.Difference.LinkRemoved;
import io.myelin.engine.graph.diff.Difference.ValueChanged;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonPointers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Compares two versions of a graph, part by part. */
final class GraphComparison {
    private final Graph before;
    private final Graph after;
    private final ComponentMatch match;
    private final List<Difference> found = new ArrayList<>();

    GraphComparison(Graph before, Graph after) {
        this.before = before;
        this.after = after;
        this.match = ComponentMatcher.match(before, after);
    }

    GraphDiff diff() {
        value("/title", said(before.title()), said(after.title()));
        value("/description", said(before.description()), said(after.description()));
        values(
                "/parameters",
                fields(before.parameters(), GraphFields::of),
                fields(after.parameters(), GraphFields::of));
        components();
        order();
        links();
        values("/inboxes", boxes(before.inboxes()), fields(after.inboxes(), BoxReference::toString));
        values("/outboxes", boxes(before.outboxes()), fields(after.outboxes(), BoxReference::toString));
        graphs();
        values("", before.unknown(), after.unknown());
        return new GraphDiff(found);
    }

    private static Optional<Object> said(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static <V> DataRecord fields(Map<String, V> parts, Function<V, Object> fields) {
        DataRecord.Builder all = DataRecord.builder();
        parts.forEach((name, part) -> all.put(name, fields.apply(part)));
        return all.build();
    }

    private DataRecord boxes(Map<String, BoxReference> boxes) {
        return fields(boxes, box -> now(box).toString());
    }

    private BoxReference now(BoxReference box) {
        return new BoxReference(match.now(box.component()), box.box());
    }

    private void components() {
        before.components().forEach((id, component) -> {
            if (match.after(id).isEmpty()) {
                found.add(new ComponentRemoved(id, component));
            }
        });
        after.components().forEach((id, component) -> {
            Optional<String> old = match.before(id);
            GraphComponent was = old.map(before.components()::get).orElse(null);
            if (was == null) {
                found.add(new ComponentAdded(id, component));
                return;
            }
            old.filter(name -> !name.equals(id)).ifPresent(name -> found.add(new ComponentRenamed(name, id)));
            if (!was.equals(component)) {
                values(JsonPointers.child("/components", id), GraphFields.of(was), GraphFields.of(component));
            }
        });
    }

    /** Tells components that are in both and stand in another order. */
    private void order() {
        Map<String, Integer> places = new HashMap<>();
        before.components().keySet().forEach(id -> match.after(id).ifPresent(now -> places.put(now, places.size())));
        List<String> both =
                after.components().keySet().stream().filter(places::containsKey).toList();
        Set<Integer> kept = LongestRise.of(
                both.stream().mapToInt(id -> places.getOrDefault(id, 0)).toArray());
        if (kept.size() < both.size()) {
            List<String> moved = new ArrayList<>();
            for (int index = 0; index < both.size(); index++) {
                if (!kept.contains(index)) {
                    moved.add(both.get(index));
                }
            }
            found.add(new ComponentsReordered(moved));
        }
    }

    private void links() {
        Map<GraphLink, List<GraphLink>> was = new HashMap<>();
        for (GraphLink link : before.links()) {
            GraphLink now = link.between(now(link.from()), now(link.to()));
            was.computeIfAbsent(plain(now), _ -> new ArrayList<>(1)).add(now);
        }
        List<Difference> added = new ArrayList<>();
        for (int index = 0; index < after.links().size(); index++) {
            GraphLink link = after.links().get(index);
            List<GraphLink> same = was.getOrDefault(plain(link), List.of());
            if (same.isEmpty()) {
                added.add(new LinkAdded(link));
            } else {
                // Two links may join the same boxes, in a file that no run accepts.
                GraphLink old = same.remove(Math.max(0, same.indexOf(link)));
                values(JsonPointers.child("/links", index), said(old), said(link));
            }
        }
        for (GraphLink link : before.links()) {
            GraphLink now = link.between(now(link.from()), now(link.to()));
            List<GraphLink> left = was.getOrDefault(plain(now), List.of());
            if (left.remove(now)) {
                found.add(new LinkRemoved(now));
            }
        }
        found.addAll(added);
    }

    private static GraphLink plain(GraphLink link) {
        return new GraphLink(link.from(), link.to());
    }

    /** What is said of a link besides its ends. */
    private static DataRecord said(GraphLink link) {
        return link.muted() ? link.unknown().with("state", "muted") : link.unknown();
    }

    private void graphs() {
        before.graphs().forEach((name, graph) -> {
            if (!after.graphs().containsKey(name)) {
                found.add(new InnerGraphRemoved(name, graph));
            }
        });
        after.graphs().forEach((name, graph) -> {
            Graph was = before.graphs().get(name);
            if (was == null) {
                found.add(new InnerGraphAdded(name, graph));
                return;
            }
            GraphDiff diff = GraphDiff.of(was, graph);
            if (!diff.isEmpty()) {
                found.add(new InnerGraphChanged(name, diff));
            }
        });
    }

    private void values(String pointer, DataRecord was, DataRecord now) {
        was.forEach((key, value) ->
                value(JsonPointers.child(pointer, key), Optional.of(value), Optional.ofNullable(now.get(key))));
        now.forEach((key, value) -> {
            if (!was.containsKey(key)) {
                value(JsonPointers.child(pointer, key), Optional.empty(), Optional.of(value));
            }
        });
    }

    private void value(String pointer, Optional<Object> was, Optional<Object> now) {
        if (was.orElse("") instanceof DataRecord old && now.orElse("") instanceof DataRecord changed) {
            values(pointer, old, changed);
        } else if (!was.equals(now)) {
            found.add(new ValueChanged(pointer, was, now));
        }
    }
}
