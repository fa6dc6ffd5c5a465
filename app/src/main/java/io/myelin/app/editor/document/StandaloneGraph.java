package io.myelin.app.editor.document;

import io.myelin.app.text.Texts;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEditException;
import io.myelin.engine.graph.Subgraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a graph that can stand alone of a part of a document's. */
public final class StandaloneGraph {
    private static final Texts TEXTS = Texts.of(StandaloneGraph.class);

    private StandaloneGraph() {}

    /**
     * The components {@code ids} of {@code document}, and its selected notes, with boxes where links lead out of them, the parameters that they
     * use, and the graphs that they are made of. Throws {@link GraphEditException} where there are none of them.
     */
    public static Graph of(Document document, Collection<String> ids) {
        Subgraph.Change change =
                Subgraph.extract(document.graph(), ids, document.selection().notes(), Set.of());
        Graph made = change.edit().applyTo(document.graph()).graph();
        Graph part = made.components().entrySet().stream()
                .filter(entry -> entry.getKey().equals(change.components().getFirst()))
                .map(entry -> entry.getValue().type().substring(Subgraph.TYPE.length()))
                .map(made.graphs()::get)
                .findFirst()
                .orElseThrow(() -> new GraphEditException(TEXTS.get("standalone.empty")));
        List<Graph> scopes = new ArrayList<>(List.of(document.graph()));
        scopes.addAll(document.around());
        CopiedGraphs graphs = new CopiedGraphs(scopes);
        Map<String, GraphComponent> components = new LinkedHashMap<>();
        part.components().forEach((id, component) -> components.put(id, graphs.copied(component)));
        return part.withComponents(components).withGraphs(graphs.graphs());
    }
}
