package io.myelin.engine.graph;

import io.myelin.engine.component.Execution;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonNumbers;
import io.myelin.engine.message.JsonPointers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Makes a graph of the values of a graph file, noting every problem. What does not fit is kept in its place as far as it
 * goes, so that what is right can be looked at all the same.
 */
final class GraphReader {
    /** What the id of a component looks like. */
    static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    private static final GraphComponent UNKNOWN_COMPONENT = GraphComponent.ofType("");
    private static final GraphParameter UNKNOWN_PARAMETER =
            new GraphParameter(ParameterType.TEXT, Optional.empty(), "", DataRecord.empty());

    private final ProblemLog problems;
    private boolean hasAllParts = true;

    GraphReader(ProblemLog problems) {
        this.problems = problems;
    }

    /** The outermost graph, its format already checked. */
    Graph read(DataRecord document) {
        return graph(document, "", GraphKeys.GRAPH);
    }

    /** Whether nothing had to be left out on which other parts of the graph may depend. */
    boolean hasAllParts() {
        return hasAllParts;
    }

    private Graph graph(DataRecord object, String pointer, List<String> known) {
        hasAllParts &= GraphKeys.NAMED_PARTS.stream()
                .allMatch(key -> !object.containsKey(key) || object.get(key) instanceof DataRecord);
        FieldReader fields = new FieldReader(object, pointer, known, problems);
        String title = fields.text(GraphKeys.TITLE);
        String description = fields.text(GraphKeys.DESCRIPTION);
        Map<String, GraphParameter> parameters = new LinkedHashMap<>();
        fields.eachField(
                GraphKeys.PARAMETERS,
                (name, value) -> parameters.put(
                        name, parameter(value, JsonPointers.child(fields.at(GraphKeys.PARAMETERS), name))));
        Map<String, GraphComponent> components = new LinkedHashMap<>();
        fields.eachField(
                GraphKeys.COMPONENTS,
                (id, value) -> components.put(
                        id, component(id, value, JsonPointers.child(fields.at(GraphKeys.COMPONENTS), id))));
        Map<String, Graph> graphs = new LinkedHashMap<>();
        fields.eachField(GraphKeys.GRAPHS, (name, value) -> {
            String at = JsonPointers.child(fields.at(GraphKeys.GRAPHS), name);
            Optional<DataRecord> inner = problems.object(value, at);
            hasAllParts &= inner.isPresent();
            inner.ifPresent(found -> graphs.put(name, graph(found, at, GraphKeys.INNER_GRAPH)));
        });
        return new Graph(
                title,
                description,
                parameters,
                components,
                links(fields),
                boxes(fields, GraphKeys.INBOXES),
                boxes(fields, GraphKeys.OUTBOXES),
                graphs,
                fields.object(GraphKeys.LAYOUT)
                        .map(layout -> new LayoutReader(problems).read(layout, fields.at(GraphKeys.LAYOUT)))
                        .orElse(GraphLayout.EMPTY),
                fields.unknown());
    }

    private GraphParameter parameter(Object value, String pointer) {
        return problems.object(value, pointer)
                .flatMap(object -> {
                    FieldReader fields = new FieldReader(object, pointer, GraphKeys.PARAMETER, problems);
                    List<String> types = Arrays.stream(ParameterType.values())
                            .map(ParameterType::id)
                            .toList();
                    if (fields.value(GraphKeys.TYPE).isEmpty()) {
                        problems.error(pointer, "the key \"type\" is missing: one of " + String.join(", ", types));
                    }
                    Optional<ParameterType> type = fields.choice(GraphKeys.TYPE, ParameterType::named, types);
                    Optional<Object> defaultValue = fields.value(GraphKeys.DEFAULT);
                    String description = fields.text(GraphKeys.DESCRIPTION);
                    DataRecord unknown = fields.unknown();
                    return type.map(known -> new GraphParameter(known, defaultValue, description, unknown));
                })
                .orElse(UNKNOWN_PARAMETER);
    }

    private GraphComponent component(String id, Object value, String pointer) {
        if (!ID.matcher(id).matches()) {
            problems.error(
                    pointer,
                    "found the component id \"" + id
                            + "\"; allowed: a letter, then letters, digits, _ and - (A-Z, a-z, 0-9 only)");
        }
        return problems.object(value, pointer)
                .map(object -> component(object, pointer))
                .orElse(UNKNOWN_COMPONENT);
    }

    private GraphComponent component(DataRecord object, String pointer) {
        FieldReader fields = new FieldReader(object, pointer, GraphKeys.COMPONENT, problems);
        Optional<String> type = fields.requiredText(
                GraphKeys.TYPE, "the id of a type of component, such as \"text.split\", or \"graph:name\"");
        String title = fields.text(GraphKeys.TITLE);
        DataRecord settings = fields.object(GraphKeys.SETTINGS).orElse(DataRecord.empty());
        Optional<Execution> execution = fields.choice(GraphKeys.EXECUTION, Execution::named, executions());
        String place = fields.text(GraphKeys.PLACE);
        ComponentState state =
                fields.choice(GraphKeys.STATE, ComponentState::named, states()).orElse(ComponentState.ON);
        Optional<OnError> onError =
                fields.object(GraphKeys.ON_ERROR).map(policy -> onError(policy, fields.at(GraphKeys.ON_ERROR)));
        Map<String, InboxLimit> limits = new LinkedHashMap<>();
        fields.eachField(
                GraphKeys.INBOXES,
                (box, limit) -> limit(limit, JsonPointers.child(fields.at(GraphKeys.INBOXES), box))
                        .ifPresent(known -> limits.put(box, known)));
        DataRecord unknown = fields.unknown();
        return new GraphComponent(type.orElse(""), title, settings, execution, place, state, onError, limits, unknown);
    }

    private static List<String> executions() {
        return Arrays.stream(Execution.values()).map(Execution::id).toList();
    }

    private static List<String> linkStates() {
        return Arrays.stream(LinkState.values()).map(LinkState::id).toList();
    }

    private static List<String> states() {
        return Arrays.stream(ComponentState.values()).map(ComponentState::id).toList();
    }

    private OnError onError(DataRecord object, String pointer) {
        FieldReader fields = new FieldReader(object, pointer, GraphKeys.FAILURE, problems);
        List<String> policies =
                Arrays.stream(FailurePolicy.values()).map(FailurePolicy::id).toList();
        List<String> groups =
                Arrays.stream(RestartGroup.values()).map(RestartGroup::id).toList();
        return new OnError(
                fields.choice(GraphKeys.POLICY, FailurePolicy::named, policies),
                fields.whole(GraphKeys.RETRIES),
                fields.optionalText(GraphKeys.WITHIN),
                fields.optionalText(GraphKeys.BACKOFF),
                fields.choice(GraphKeys.GROUP, RestartGroup::named, groups),
                fields.unknown());
    }

    private Optional<InboxLimit> limit(Object value, String pointer) {
        return problems.object(value, pointer).map(object -> {
            FieldReader fields = new FieldReader(object, pointer, GraphKeys.LIMIT, problems);
            List<String> policies = Arrays.stream(OverflowPolicy.values())
                    .map(OverflowPolicy::id)
                    .toList();
            return new InboxLimit(
                    capacity(fields),
                    fields.choice(GraphKeys.OVERFLOW, OverflowPolicy::named, policies),
                    fields.unknown());
        });
    }

    private OptionalInt capacity(FieldReader fields) {
        Optional<Object> value = fields.value(GraphKeys.CAPACITY);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        if (value.get().equals(GraphKeys.UNBOUNDED)) {
            return OptionalInt.of(InboxLimit.UNBOUNDED);
        }
        long messages = JsonNumbers.whole(value.get()).orElse(-1);
        if (messages >= 0 && messages < InboxLimit.UNBOUNDED) {
            return OptionalInt.of((int) messages);
        }
        String allowed = "a whole number of messages, 0 to " + (InboxLimit.UNBOUNDED - 1) + ", or \"unbounded\"";
        problems.misfit(fields.at(GraphKeys.CAPACITY), value.get(), allowed);
        return OptionalInt.empty();
    }

    private List<GraphLink> links(FieldReader fields) {
        List<?> elements = fields.list(GraphKeys.LINKS, "a list of links");
        List<GraphLink> links = new ArrayList<>(elements.size());
        for (int index = 0; index < elements.size(); index++) {
            String pointer = JsonPointers.child(fields.at(GraphKeys.LINKS), index);
            links.add(problems.object(elements.get(index), pointer)
                    .map(link -> link(link, pointer))
                    .orElseGet(() -> new GraphLink(nowhere(pointer), nowhere(pointer))));
        }
        return links;
    }

    private GraphLink link(DataRecord object, String pointer) {
        FieldReader fields = new FieldReader(object, pointer, GraphKeys.LINK, problems);
        BoxReference from = fields.requiredText(GraphKeys.FROM, "where the link starts, \"component.outbox\"")
                .flatMap(text -> fields.box(text, GraphKeys.FROM, "outbox"))
                .orElseGet(() -> nowhere(pointer));
        BoxReference to = fields.requiredText(GraphKeys.TO, "where the link ends, \"component.inbox\"")
                .flatMap(text -> fields.box(text, GraphKeys.TO, "inbox"))
                .orElseGet(() -> nowhere(pointer));
        boolean muted = fields.choice(GraphKeys.STATE, LinkState::named, linkStates())
                .filter(LinkState.MUTED::equals)
                .isPresent();
        return new GraphLink(from, to, muted, fields.unknown());
    }

    /** Stands for a box that is not well written; other than all others, so that none seems to stand twice. */
    private static BoxReference nowhere(String pointer) {
        return new BoxReference("", pointer);
    }

    private Map<String, BoxReference> boxes(FieldReader fields, String key) {
        Map<String, BoxReference> boxes = new LinkedHashMap<>();
        String direction = key.equals(GraphKeys.INBOXES) ? "inbox" : "outbox";
        fields.eachField(key, (name, value) -> {
            String pointer = JsonPointers.child(fields.at(key), name);
            Optional<BoxReference> box = Optional.empty();
            if (value instanceof String text) {
                box = problems.box(text, pointer, direction);
            } else {
                problems.misfit(pointer, value, "\"component." + direction + "\"");
            }
            boxes.put(name, box.orElseGet(() -> nowhere(pointer)));
        });
        return boxes;
    }
}
