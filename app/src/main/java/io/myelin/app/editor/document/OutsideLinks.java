package io.myelin.app.editor.document;

import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.message.DataRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The links between copied components and others, kept in a copy under a key that only the clipboard knows: whoever else
 * reads the copy sees a graph without them. Each names the type of the component that is not copied, so that it is
 * joined to that only, or to its like of the same id.
 */
final class OutsideLinks {
    private static final String KEY = "clipboard.outside";

    private static final String MUTED = "muted";

    private OutsideLinks() {}

    /** What a copy of {@code chosen} out of {@code graph} says of its links to others. */
    static DataRecord written(Graph graph, Set<String> chosen) {
        List<DataRecord> links = new ArrayList<>();
        for (GraphLink link : graph.links()) {
            boolean begins = chosen.contains(link.from().component());
            boolean ends = chosen.contains(link.to().component());
            GraphComponent other = graph.components()
                    .get(begins ? link.to().component() : link.from().component());
            if (begins != ends && other != null) {
                links.add(DataRecord.builder()
                        .put("from", link.from().toString())
                        .put("to", link.to().toString())
                        .put("type", other.type())
                        .put("state", link.muted() ? MUTED : "on")
                        .put("unknown", link.unknown())
                        .build());
            }
        }
        return links.isEmpty() ? DataRecord.empty() : DataRecord.of(KEY, links);
    }

    /** The links in {@code pasted} to components that are in {@code graph}, under the ids {@code newIds}. */
    static List<GraphLink> read(Graph pasted, Graph graph, Map<String, String> newIds) {
        List<GraphLink> links = new ArrayList<>();
        if (pasted.unknown().get(KEY) instanceof List<?> written) {
            for (Object each : written) {
                if (each instanceof DataRecord link) {
                    read(link, graph, newIds).ifPresent(links::add);
                }
            }
        }
        return links;
    }

    private static Optional<GraphLink> read(DataRecord link, Graph graph, Map<String, String> newIds) {
        Optional<BoxReference> from = box(link.get("from"));
        Optional<BoxReference> to = box(link.get("to"));
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        boolean begins = newIds.containsKey(from.get().component());
        boolean ends = newIds.containsKey(to.get().component());
        GraphComponent other = graph.components()
                .get(begins ? to.get().component() : from.get().component());
        if (begins == ends || other == null || !other.type().equals(link.get("type"))) {
            return Optional.empty();
        }
        DataRecord unknown = link.get("unknown") instanceof DataRecord keys ? keys : DataRecord.empty();
        return Optional.of(new GraphLink(
                renamed(from.get(), begins, newIds),
                renamed(to.get(), ends, newIds),
                MUTED.equals(link.get("state")),
                unknown));
    }

    private static BoxReference renamed(BoxReference box, boolean isPasted, Map<String, String> newIds) {
        return isPasted ? new BoxReference(newIds.getOrDefault(box.component(), box.component()), box.box()) : box;
    }

    private static Optional<BoxReference> box(@Nullable Object written) {
        if (written instanceof String text && text.indexOf('.') > 0) {
            int dot = text.indexOf('.');
            return Optional.of(new BoxReference(text.substring(0, dot), text.substring(dot + 1)));
        }
        return Optional.empty();
    }
}
