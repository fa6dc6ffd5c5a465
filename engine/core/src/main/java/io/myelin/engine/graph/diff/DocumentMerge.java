package io.myelin.engine.graph.diff;

import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonPointers;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Merges graphs as their files say them, once what is one component has one id in all three. */
final class DocumentMerge {
    /** What of a component is merged value by value, though it need not be written where it says nothing. */
    private static final Set<String> OPEN = Set.of("settings", "inboxes", "onError");

    private static final Set<String> MAPS = Set.of("parameters", "components", "inboxes", "outboxes", "graphs");

    private final ValueMerge values;

    DocumentMerge(List<MergeConflict> conflicts) {
        this.values = new ValueMerge(conflicts);
    }

    /** The merged document. */
    DataRecord document(Versions<DataRecord> graphs) {
        return graph(graphs, "");
    }

    private DataRecord graph(Versions<DataRecord> graphs, String pointer) {
        Set<String> disputed = disputed(graphs, pointer);
        return ValueMerge.entries(graphs, (key, value) -> {
            String at = JsonPointers.child(pointer, key);
            if (MAPS.contains(key)) {
                return Optional.of(ValueMerge.entries(
                        value.map(DocumentMerge::record),
                        (name, each) -> part(key, name, each, disputed, JsonPointers.child(at, name))));
            }
            return switch (key) {
                case "links" -> Optional.of(links(value, disputed, at));
                case "layout" -> Optional.of(LayoutMerge.layout(value.map(DocumentMerge::record)));
                default -> values.value(value, at);
            };
        });
    }

    static DataRecord record(Optional<Object> value) {
        return value.orElse("") instanceof DataRecord record ? record : DataRecord.empty();
    }

    private Optional<Object> part(
            String key, String name, Versions<Optional<Object>> part, Set<String> disputed, String pointer) {
        return switch (key) {
            case "components" -> disputed.contains(name) ? part.ours() : component(part, pointer);
            case "inboxes", "outboxes" ->
                disputed.contains(componentOf(part.ours())) || disputed.contains(componentOf(part.theirs()))
                        ? part.ours()
                        : values.value(part, pointer);
            case "graphs" -> innerGraph(part, pointer);
            default -> values.value(part, pointer);
        };
    }

    private Optional<Object> innerGraph(Versions<Optional<Object>> part, String pointer) {
        boolean isInAll = part.base().isPresent()
                && part.ours().isPresent()
                && part.theirs().isPresent();
        return isInAll ? Optional.of(graph(part.map(DocumentMerge::record), pointer)) : values.value(part, pointer);
    }

    private Optional<Object> component(Versions<Optional<Object>> part, String pointer) {
        Optional<Optional<Object>> plain = ValueMerge.plain(part);
        if (plain.isPresent()) {
            return plain.get();
        }
        Versions<DataRecord> component = part.map(DocumentMerge::record);
        if (part.base().isEmpty()) {
            values.conflict(pointer, "both added a component of this id, and not the same");
            return part.ours();
        }
        if (isTypeAgainstSettings(component)) {
            values.conflict(pointer, "one made it another type, the other changed its settings");
            return part.ours();
        }
        return Optional.of(ValueMerge.entries(component, (key, value) -> {
            boolean isOpen = OPEN.contains(key)
                    && value.ours().isPresent()
                    && value.theirs().isPresent();
            Versions<Optional<Object>> filled = isOpen
                    ? new Versions<>(
                            value.base().or(() -> Optional.of(DataRecord.empty())), value.ours(), value.theirs())
                    : value;
            return values.value(filled, JsonPointers.child(pointer, key));
        }));
    }

    private static boolean isTypeAgainstSettings(Versions<DataRecord> component) {
        Versions<Optional<Object>> type = component.map(each -> Optional.ofNullable(each.get("type")));
        Versions<Object> settings = component.map(each -> record(Optional.ofNullable(each.get("settings"))));
        boolean ours = !type.ours().equals(type.base());
        boolean theirs = !type.theirs().equals(type.base());
        boolean isAlike = type.ours().equals(type.theirs()) || settings.ours().equals(settings.theirs());
        return !isAlike
                && (ours && !settings.theirs().equals(settings.base())
                        || theirs && !settings.ours().equals(settings.base()));
    }

    private List<Object> links(Versions<Optional<Object>> links, Set<String> disputed, String pointer) {
        return KeyedList.elements(ValueMerge.entries(links.map(DocumentMerge::links), (name, link) -> {
            DataRecord fields = record(link.ours().or(link::theirs).or(link::base));
            boolean isDisputed = ends(fields).anyMatch(disputed::contains);
            return isDisputed ? link.ours() : values.value(link, JsonPointers.child(pointer, name));
        }));
    }

    private static DataRecord links(Optional<Object> links) {
        return links.orElse(List.of()) instanceof List<?> list
                ? KeyedList.of(list).orElse(DataRecord.empty())
                : DataRecord.empty();
    }

    private static Stream<String> ends(DataRecord link) {
        return Stream.of("from", "to").map(end -> componentOf(Optional.ofNullable(link.get(end))));
    }

    private static String componentOf(Optional<Object> box) {
        return box.orElse("") instanceof String text && text.indexOf('.') > 0
                ? text.substring(0, text.indexOf('.'))
                : "";
    }

    /** The components that one has removed and the other changed or linked anew; of these, all stands as in ours. */
    private Set<String> disputed(Versions<DataRecord> graphs, String pointer) {
        Versions<DataRecord> components = graphs.map(graph -> record(Optional.ofNullable(graph.get("components"))));
        Versions<Set<String>> linked = graphs.map(DocumentMerge::linked);
        Set<String> disputed = new HashSet<>();
        components.base().forEach((id, component) -> {
            Object ours = components.ours().get(id);
            Object theirs = components.theirs().get(id);
            boolean isOneGone = (ours == null) != (theirs == null);
            if (isOneGone
                    && (!component.equals(ours == null ? theirs : ours)
                            || isLinkedAnew(id, linked.base(), ours == null ? linked.theirs() : linked.ours()))) {
                disputed.add(id);
                values.conflict(
                        JsonPointers.child(JsonPointers.child(pointer, "components"), id),
                        ours == null
                                ? "ours removed it, theirs changed it or linked it anew"
                                : "theirs removed it, ours changed it or linked it anew");
            }
        });
        return disputed;
    }

    private static boolean isLinkedAnew(String id, Set<String> before, Set<String> now) {
        return now.stream().anyMatch(each -> each.startsWith(id + " ") && !before.contains(each));
    }

    /** What names each component: its id, a blank, and the link or box. */
    private static Set<String> linked(DataRecord graph) {
        Set<String> linked = new HashSet<>();
        links(Optional.ofNullable(graph.get("links")))
                .forEach((name, link) -> ends((DataRecord) link).forEach(id -> linked.add(id + " " + name)));
        for (String boxes : List.of("inboxes", "outboxes")) {
            record(Optional.ofNullable(graph.get(boxes)))
                    .forEach((name, box) ->
                            linked.add(componentOf(Optional.of(box)) + " " + boxes + " " + name + " " + box));
        }
        return linked;
    }
}
