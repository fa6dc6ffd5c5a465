package io.myelin.app.editor.document;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphNames;
import io.myelin.engine.graph.Subgraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where in a run the graphs stand that are defined inside a graph: each stands once for each component that stands for it,
 * however deep. Graphs in files of their own are not looked into.
 */
public final class LevelInstances {
    private final Graph whole;
    private final Map<List<String>, List<String>> paths = new LinkedHashMap<>();

    private LevelInstances(Graph whole) {
        this.whole = whole;
    }

    /**
     * For the level of each graph in {@code whole}, by the names that lead to it, the paths of the components that stand
     * for it: one for each instance, empty for that of the whole.
     */
    public static Map<List<String>, List<String>> of(Graph whole) {
        LevelInstances instances = new LevelInstances(whole);
        instances.gather(List.of(), "", new LinkedHashSet<>());
        return instances.paths;
    }

    private void gather(List<String> names, String path, Set<List<String>> way) {
        paths.computeIfAbsent(names, _ -> new ArrayList<>()).add(path);
        way.add(names);
        whole.inside(names)
                .ifPresent(graph -> graph.components()
                        .forEach((id, component) -> meant(component.type(), names)
                                // A graph that stands in itself is refused when it is run; here it must not take
                                // forever.
                                .filter(inner -> !way.contains(inner))
                                .ifPresent(inner -> gather(inner, path.isEmpty() ? id : path + "/" + id, way))));
        way.remove(names);
    }

    private Optional<List<String>> meant(String type, List<String> names) {
        return type.startsWith(Subgraph.TYPE)
                ? GraphNames.meant(whole, names, type.substring(Subgraph.TYPE.length()))
                : Optional.empty();
    }
}
