package io.myelin.engine.graph;

import io.myelin.engine.graph.PublicBox.Kind;
import io.myelin.engine.message.DataRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/** Graphs in graphs that stand for components and pass boxes and settings on outward, and edits of that, from a seed. */
final class RandomNestedGraphs {
    private static final int DEPTH = 3;

    private final Random random;

    RandomNestedGraphs(long seed) {
        random = new Random(seed);
    }

    /** A graph; little of it, if any, leads nowhere. */
    Graph graph() {
        return graph(0, Map.of());
    }

    private Graph graph(int depth, Map<String, Graph> around) {
        Map<String, Graph> graphs = new LinkedHashMap<>();
        Map<String, Graph> known = new LinkedHashMap<>(around);
        for (int count = depth == DEPTH ? 0 : random.nextInt(3); count > 0; count--) {
            // The same names on several levels: the nearer hides the farther.
            String name = "g" + random.nextInt(3);
            Graph inner = graph(depth + 1, known);
            graphs.put(name, inner);
            known.put(name, inner);
        }
        Map<String, GraphParameter> parameters = new LinkedHashMap<>();
        for (int count = random.nextInt(3); count > 0; count--) {
            parameters.put(
                    "p" + depth + count,
                    new GraphParameter(ParameterType.TEXT, Optional.of("d$" + count), "", DataRecord.empty()));
        }
        Map<String, GraphComponent> components = new LinkedHashMap<>();
        for (int count = 1 + random.nextInt(4); count > 0; count--) {
            components.put("c" + count, component(parameters, known));
        }
        List<GraphLink> links = new ArrayList<>();
        Map<String, BoxReference> inboxes = new LinkedHashMap<>();
        Map<String, BoxReference> outboxes = new LinkedHashMap<>();
        for (int count = random.nextInt(5); count > 0; count--) {
            BoxReference from = box(components, known, Kind.OUTBOX);
            BoxReference to = box(components, known, Kind.INBOX);
            GraphLink link = new GraphLink(from, to).withMuted(random.nextBoolean());
            if (links.stream().noneMatch(link::joinsSame)) {
                links.add(link);
            }
        }
        for (int count = random.nextInt(4); count > 0; count--) {
            inboxes.put("i" + random.nextInt(9), box(components, known, Kind.INBOX));
            outboxes.put("o" + random.nextInt(9), box(components, known, Kind.OUTBOX));
        }
        return new Graph(
                "",
                "",
                parameters,
                components,
                links,
                inboxes,
                outboxes,
                graphs,
                new GraphLayout(
                        Map.of("c1", new Position(random.nextInt(9), 2, DataRecord.empty())), DataRecord.empty()),
                DataRecord.empty());
    }

    private GraphComponent component(Map<String, GraphParameter> parameters, Map<String, Graph> known) {
        if (known.isEmpty() || random.nextInt(3) == 0) {
            return GraphComponent.ofType("t")
                    .withSettings(DataRecord.of("s0", value(parameters, 2), "s1", value(parameters, 1)));
        }
        String name = pick(List.copyOf(known.keySet()));
        Graph used = known.getOrDefault(name, Graph.EMPTY);
        DataRecord.Builder settings = DataRecord.builder();
        used.parameters().keySet().stream()
                .filter(_ -> random.nextBoolean())
                .forEach(parameter -> settings.put(parameter, value(parameters, 1)));
        Map<String, InboxLimit> limits = new LinkedHashMap<>();
        used.inboxes().keySet().stream().filter(_ -> random.nextBoolean()).forEach(box -> limits.put(box, limit()));
        if (random.nextInt(9) == 0) {
            limits.put("gone", limit());
        }
        return GraphComponent.ofType(Subgraph.TYPE + name)
                .withSettings(settings.build())
                .withInboxes(limits);
    }

    private InboxLimit limit() {
        return new InboxLimit(OptionalInt.of(random.nextInt(9)), Optional.empty(), DataRecord.empty());
    }

    private Object value(Map<String, GraphParameter> parameters, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> parameters.isEmpty() ? "$${x}" : "${" + pick(List.copyOf(parameters.keySet())) + "}";
            case 1 -> parameters.isEmpty() ? 1L : "<${" + pick(List.copyOf(parameters.keySet())) + "}>";
            case 2 -> "$${p11} is text";
            case 3 -> (long) random.nextInt(9);
            case 4 -> List.of(value(parameters, depth - 1), value(parameters, depth - 1));
            default -> DataRecord.of("in", value(parameters, depth - 1));
        };
    }

    private BoxReference box(Map<String, GraphComponent> components, Map<String, Graph> known, Kind kind) {
        if (random.nextInt(20) == 0) {
            return new BoxReference("gone", "box");
        }
        String id = pick(List.copyOf(components.keySet()));
        String type = components.getOrDefault(id, GraphComponent.ofType("t")).type();
        Graph used = type.startsWith(Subgraph.TYPE)
                ? known.getOrDefault(type.substring(Subgraph.TYPE.length()), Graph.EMPTY)
                : Graph.EMPTY;
        List<String> names = new ArrayList<>(kind.of(used).keySet());
        if (names.isEmpty()) {
            names.add(used == Graph.EMPTY ? kind.name().toLowerCase(Locale.ROOT) : "signal");
        }
        return new BoxReference(id, pick(names));
    }

    /** An edit of {@code whole} as people make them; empty where what was drawn can't be done there. */
    Optional<GraphEdit> edit(Graph whole) {
        List<String> path = new ArrayList<>();
        Graph at = whole;
        while (!at.graphs().isEmpty() && random.nextInt(4) > 0) {
            String name = pick(List.copyOf(at.graphs().keySet()));
            path.add(name);
            at = at.graphs().getOrDefault(name, Graph.EMPTY);
        }
        Graph graph = at;
        Kind kind = pick(List.of(Kind.values()));
        Optional<PublicBox> box = kind.of(graph).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new PublicBox(kind, pick(List.copyOf(kind.of(graph).keySet()))));
        return switch (random.nextInt(6)) {
            case 0 -> publish(graph, kind).map(edit -> new GraphEdit.Inside(path, edit));
            case 1 ->
                box.map(one -> {
                    String free = Subgraph.free(
                            pick(List.of("i1", "o2", "gone", "other")),
                            kind.of(graph).keySet());
                    return PublicBoxes.rename(whole, path, one, free);
                });
            case 2 -> box.map(one -> PublicBoxes.remove(whole, path, Set.of(one)));
            case 3 -> box.map(one -> new GraphEdit.Inside(path, PublicBoxes.move(graph, one, random.nextInt(4))));
            case 4 -> promote(graph).map(edit -> new GraphEdit.Inside(path, edit));
            default -> takeBack(whole, path, graph);
        };
    }

    private Optional<GraphEdit> publish(Graph graph, Kind kind) {
        List<BoxReference> boxes = new ArrayList<>();
        graph.components().forEach((id, component) -> {
            if (!component.type().startsWith(Subgraph.TYPE)) {
                boxes.add(new BoxReference(id, "signal"));
                boxes.add(new BoxReference(id, "box" + random.nextInt(3)));
            }
        });
        boxes.addAll(kind.of(graph).values());
        if (boxes.isEmpty()) {
            return Optional.empty();
        }
        BoxReference inner = pick(boxes);
        return Optional.of(
                PublicBoxes.lead(graph, new PublicBox(kind, PublicBoxes.freeName(graph, kind, inner)), inner));
    }

    private Optional<GraphEdit> promote(Graph graph) {
        String id = pick(List.copyOf(graph.components().keySet()));
        DataRecord settings =
                Optional.ofNullable(graph.components().get(id)).orElseThrow().settings();
        if (settings.isEmpty()) {
            return Optional.empty();
        }
        String setting = pick(List.copyOf(settings.keySet()));
        return Optional.ofNullable(settings.get(setting))
                .flatMap(PromotedSettings::literal)
                .map(literal -> PromotedSettings.promote(
                        graph,
                        id,
                        setting,
                        new GraphParameter(ParameterType.TEXT, Optional.of(literal), "", DataRecord.empty())));
    }

    private Optional<GraphEdit> takeBack(Graph whole, List<String> path, Graph graph) {
        List<Map.Entry<String, String>> promoted = new ArrayList<>();
        graph.components()
                .forEach((id, component) -> component.settings().forEach((setting, value) -> {
                    if (PromotedSettings.parameterOf(graph, value).isPresent()) {
                        promoted.add(Map.entry(id, setting));
                    }
                }));
        if (promoted.isEmpty()) {
            return Optional.empty();
        }
        Map.Entry<String, String> one = pick(promoted);
        try {
            return Optional.of(PromotedSettings.takeBack(whole, path, one.getKey(), one.getValue()));
        } catch (GraphEditException refused) {
            // What is given outside is not one value that means something inside: people are told.
            return Optional.empty();
        }
    }

    private <V> V pick(List<V> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
