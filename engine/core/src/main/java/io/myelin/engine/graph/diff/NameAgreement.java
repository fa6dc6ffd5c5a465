package io.myelin.engine.graph.diff;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphEdit.RenameComponent;
import io.myelin.engine.graph.GraphEdit.Several;
import io.myelin.engine.message.JsonPointers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives each component the same id in all three versions: the one that a version has renamed it to. From then on, what
 * has one id is one component.
 */
final class NameAgreement {
    private final List<MergeConflict> conflicts;

    NameAgreement(List<MergeConflict> conflicts) {
        this.conflicts = conflicts;
    }

    /** The three with the same ids, those of graphs inside included. */
    Versions<Graph> agree(Versions<Graph> versions, String pointer) {
        Versions<Graph> inner = graphs(versions, pointer);
        AgreedNames agreed = new AgreedNames(
                inner,
                (id, message) -> conflicts.add(
                        new MergeConflict(JsonPointers.child(JsonPointers.child(pointer, "components"), id), message)));
        return new Versions<>(
                renamed(inner.base(), agreed.base()),
                renamed(inner.ours(), agreed.ours()),
                renamed(inner.theirs(), agreed.theirs()));
    }

    private Versions<Graph> graphs(Versions<Graph> versions, String pointer) {
        Versions<Map<String, Graph>> graphs = versions.map(graph -> new LinkedHashMap<>(graph.graphs()));
        for (String name : versions.base().graphs().keySet()) {
            Graph ours = versions.ours().graphs().get(name);
            Graph theirs = versions.theirs().graphs().get(name);
            if (ours != null && theirs != null) {
                Graph base = versions.base().graphs().getOrDefault(name, Graph.EMPTY);
                String at = JsonPointers.child(JsonPointers.child(pointer, "graphs"), name);
                Versions<Graph> agreed = agree(new Versions<>(base, ours, theirs), at);
                graphs.base().put(name, agreed.base());
                graphs.ours().put(name, agreed.ours());
                graphs.theirs().put(name, agreed.theirs());
            }
        }
        return new Versions<>(
                versions.base().withGraphs(graphs.base()),
                versions.ours().withGraphs(graphs.ours()),
                versions.theirs().withGraphs(graphs.theirs()));
    }

    /** The graph with all these ids changed at once: in two steps, for some may swap theirs. */
    private static Graph renamed(Graph graph, Map<String, String> names) {
        Set<String> taken = new HashSet<>(graph.components().keySet());
        taken.addAll(names.values());
        List<GraphEdit> away = new ArrayList<>();
        List<GraphEdit> there = new ArrayList<>();
        names.forEach((id, name) -> {
            if (!id.equals(name)) {
                String between = "renamed-" + away.size();
                while (!taken.add(between)) {
                    between += "-";
                }
                away.add(new RenameComponent(id, between));
                there.add(new RenameComponent(between, name));
            }
        });
        return new Several(List.of(new Several(away), new Several(there)))
                .applyTo(graph)
                .graph();
    }
}
