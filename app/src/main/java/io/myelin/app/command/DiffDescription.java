package io.myelin.app.command;

import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphFields;
import io.myelin.engine.graph.diff.Difference;
import io.myelin.engine.graph.diff.Difference.ComponentAdded;
import io.myelin.engine.graph.diff.Difference.ComponentRemoved;
import io.myelin.engine.graph.diff.Difference.ComponentRenamed;
import io.myelin.engine.graph.diff.Difference.ComponentsReordered;
import io.myelin.engine.graph.diff.Difference.InnerGraphAdded;
import io.myelin.engine.graph.diff.Difference.InnerGraphChanged;
import io.myelin.engine.graph.diff.Difference.InnerGraphRemoved;
import io.myelin.engine.graph.diff.Difference.LinkAdded;
import io.myelin.engine.graph.diff.Difference.LinkRemoved;
import io.myelin.engine.graph.diff.Difference.ValueChanged;
import io.myelin.engine.graph.diff.GraphDiff;
import io.myelin.engine.message.DataRecord;
import java.util.List;

/** Differences as values, for programs. */
final class DiffDescription {
    private DiffDescription() {}

    /** {@code same}, and the {@code differences}, each with its {@code kind}. */
    static DataRecord of(GraphDiff diff) {
        return DataRecord.of("same", diff.isEmpty(), "differences", differences(diff));
    }

    private static List<DataRecord> differences(GraphDiff diff) {
        return diff.differences().stream().map(DiffDescription::of).toList();
    }

    private static DataRecord of(Difference difference) {
        return switch (difference) {
            case ComponentAdded added -> component("component-added", added.id(), added.component());
            case ComponentRemoved removed -> component("component-removed", removed.id(), removed.component());
            case ComponentRenamed renamed ->
                kind("component-renamed")
                        .put("before", renamed.before())
                        .put("after", renamed.after())
                        .build();
            case ComponentsReordered reordered ->
                kind("components-reordered").put("ids", reordered.ids()).build();
            case LinkAdded added ->
                kind("link-added")
                        .put("from", added.link().from().toString())
                        .put("to", added.link().to().toString())
                        .build();
            case LinkRemoved removed ->
                kind("link-removed")
                        .put("from", removed.link().from().toString())
                        .put("to", removed.link().to().toString())
                        .build();
            case ValueChanged changed -> value(changed);
            case InnerGraphAdded added ->
                kind("graph-added").put("name", added.name()).build();
            case InnerGraphRemoved removed ->
                kind("graph-removed").put("name", removed.name()).build();
            case InnerGraphChanged changed ->
                kind("graph-changed")
                        .put("name", changed.name())
                        .put("differences", differences(changed.diff()))
                        .build();
        };
    }

    private static DataRecord.Builder kind(String kind) {
        return DataRecord.builder().put("kind", kind);
    }

    private static DataRecord component(String kind, String id, GraphComponent component) {
        return kind(kind)
                .put("id", id)
                .put("component", GraphFields.of(component))
                .build();
    }

    private static DataRecord value(ValueChanged changed) {
        DataRecord.Builder fields = kind("value-changed").put("pointer", changed.pointer());
        changed.before().ifPresent(value -> fields.put("before", value));
        changed.after().ifPresent(value -> fields.put("after", value));
        return fields.build();
    }
}
