package io.myelin.engine.graph;

import io.myelin.engine.graph.PublicBox.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Changes of the boxes that a graph shows outside. Those of their names and numbers are changes of the whole graph, since
 * the links outside, wherever the graph is used, follow them.
 */
public final class PublicBoxes {
    /** Boxes that every component has: one of the graph's own of that name would hide them. */
    private static final Set<String> RESERVED = Set.of("control", "signal");

    private PublicBoxes() {}

    /** Whether every component has a box of that name, which a graph's own would hide. */
    public static boolean isReserved(String name) {
        return RESERVED.contains(name);
    }

    /** A name for a box of {@code graph} that is to stand for {@code inner}: plain where that is free. */
    public static String freeName(Graph graph, Kind kind, BoxReference inner) {
        return freeName(kind.of(graph).keySet(), inner);
    }

    /** A name that is not among {@code taken} for a box that is to stand for {@code inner}: plain where that is free. */
    static String freeName(Set<String> taken, BoxReference inner) {
        boolean isPlainFree = !isReserved(inner.box()) && !taken.contains(inner.box());
        return isPlainFree ? inner.box() : Subgraph.free(inner.component() + "-" + inner.box(), taken);
    }

    /** Lets {@code box} of {@code graph} stand for {@code inner}: a new one comes last, another keeps its place. */
    public static GraphEdit lead(Graph graph, PublicBox box, BoxReference inner) {
        Map<String, BoxReference> boxes = new LinkedHashMap<>(box.kind().of(graph));
        boxes.put(box.name(), inner);
        return with(graph, box.kind(), boxes);
    }

    /** Puts {@code box} at another place in the order, counted without it. */
    public static GraphEdit move(Graph graph, PublicBox box, int index) {
        Map<String, BoxReference> boxes = box.kind().of(graph);
        List<String> names = new ArrayList<>(boxes.keySet());
        names.remove(box.name());
        names.add(Math.clamp(index, 0, names.size()), box.name());
        Map<String, BoxReference> moved = new LinkedHashMap<>();
        names.forEach(name -> moved.put(name, boxes.get(name)));
        return with(graph, box.kind(), moved);
    }

    /**
     * Gives {@code box} of the graph at {@code path} inside {@code whole} another name, which must be free, and leads the
     * links, boxes and limits outside to that. The edit is one of {@code whole}.
     */
    public static GraphEdit rename(Graph whole, List<String> path, PublicBox box, String newName) {
        LevelChange change = new LevelChange(whole, path);
        Map<String, BoxReference> boxes = box.kind().of(change.graph());
        if (!boxes.containsKey(box.name())) {
            throw new GraphEditException("there is no box \"" + box.name() + "\"");
        }
        if (boxes.containsKey(newName)) {
            throw new GraphEditException("there is a box \"" + newName + "\" already");
        }
        change.perform(with(change.graph(), box.kind(), renamed(boxes, box.name(), newName)));
        new PublicBoxChange(change).renameOutside(box, newName);
        return change.edit();
    }

    /**
     * Takes {@code gone} away from the graph at {@code path} inside {@code whole}, and what leads to them outside: links,
     * limits, and boxes of the graphs there, with what leads to those in turn. The edit is one of {@code whole}.
     */
    public static GraphEdit remove(Graph whole, List<String> path, Set<PublicBox> gone) {
        LevelChange change = new LevelChange(whole, path);
        PublicBoxChange outside = new PublicBoxChange(change);
        for (PublicBox box : gone) {
            Map<String, BoxReference> boxes = box.kind().of(change.graph());
            // It may have gone with the component that it led to; what leads to it outside has not.
            if (boxes.containsKey(box.name())) {
                change.perform(with(change.graph(), box.kind(), without(boxes, box.name())));
            }
            outside.removeOutside(box);
        }
        return change.edit();
    }

    /** Gives {@code graph} these boxes of a kind. */
    static GraphEdit with(Graph graph, Kind kind, Map<String, BoxReference> boxes) {
        return kind == Kind.INBOX
                ? Subgraph.header(graph, boxes, graph.outboxes(), graph.graphs())
                : Subgraph.header(graph, graph.inboxes(), boxes, graph.graphs());
    }

    /** What is said of boxes by name, that of {@code name} under {@code newName} in its place. */
    static <V> Map<String, V> renamed(Map<String, V> boxes, String name, String newName) {
        Map<String, V> renamed = new LinkedHashMap<>();
        boxes.forEach((each, value) -> {
            if (each.equals(name)) {
                renamed.put(newName, value);
            } else if (!each.equals(newName)) {
                // What was said under the new name was of no box until now.
                renamed.put(each, value);
            }
        });
        return renamed;
    }

    /** What is said of boxes by name, without {@code name}. */
    static <V> Map<String, V> without(Map<String, V> boxes, String name) {
        Map<String, V> left = new LinkedHashMap<>(boxes);
        left.remove(name);
        return left;
    }
}
