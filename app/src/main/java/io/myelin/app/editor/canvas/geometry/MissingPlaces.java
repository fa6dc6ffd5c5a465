package io.myelin.app.editor.canvas.geometry;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.Position;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds places for components that the layout does not name, such as those of a graph written by hand: columns from left
 * to right along the links, below all that has a place. The same graph gives the same places.
 */
final class MissingPlaces {
    private static final double LEFT = 48;
    private static final double TOP = 48;
    private static final double ACROSS = 80;
    private static final double DOWN = 48;

    private final Graph graph;
    private final Map<String, List<String>> followers = new HashMap<>();
    private final Map<String, Integer> waitingFor = new HashMap<>();
    private final Set<String> open;

    private MissingPlaces(Graph graph) {
        this.graph = graph;
        this.open = new LinkedHashSet<>(graph.components().keySet());
        open.removeAll(graph.layout().components().keySet());
    }

    /** Places for all components of {@code graph} without one; {@code size} says how large each is. */
    static Map<String, Position> of(Graph graph, Function<String, Bounds> size) {
        MissingPlaces places = new MissingPlaces(graph);
        return places.open.isEmpty() ? Map.of() : places.find(size);
    }

    private Map<String, Position> find(Function<String, Bounds> size) {
        double top = graph.layout().components().entrySet().stream()
                .filter(entry -> graph.components().containsKey(entry.getKey()))
                .mapToDouble(entry ->
                        entry.getValue().y() + size.apply(entry.getKey()).height() + DOWN)
                .max()
                .orElse(TOP);
        Map<String, Position> places = new LinkedHashMap<>();
        double x = LEFT;
        for (List<String> column : columns()) {
            double y = snapped(top);
            double widest = 0;
            for (String id : column) {
                places.put(id, new Position(x, y));
                Bounds bounds = size.apply(id);
                y = snapped(y + bounds.height() + DOWN);
                widest = Math.max(widest, bounds.width());
            }
            x = snapped(x + widest + ACROSS);
        }
        return places;
    }

    private List<List<String>> columns() {
        for (GraphLink link : graph.links()) {
            String from = link.from().component();
            String to = link.to().component();
            if (open.contains(from) && open.contains(to) && !from.equals(to)) {
                followers.computeIfAbsent(from, _ -> new ArrayList<>()).add(to);
                waitingFor.merge(to, 1, Integer::sum);
            }
        }
        Map<String, Integer> depths = new HashMap<>();
        Deque<String> ready = new ArrayDeque<>();
        open.stream().filter(id -> !waitingFor.containsKey(id)).forEach(ready::add);
        Deque<String> rest = new ArrayDeque<>(open);
        Set<String> done = new LinkedHashSet<>();
        while (done.size() < open.size()) {
            String next = ready.isEmpty() ? rest.poll() : ready.poll();
            if (next != null && done.add(next)) {
                follow(next, depths, ready, done);
            }
        }
        List<List<String>> columns = new ArrayList<>();
        for (String id : open) {
            int depth = depths.getOrDefault(id, 0);
            while (columns.size() <= depth) {
                columns.add(new ArrayList<>());
            }
            columns.get(depth).add(id);
        }
        return columns;
    }

    private void follow(String id, Map<String, Integer> depths, Deque<String> ready, Set<String> done) {
        int depth = depths.getOrDefault(id, 0);
        for (String follower : followers.getOrDefault(id, List.of())) {
            if (done.contains(follower)) {
                continue;
            }
            depths.merge(follower, depth + 1, Math::max);
            if (waitingFor.merge(follower, -1, Integer::sum) == 0) {
                ready.add(follower);
            }
        }
    }

    private static double snapped(double value) {
        return Math.ceil(value / ShapeMaker.GRID) * ShapeMaker.GRID;
    }
}
