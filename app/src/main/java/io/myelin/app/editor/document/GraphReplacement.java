package io.myelin.app.editor.document;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphLayout;
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
        replaceLayout(from.layout(), to.layout(), edits);
        return new GraphEdit.Several(edits);
    }

    private static void replaceLayout(GraphLayout from, GraphLayout to, List<GraphEdit> edits) {
        from.groups().keySet().forEach(name -> edits.add(new GraphEdit.ChangeGroup(name, Optional.empty())));
        from.notes().keySet().forEach(name -> edits.add(new GraphEdit.ChangeNote(name, Optional.empty())));
        from.links()
                .forEach(layout ->
                        edits.add(new GraphEdit.ChangeLinkLayout(layout.from(), layout.to(), Optional.empty())));
        to.groups().forEach((name, group) -> edits.add(new GraphEdit.ChangeGroup(name, Optional.of(group))));
        to.notes().forEach((name, note) -> edits.add(new GraphEdit.ChangeNote(name, Optional.of(note))));
        to.links()
                .forEach(layout ->
                        edits.add(new GraphEdit.ChangeLinkLayout(layout.from(), layout.to(), Optional.of(layout))));
    }
}
