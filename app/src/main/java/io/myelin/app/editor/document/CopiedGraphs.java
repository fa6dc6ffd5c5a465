package io.myelin.app.editor.document;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphNames;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The graphs that copied components are made of, brought together from the graph they stand in and those around it, and
 * all that those name in turn. Where two of one name come together, one gets another.
 */
final class CopiedGraphs {
    private final List<Graph> scopes;
    private final Map<Definition, String> names = new HashMap<>();
    private final Map<String, Graph> graphs = new LinkedHashMap<>();

    /** Where a graph is defined: the place among the scopes, and its name there. */
    private record Definition(int scope, String name) {}

    /** {@code scopes}: the graph that is copied from, then those around it, the nearest first. */
    CopiedGraphs(List<Graph> scopes) {
        this.scopes = List.copyOf(scopes);
    }

    /** {@code component} as it is in the copy; the graphs that it names are brought along. */
    GraphComponent copied(GraphComponent component) {
        return GraphNames.renamed(component, bring(GraphNames.in(component), 0));
    }

    /** What has been brought along, by name. */
    Map<String, Graph> graphs() {
        return graphs;
    }

    /** Brings the graphs that {@code wanted} mean in a graph defined at {@code scope}; their names in the copy. */
    private Map<String, String> bring(Set<String> wanted, int scope) {
        Map<String, String> copied = new LinkedHashMap<>();
        for (String name : wanted) {
            for (int at = scope; at < scopes.size(); at++) {
                Graph found = scopes.get(at).graphs().get(name);
                if (found != null) {
                    copied.put(name, bring(new Definition(at, name), found));
                    break;
                }
            }
        }
        return copied;
    }

    private String bring(Definition definition, Graph found) {
        String known = names.get(definition);
        if (known != null) {
            return known;
        }
        String name = FreeIds.like(definition.name(), graphs.keySet());
        names.put(definition, name);
        // Takes the name before those that it names in turn, among which may be itself.
        graphs.put(name, found);
        graphs.put(name, GraphNames.renamed(found, bring(GraphNames.outside(found), definition.scope())));
        return name;
    }
}
