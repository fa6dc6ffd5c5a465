package io.myelin.app.editor.document;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes one graph of another by an edit, so that even that can be taken back. */
public final class GraphReplacement {
    private GraphReplacement() {}

    /** The edit that makes {@code to} of {@code from}. */
    public static GraphEdit edit(Graph from, Graph to) {
        List<GraphEdit> edits = new ArrayList<>();
        from.components().keySet().forEach(id -> edits.add(new GraphEdit.RemoveComponent(id)));
        to.components()
                .forEach((id, component) -> edits.add(new GraphEdit.AddComponent(
                        id,
                        component,
                        Optional.ofNullable(to.layout().components().get(id)),
                        GraphEdit.AddComponent.LAST)));
        to.links().forEach(link -> edits.add(new GraphEdit.AddLink(link)));
        edits.add(new GraphEdit.ChangeGraph(to));
        return new GraphEdit.Several(edits);
    }
}
