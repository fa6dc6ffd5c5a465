package io.myelin.engine.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where graphs are named: by the types of components, and by texts in settings that are wholly {@code graph:name}. */
public final class GraphNames {
    private GraphNames() {}

    /** Whether {@code components}, or any in {@code graphs} however deep, name the graph {@code name}. */
    static boolean isNamed(String name, Collection<GraphComponent> components, Collection<Graph> graphs) {
        return components.stream().anyMatch(component -> in(component).contains(name))
                || graphs.stream()
                        .anyMatch(graph -> isNamed(
                                name,
                                graph.components().values(),
                                graph.graphs().values()));
    }

    /** The names of graphs in {@code component}, those of files too. */
    public static Set<String> in(GraphComponent component) {
        Set<String> names = new LinkedHashSet<>();
        gather(component.type(), names);
        SettingTexts.each(component.settings(), text -> gather(text, names));
        return names;
    }

    private static void gather(String text, Set<String> names) {
        if (text.startsWith(Subgraph.TYPE)) {
            names.add(text.substring(Subgraph.TYPE.length()));
        }
    }

    /** The names in {@code graph}, and in those inside it, of graphs that are not defined in it. */
    public static Set<String> outside(Graph graph) {
        Set<String> names = new LinkedHashSet<>();
        graph.components().values().forEach(component -> names.addAll(in(component)));
        graph.graphs().values().forEach(inner -> names.addAll(outside(inner)));
        names.removeAll(graph.graphs().keySet());
        return names;
    }

    /**
     * The names of the graphs, inside {@code whole}, down to what {@code name} means in the graph at {@code path}: one of
     * that graph's own, or else the nearest outward. Empty where there is none.
     */
    public static Optional<List<String>> meant(Graph whole, List<String> path, String name) {
        for (int depth = path.size(); depth >= 0; depth--) {
            List<String> around = path.subList(0, depth);
            if (whole.inside(around)
                    .filter(graph -> graph.graphs().containsKey(name))
                    .isPresent()) {
                List<String> found = new ArrayList<>(around);
                found.add(name);
                return Optional.of(List.copyOf(found));
            }
        }
        return Optional.empty();
    }

    /** {@code graph} with other names for the graphs around it; its own of such a name hide them. */
    public static Graph renamed(Graph graph, Map<String, String> newNames) {
        Map<String, String> left = new LinkedHashMap<>(newNames);
        left.keySet().removeAll(graph.graphs().keySet());
        left.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
        if (left.isEmpty()) {
            return graph;
        }
        Map<String, GraphComponent> components = new LinkedHashMap<>();
        graph.components().forEach((id, component) -> components.put(id, renamed(component, left)));
        Map<String, Graph> graphs = new LinkedHashMap<>();
        graph.graphs().forEach((name, inner) -> graphs.put(name, renamed(inner, left)));
        return graph.withComponents(components).withGraphs(graphs);
    }

    /** {@code component} with other names for graphs. */
    public static GraphComponent renamed(GraphComponent component, Map<String, String> newNames) {
        return component
                .withType(renamed(component.type(), newNames))
                .withSettings(SettingTexts.replaced(component.settings(), text -> renamed(text, newNames)));
    }

    private static String renamed(String text, Map<String, String> newNames) {
        if (!text.startsWith(Subgraph.TYPE)) {
            return text;
        }
        String name = text.substring(Subgraph.TYPE.length());
        return Subgraph.TYPE + newNames.getOrDefault(name, name);
    }
}
