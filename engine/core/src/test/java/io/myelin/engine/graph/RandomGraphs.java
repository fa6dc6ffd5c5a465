package io.myelin.engine.graph;

import io.myelin.engine.component.Execution;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonNull;
import io.myelin.engine.message.LiteralNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;

/** Graphs of every shape that the format allows, from a seed. */
public final class RandomGraphs {
    private static final List<String> TEXTS = List.of(
            "", "plain", "\\W+", "${input}", "\"quoted\"", "line\nbreak\t\u0001", "ünï 日本 😀", "null", "/~", "a.b");
    private static final List<String> NAMES =
            List.of("widget", "colour", "x-future", "ß", "a/b", "c~d", "nested", "0", "on error");

    private final Random random;

    public RandomGraphs(long seed) {
        random = new Random(seed);
    }

    public Graph graph() {
        return graph(2);
    }

    private Graph graph(int depth) {
        List<String> ids =
                some(6, () -> "c" + random.nextInt(30)).stream().distinct().toList();
        Map<String, GraphComponent> components = new LinkedHashMap<>();
        ids.forEach(id -> components.put(id, component()));
        return new Graph(
                text(),
                text(),
                named(2, this::parameter),
                components,
                links(ids),
                named(2, () -> box(ids)),
                named(2, () -> box(ids)),
                depth == 0 ? Map.of() : named(2, () -> graph(depth - 1)),
                layout(ids),
                unknown());
    }

    private List<GraphLink> links(List<String> ids) {
        List<GraphLink> links = new ArrayList<>();
        for (GraphLink link : some(6, () -> new GraphLink(box(ids), box(ids), random.nextInt(4) == 0, unknown()))) {
            if (links.stream().noneMatch(link::joinsSame)) {
                links.add(link);
            }
        }
        return links;
    }

    private GraphLayout layout(List<String> ids) {
        return new GraphLayout(
                positions(ids),
                some(4, () -> linkLayout(box(ids), box(ids))),
                named(2, () -> group(ids)),
                named(2, this::note),
                unknown());
    }

    private LinkLayout linkLayout(BoxReference from, BoxReference to) {
        return new LinkLayout(
                from,
                to,
                some(3, () -> new Position(random.nextInt(99), 1.5, unknown())),
                text(),
                random.nextBoolean(),
                unknown());
    }

    private GroupFrame group(List<String> ids) {
        return new GroupFrame(
                text(), text(), some(3, () -> anId(ids)), some(2, () -> pick(NAMES)), random.nextBoolean(), unknown());
    }

    private Note note() {
        return new Note(
                text(),
                random.nextGaussian(),
                random.nextInt(9),
                pick(List.of(Note.DEFAULT_WIDTH, 10.5)),
                7,
                text(),
                unknown());
    }

    private Map<String, Position> positions(List<String> ids) {
        Map<String, Position> positions = new LinkedHashMap<>();
        some(5, () -> anId(ids))
                .forEach(id -> positions.put(
                        id, new Position(random.nextInt(2000) / 2.0 - 200, random.nextGaussian() * 1000, unknown())));
        return positions;
    }

    GraphComponent component() {
        return new GraphComponent(
                pick(List.of("file.lines", "text.split", "graph:inner", "graph:./x.graph.json", "not.known")),
                text(),
                values(3),
                maybe(() -> pick(List.of(Execution.values()))),
                text(),
                pick(List.of(ComponentState.values())),
                maybe(() -> new OnError(
                        maybe(() -> pick(List.of(FailurePolicy.values()))),
                        random.nextBoolean() ? OptionalInt.of(random.nextInt(10)) : OptionalInt.empty(),
                        maybe(() -> "10s"),
                        maybe(() -> "1.5ms"),
                        maybe(() -> pick(List.of(RestartGroup.values()))),
                        unknown())),
                named(
                        2,
                        () -> new InboxLimit(
                                random.nextBoolean()
                                        ? OptionalInt.of(pick(List.of(0, 1, 256, InboxLimit.UNBOUNDED)))
                                        : OptionalInt.empty(),
                                maybe(() -> pick(List.of(OverflowPolicy.values()))),
                                unknown())),
                unknown());
    }

    private GraphParameter parameter() {
        return new GraphParameter(pick(List.of(ParameterType.values())), maybe(() -> value(1)), text(), unknown());
    }

    private BoxReference box(List<String> ids) {
        return new BoxReference(anId(ids), pick(List.of("inbox", "outbox", "signal", "a.b", "errors")));
    }

    private String anId(List<String> ids) {
        return ids.isEmpty() || random.nextInt(10) == 0 ? "gone" : pick(ids);
    }

    private DataRecord unknown() {
        return random.nextInt(4) == 0 ? values(2) : DataRecord.empty();
    }

    private DataRecord values(int depth) {
        DataRecord.Builder values = DataRecord.builder();
        some(3, () -> pick(NAMES)).forEach(name -> values.put(name, value(depth)));
        return values.build();
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> text();
            case 1 -> random.nextLong();
            case 2 -> new BigDecimal("-1.50");
            case 3 -> new LiteralNumber("1E5");
            case 4 -> random.nextBoolean();
            case 5 -> JsonNull.NULL;
            case 6 -> List.copyOf(some(3, () -> value(depth - 1)));
            default -> values(depth - 1);
        };
    }

    private String text() {
        return pick(TEXTS);
    }

    private <V> Map<String, V> named(int most, Supplier<V> value) {
        Map<String, V> named = new LinkedHashMap<>();
        some(most, () -> pick(NAMES)).forEach(name -> named.put(name, value.get()));
        return named;
    }

    private <V> List<V> some(int most, Supplier<V> value) {
        List<V> list = new ArrayList<>();
        int count = random.nextInt(most + 1);
        for (int index = 0; index < count; index++) {
            list.add(value.get());
        }
        return list;
    }

    private <V> Optional<V> maybe(Supplier<V> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <V> V pick(List<V> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** An edit that may or may not fit {@code graph}. */
    public GraphEdit edit(Graph graph) {
        List<String> ids = new ArrayList<>(graph.components().keySet());
        return switch (random.nextInt(14)) {
            case 0 ->
                new GraphEdit.AddComponent(
                        pick(List.of("gone", "new" + random.nextInt(5))),
                        component(),
                        maybe(() -> new Position(1, 2)),
                        random.nextBoolean() ? GraphEdit.AddComponent.LAST : random.nextInt(5));
            case 1 -> new GraphEdit.RemoveComponent(anId(ids));
            case 2 -> new GraphEdit.ChangeComponent(anId(ids), component());
            case 3 -> new GraphEdit.RenameComponent(anId(ids), pick(List.of("gone", "renamed", "1bad", anId(ids))));
            case 4 ->
                new GraphEdit.MoveComponents(some(
                        3,
                        () -> new GraphEdit.MoveComponents.Move(
                                anId(ids), maybe(() -> new Position(random.nextInt(9), 7, unknown())))));
            case 5 -> new GraphEdit.AddLink(new GraphLink(box(ids), box(ids), unknown()), random.nextInt(8));
            case 6 ->
                graph.links().isEmpty()
                        ? new GraphEdit.RemoveLink(box(ids), box(ids))
                        : new GraphEdit.RemoveLink(
                                pick(graph.links()).from(), pick(graph.links()).to());
            case 7 -> new GraphEdit.ChangeGraph(graph(1));
            case 8 -> linkLayoutEdit(graph, ids);
            case 9 -> new GraphEdit.ChangeGroup(pick(NAMES), maybe(() -> group(ids)), random.nextInt(4));
            case 10 -> new GraphEdit.ChangeNote(pick(NAMES), maybe(this::note), random.nextInt(4));
            case 11 -> inside(graph);
            case 12 ->
                new GraphEdit.ChangeLink(
                        graph.links().isEmpty()
                                ? new GraphLink(box(ids), box(ids))
                                : pick(graph.links()).withMuted(random.nextBoolean()));
            default -> new GraphEdit.Several(some(4, () -> edit(graph)));
        };
    }

    private GraphEdit linkLayoutEdit(Graph graph, List<String> ids) {
        List<GraphLink> links = new ArrayList<>(graph.links());
        graph.layout().links().forEach(layout -> links.add(layout.link()));
        links.add(new GraphLink(box(ids), box(ids)));
        GraphLink link = pick(links);
        return new GraphEdit.ChangeLinkLayout(
                link.from(), link.to(), maybe(() -> linkLayout(link.from(), link.to())), random.nextInt(4));
    }

    private GraphEdit inside(Graph graph) {
        List<String> path = new ArrayList<>();
        Graph at = graph;
        while (!at.graphs().isEmpty() && (path.isEmpty() || random.nextBoolean())) {
            String name = pick(List.copyOf(at.graphs().keySet()));
            path.add(name);
            at = at.graphs().getOrDefault(name, Graph.EMPTY);
        }
        if (random.nextInt(10) == 0) {
            path.add("gone");
        }
        return new GraphEdit.Inside(path, edit(at));
    }
}
