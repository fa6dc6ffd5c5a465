package io.myelin.engine.graph.diff;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.LoadedGraph;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonValues;
import io.myelin.engine.message.MessageText;
import java.util.ArrayList;
import java.util.List;

/**
 * Two versions of a graph made one, by what each changed in what both come from. Settings of one component merge one by
 * one, a component's new id goes with what the other version says of it, and where things are drawn is never in the way.
 *
 * @param graph the merged graph; where there is a conflict, it has what "ours" has
 * @param conflicts all that the two versions are at odds about; none: the merge is clean
 */
public record GraphMerge(Graph graph, List<MergeConflict> conflicts) {
    /** Copies {@code conflicts}. */
    public GraphMerge {
        conflicts = List.copyOf(conflicts);
    }

    /** Merges {@code ours} and {@code theirs}, which both come from {@code base}. */
    public static GraphMerge of(Graph base, Graph ours, Graph theirs) {
        List<MergeConflict> conflicts = new ArrayList<>();
        Versions<Graph> named = new NameAgreement(conflicts).agree(new Versions<>(base, ours, theirs), "");
        DataRecord merged = new DocumentMerge(conflicts).document(named.map(GraphMerge::document));
        LoadedGraph read = GraphFile.parse(MessageText.json(merged));
        Graph graph = read.graph()
                .orElseThrow(() -> new IllegalStateException("merging made what is no graph: " + read.problems()));
        return new GraphMerge(graph, conflicts);
    }

    private static DataRecord document(Graph graph) {
        return (DataRecord) JsonValues.parse(GraphFile.format(graph));
    }

    /** Whether the two versions are at odds about nothing. */
    public boolean isClean() {
        return conflicts.isEmpty();
    }
}
