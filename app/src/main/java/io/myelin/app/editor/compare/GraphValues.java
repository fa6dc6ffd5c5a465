package io.myelin.app.editor.compare;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.LoadedGraph;
import io.myelin.engine.graph.diff.Difference.ValueChanged;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonPointers;
import io.myelin.engine.message.JsonValues;
import io.myelin.engine.message.MessageText;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Values of a graph's file, put back to what they were. */
final class GraphValues {
    private GraphValues() {}

    /** {@code graph} with each of {@code changes} as it was before. Takes time in proportion to the graph. */
    static Graph with(Graph graph, Collection<ValueChanged> changes) {
        DataRecord document = (DataRecord) JsonValues.parse(GraphFile.format(graph));
        for (ValueChanged change : changes) {
            document = with(document, JsonPointers.steps(change.pointer()), change.before());
        }
        LoadedGraph read = GraphFile.parse(MessageText.json(document));
        return read.graph()
                .orElseThrow(
                        () -> new IllegalStateException("taking values made what is no graph: " + read.problems()));
    }

    /** {@code record} with the value at {@code steps} as given; empty: without it. */
    static DataRecord with(DataRecord record, List<String> steps, Optional<Object> value) {
        String name = steps.getFirst();
        if (steps.size() == 1) {
            return value.map(one -> record.with(name, one)).orElseGet(() -> record.without(name));
        }
        // A record that is written only where it says something may not be there yet.
        DataRecord inner = record.get(name) instanceof DataRecord there ? there : DataRecord.empty();
        DataRecord changed = with(inner, steps.subList(1, steps.size()), value);
        return changed.isEmpty() && !record.containsKey(name) ? record : record.with(name, changed);
    }
}
