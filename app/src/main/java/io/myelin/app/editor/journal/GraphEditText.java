package io.myelin.app.editor.journal;

import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphEdit.AddComponent;
import io.myelin.engine.graph.GraphEdit.AddLink;
import io.myelin.engine.graph.GraphEdit.ChangeComponent;
import io.myelin.engine.graph.GraphEdit.ChangeGraph;
import io.myelin.engine.graph.GraphEdit.ChangeGroup;
import io.myelin.engine.graph.GraphEdit.ChangeLink;
import io.myelin.engine.graph.GraphEdit.ChangeLinkLayout;
import io.myelin.engine.graph.GraphEdit.ChangeNote;
import io.myelin.engine.graph.GraphEdit.Entry;
import io.myelin.engine.graph.GraphEdit.Inside;
import io.myelin.engine.graph.GraphEdit.MoveComponents;
import io.myelin.engine.graph.GraphEdit.MoveComponents.Move;
import io.myelin.engine.graph.GraphEdit.Parts;
import io.myelin.engine.graph.GraphEdit.PutBack;
import io.myelin.engine.graph.GraphEdit.RemoveComponent;
import io.myelin.engine.graph.GraphEdit.RemoveLink;
import io.myelin.engine.graph.GraphEdit.RenameComponent;
import io.myelin.engine.graph.GraphEdit.Several;
import io.myelin.engine.graph.GraphEdit.TakeOut;
import io.myelin.engine.graph.GraphLayout;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.Position;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonNumbers;
import io.myelin.engine.message.MessageText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Edits as JSON on one line, and back. What is read does to any graph exactly what the edit written would do. The parts
 * of graphs that an edit carries are written by the format of graph files itself, as a graph that holds nothing else: so
 * whatever the format knows of them, a journal knows too.
 */
final class GraphEditText {
    private static final String DO = "do";
    private static final String ADD_COMPONENTS = "add-components";
    private static final String ADD_LINKS = "add-links";
    private static final String ID = "id";
    private static final String NAME = "name";
    private static final String INDEX = "index";
    private static final String GRAPH = "graph";
    private static final String COMPONENTS = "components";
    private static final String PATH = "path";
    private static final String LINKS = "links";
    private static final String POSITIONS = "positions";
    private static final String INBOXES = "inboxes";
    private static final String OUTBOXES = "outboxes";

    private GraphEditText() {}

    /** {@code edit}, which fits the graph that it is meant for, as JSON without line breaks. */
    static String write(GraphEdit edit) {
        return switch (edit) {
            case AddComponent add ->
                named("add-component")
                        .text(ID, add.id())
                        .number(INDEX, add.index())
                        .graph(GRAPH, alone(add))
                        .end();
            case RemoveComponent remove ->
                named("remove-component").text(ID, remove.id()).end();
            case ChangeComponent change ->
                named("change-component")
                        .text(ID, change.id())
                        .graph(GRAPH, alone(new AddComponent(change.id(), change.component(), Optional.empty(), 0)))
                        .end();
            case RenameComponent rename ->
                named("rename-component")
                        .text(ID, rename.id())
                        .text("to", rename.newId())
                        .end();
            case MoveComponents move ->
                named("move-components").json("moves", moves(move.moves())).end();
            case AddLink add ->
                named("add-link")
                        .number(INDEX, add.index())
                        .graph(GRAPH, alone(new PutBack(linkOnly(add.link()))))
                        .end();
            case RemoveLink remove ->
                named("remove-link")
                        .json("from", box(remove.from()))
                        .json("to", box(remove.to()))
                        .end();
            case ChangeLink change ->
                named("change-link")
                        .graph(GRAPH, alone(new PutBack(linkOnly(change.link()))))
                        .end();
            // Done to an empty graph it leaves the header alone, without the components that a header may carry along.
            case ChangeGraph change ->
                named("change-graph").graph(GRAPH, alone(change)).end();
            case ChangeLinkLayout change ->
                layoutEdit("change-link-layout", change.index(), change.layout().isPresent(), change)
                        .json("from", box(change.from()))
                        .json("to", box(change.to()))
                        .end();
            case ChangeGroup change ->
                layoutEdit("change-group", change.index(), change.group().isPresent(), change)
                        .text(NAME, change.name())
                        .end();
            case ChangeNote change ->
                layoutEdit("change-note", change.index(), change.note().isPresent(), change)
                        .text(NAME, change.name())
                        .end();
            case TakeOut takeOut -> parts("take-out", takeOut.parts());
            case PutBack putBack -> parts("put-back", putBack.parts());
            case Several several ->
                named("several").json("edits", edits(several.edits())).end();
            case Inside inside ->
                named("inside")
                        .json(
                                PATH,
                                inside.path().stream()
                                        .map(MessageText::json)
                                        .collect(Collectors.joining(",", "[", "]")))
                        .json("edit", write(inside.edit()))
                        .end();
        };
    }

    /** The edit that {@link #write} wrote; throws {@link JournalException} where it is none. */
    static GraphEdit read(JournalFields fields) {
        String what = fields.text(DO);
        return switch (what) {
            case "add-component" -> addComponent(fields);
            case "remove-component" -> new RemoveComponent(fields.text(ID));
            case "change-component" -> {
                AddComponent alone = addComponent(fields, 0);
                yield new ChangeComponent(alone.id(), alone.component());
            }
            case "rename-component" -> new RenameComponent(fields.text(ID), fields.text("to"));
            case "move-components" ->
                new MoveComponents(
                        fields.list("moves").stream().map(GraphEditText::move).toList());
            case "add-link" -> new AddLink(only(fields.graph(GRAPH).links()), fields.number(INDEX));
            case "remove-link" -> new RemoveLink(box(fields.list("from")), box(fields.list("to")));
            case "change-link" -> new ChangeLink(only(fields.graph(GRAPH).links()));
            case "change-graph" -> new ChangeGraph(fields.graph(GRAPH));
            case "change-link-layout" ->
                new ChangeLinkLayout(
                        box(fields.list("from")),
                        box(fields.list("to")),
                        layout(fields).map(layout -> only(layout.links())),
                        fields.number(INDEX));
            case "change-group" ->
                new ChangeGroup(
                        fields.text(NAME),
                        layout(fields).map(layout -> present(layout.groups(), fields.text(NAME))),
                        fields.number(INDEX));
            case "change-note" ->
                new ChangeNote(
                        fields.text(NAME),
                        layout(fields).map(layout -> present(layout.notes(), fields.text(NAME))),
                        fields.number(INDEX));
            case "take-out" -> new TakeOut(parts(fields));
            case "put-back" -> new PutBack(parts(fields));
            case "several" -> {
                List<GraphEdit> edits = new ArrayList<>();
                fields.list("edits").forEach(edit -> readInto(edits, JournalFields.of(edit)));
                yield new Several(edits);
            }
            case "inside" -> new Inside(path(fields.list(PATH)), read(fields.object("edit")));
            default -> throw new JournalException("there is no edit \"" + what + "\" in this version");
        };
    }

    /** What is taken away has no graph. */
    private static JsonObject layoutEdit(String what, int index, boolean isThere, GraphEdit edit) {
        JsonObject fields = named(what).number(INDEX, index);
        return isThere ? fields.graph(GRAPH, alone(edit)) : fields;
    }

    private static Optional<GraphLayout> layout(JournalFields fields) {
        return fields.has(GRAPH) ? Optional.of(fields.graph(GRAPH).layout()) : Optional.empty();
    }

    private static String edits(List<GraphEdit> edits) {
        List<String> written = new ArrayList<>();
        int at = 0;
        while (at < edits.size()) {
            int end = at + 1;
            while (end < edits.size()
                    && edits.get(end).getClass().equals(edits.get(at).getClass())) {
                end++;
            }
            List<GraphEdit> same = edits.subList(at, end);
            switch (edits.get(at)) {
                case AddComponent _
                when same.size() > 1 ->
                    written.add(addedComponents(
                            same.stream().map(AddComponent.class::cast).toList()));
                case AddLink _
                when same.size() > 1 ->
                    written.add(
                            addedLinks(same.stream().map(AddLink.class::cast).toList()));
                default -> same.forEach(edit -> written.add(write(edit)));
            }
            at = end;
        }
        return written.stream().collect(Collectors.joining(",", "[", "]"));
    }

    /** Many at once, as a paste has them: written as one graph that costs far less than a graph for each. */
    private static String addedComponents(List<AddComponent> adds) {
        List<Entry<GraphComponent>> components = new ArrayList<>();
        List<Entry<Position>> positions = new ArrayList<>();
        for (AddComponent add : adds) {
            components.add(new Entry<>(components.size(), add.id(), add.component()));
            add.position().ifPresent(at -> positions.add(new Entry<>(positions.size(), add.id(), at)));
        }
        return named(ADD_COMPONENTS)
                .json(INDEX, numbers(adds.stream().map(AddComponent::index)))
                .graph(GRAPH, alone(new PutBack(new Parts(components, List.of(), positions, List.of(), List.of()))))
                .end();
    }

    private static String addedLinks(List<AddLink> adds) {
        List<Entry<GraphLink>> links = new ArrayList<>();
        adds.forEach(add -> links.add(new Entry<>(links.size(), "", add.link())));
        return named(ADD_LINKS)
                .json(INDEX, numbers(adds.stream().map(AddLink::index)))
                .graph(GRAPH, alone(new PutBack(new Parts(List.of(), links, List.of(), List.of(), List.of()))))
                .end();
    }

    private static void readInto(List<GraphEdit> edits, JournalFields fields) {
        switch (fields.text(DO)) {
            case ADD_COMPONENTS -> {
                Graph graph = fields.graph(GRAPH);
                entries(fields, INDEX, graph.components())
                        .forEach(entry -> edits.add(new AddComponent(
                                entry.name(),
                                entry.value(),
                                Optional.ofNullable(graph.layout().components().get(entry.name())),
                                entry.index())));
            }
            case ADD_LINKS ->
                links(fields, INDEX, fields.graph(GRAPH))
                        .forEach(entry -> edits.add(new AddLink(entry.value(), entry.index())));
            default -> edits.add(read(fields));
        }
    }

    private static List<String> path(List<?> written) {
        List<String> path = new ArrayList<>();
        for (Object name : written) {
            if (!(name instanceof String text)) {
                throw new JournalException("found " + MessageText.describe(name) + " as the name of a graph");
            }
            path.add(text);
        }
        return path;
    }

    private static JsonObject named(String what) {
        return new JsonObject().text(DO, what);
    }

    /** The graph that holds nothing but what {@code edit} puts into an empty one. */
    private static Graph alone(GraphEdit edit) {
        return edit.applyTo(Graph.EMPTY).graph();
    }

    private static AddComponent addComponent(JournalFields fields) {
        return addComponent(fields, fields.number(INDEX));
    }

    private static AddComponent addComponent(JournalFields fields, int index) {
        String id = fields.text(ID);
        Graph graph = fields.graph(GRAPH);
        return new AddComponent(
                id,
                present(graph.components(), id),
                Optional.ofNullable(graph.layout().components().get(id)),
                index);
    }

    private static <V> V present(Map<String, V> map, String name) {
        V value = map.get(name);
        if (value == null) {
            throw new JournalException("the edit does not hold \"" + name + "\"");
        }
        return value;
    }

    private static <V> V only(List<V> values) {
        if (values.size() != 1) {
            throw new JournalException("one link is expected, found " + values.size());
        }
        return values.getFirst();
    }

    private static Parts linkOnly(GraphLink link) {
        return new Parts(List.of(), List.of(new Entry<>(0, "", link)), List.of(), List.of(), List.of());
    }

    /** As lists, the shortest form: a drag of many components writes them at every movement. */
    private static String moves(List<Move> moves) {
        StringBuilder text = new StringBuilder("[");
        for (Move move : moves) {
            text.append(text.length() == 1 ? "[" : ",[").append(MessageText.json(move.id()));
            move.position().ifPresent(position -> {
                text.append(',').append(JsonNumbers.text(JsonNumbers.ofDouble(position.x())));
                text.append(',').append(JsonNumbers.text(JsonNumbers.ofDouble(position.y())));
                if (!position.unknown().isEmpty()) {
                    text.append(',').append(MessageText.json(position.unknown()));
                }
            });
            text.append(']');
        }
        return text.append(']').toString();
    }

    private static Move move(Object written) {
        if (written instanceof List<?> list && !list.isEmpty() && list.getFirst() instanceof String id) {
            if (list.size() == 1) {
                return new Move(id, Optional.empty());
            }
            DataRecord unknown = list.size() > 3 && list.get(3) instanceof DataRecord more ? more : DataRecord.empty();
            if (list.size() > 2 && list.get(1) instanceof Number x && list.get(2) instanceof Number y) {
                return new Move(id, Optional.of(new Position(x.doubleValue(), y.doubleValue(), unknown)));
            }
        }
        throw new JournalException("found " + MessageText.describe(written) + " as a move; allowed: [id, x, y]");
    }

    private static String box(BoxReference box) {
        return "[" + MessageText.json(box.component()) + "," + MessageText.json(box.box()) + "]";
    }

    private static BoxReference box(List<?> written) {
        if (written.size() == 2
                && written.getFirst() instanceof String component
                && written.getLast() instanceof String box) {
            return new BoxReference(component, box);
        }
        throw new JournalException("found " + MessageText.describe(written) + " as a box; allowed: [component, box]");
    }

    private static String parts(String what, Parts parts) {
        // Into an empty graph all parts go in their order, wherever they belong in the whole one.
        return named(what)
                .json(COMPONENTS, indexes(parts.components()))
                .json(LINKS, indexes(parts.links()))
                .json(POSITIONS, indexes(parts.positions()))
                .json(INBOXES, indexes(parts.inboxes()))
                .json(OUTBOXES, indexes(parts.outboxes()))
                .graph(GRAPH, alone(new PutBack(parts)))
                .end();
    }

    private static String indexes(List<? extends Entry<?>> entries) {
        return numbers(entries.stream().map(Entry::index));
    }

    private static String numbers(Stream<Integer> numbers) {
        return numbers.map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    private static Parts parts(JournalFields fields) {
        Graph graph = fields.graph(GRAPH);
        return new Parts(
                entries(fields, COMPONENTS, graph.components()),
                links(fields, LINKS, graph),
                entries(fields, POSITIONS, graph.layout().components()),
                entries(fields, INBOXES, graph.inboxes()),
                entries(fields, OUTBOXES, graph.outboxes()));
    }

    private static List<Entry<GraphLink>> links(JournalFields fields, String name, Graph graph) {
        List<Integer> indexes = indexes(fields, name, graph.links().size());
        List<Entry<GraphLink>> links = new ArrayList<>();
        for (int i = 0; i < indexes.size(); i++) {
            links.add(new Entry<>(indexes.get(i), "", graph.links().get(i)));
        }
        return links;
    }

    private static <V> List<Entry<V>> entries(JournalFields fields, String name, Map<String, V> values) {
        List<Integer> indexes = indexes(fields, name, values.size());
        List<Entry<V>> entries = new ArrayList<>();
        values.forEach((key, value) -> entries.add(new Entry<>(indexes.get(entries.size()), key, value)));
        return entries;
    }

    private static List<Integer> indexes(JournalFields fields, String name, int count) {
        List<Integer> indexes = fields.list(name).stream()
                .filter(Number.class::isInstance)
                .map(index -> ((Number) index).intValue())
                .toList();
        if (indexes.size() != count) {
            throw new JournalException(count + " places are expected in \"" + name + "\", found " + indexes.size());
        }
        return indexes;
    }
}
