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
        boxes("/inboxes", before.inboxes(), after.inboxes());
        boxes("/outboxes", before.outboxes(), after.outboxes());
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

    private void boxes(String pointer, Map<String, BoxReference> was, Map<String, BoxReference> now) {
        was.forEach((name, box) -> {
            Optional<BoxReference> changed = Optional.ofNullable(now.get(name));
            if (!changed.map(End::new).equals(Optional.of(end(box)))) {
                found.add(new ValueChanged(
                        JsonPointers.child(pointer, name),
                        Optional.of(now(box).toString()),
                        changed.map(BoxReference::toString)));
            }
        });
        now.forEach((name, box) -> {
            if (!was.containsKey(name)) {
                value(JsonPointers.child(pointer, name), Optional.empty(), Optional.of(box.toString()));
            }
        });
    }

    private BoxReference now(BoxReference box) {
        return new BoxReference(match.now(box.component()), box.box());
    }

    /**
     * A box as both versions know it.
     *
     * @param box as it is called now
     * @param isAnothersNow whether it is of a component that is gone, or was not there, whose id is another's now
     */
    private record End(BoxReference box, boolean isAnothersNow) {
        End(BoxReference now) {
            this(now, false);
        }
    }

    private End end(BoxReference box) {
        String id = box.component();
        return new End(now(box), match.after(id).isEmpty() && match.before(id).isPresent());
    }

    /** What all links have in common that join the same two boxes. */
    private record Joint(End from, End to) {}

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
        Map<Joint, List<LinkRemoved>> was = new HashMap<>();
        for (GraphLink link : before.links()) {
            Joint joint = new Joint(end(link.from()), end(link.to()));
            was.computeIfAbsent(joint, _ -> new ArrayList<>(1)).add(removed(link));
        }
        List<Difference> added = new ArrayList<>();
        for (int index = 0; index < after.links().size(); index++) {
            GraphLink link = after.links().get(index);
            List<LinkRemoved> same = was.getOrDefault(new Joint(new End(link.from()), new End(link.to())), List.of());
            if (same.isEmpty()) {
                added.add(new LinkAdded(link));
            } else {
                GraphLink old = takeLikest(same, link).link();
                values(JsonPointers.child("/links", index), said(old), said(link));
            }
        }
        for (GraphLink link : before.links()) {
            LinkRemoved removed = removed(link);
            if (was.getOrDefault(new Joint(end(link.from()), end(link.to())), List.of())
                    .remove(removed)) {
                found.add(removed);
            }
        }
        found.addAll(added);
    }

    private LinkRemoved removed(GraphLink link) {
        return new LinkRemoved(link.between(now(link.from()), now(link.to())), link);
    }

    /** Two links may join the same boxes, in a file that no run accepts: then the one of which the same is said. */
    private static LinkRemoved takeLikest(List<LinkRemoved> same, GraphLink link) {
        for (int index = 0; index < same.size(); index++) {
            if (same.get(index).link().equals(link)) {
                return same.remove(index);
            }
        }
        return same.removeFirst();
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
