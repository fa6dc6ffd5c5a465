package io.myelin.engine.graph;

import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.MessageText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One putting of a graph in the place of the component that stands for it. */
final class SubgraphExpansion {
    private final Graph graph;
    private final String id;
    private final GraphComponent component;
    private final Graph inner;
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, String> graphNames = new LinkedHashMap<>();
    private final Map<String, Graph> graphs;
    private final Set<String> takenNames;
    private final List<GraphEdit> drawings = new ArrayList<>();
    private double dx;
    private double dy;

    SubgraphExpansion(Graph graph, String id, Graph inner, Set<String> taken) {
        this.graph = graph;
        this.id = id;
        this.inner = inner;
        this.graphs = new LinkedHashMap<>(graph.graphs());
        this.takenNames = Set.copyOf(taken);
        GraphComponent found = graph.components().get(id);
        if (found == null) {
            throw new GraphEditException("there is no component \"" + id + "\"");
        }
        this.component = found;
    }

    Subgraph.Change change() {
        requireNoMoreThanItsParts();
        chooseIds();
        moveGraphs();
        List<GraphEdit.Entry<GraphLink>> links = links();
        List<GraphEdit> edits = new ArrayList<>();
        edits.add(Subgraph.header(
                graph, outside(graph.inboxes(), inner.inboxes()), outside(graph.outboxes(), inner.outboxes()), graphs));
        edits.add(new GraphEdit.RemoveComponent(id));
        addComponents(edits);
        edits.add(Subgraph.putBack(links));
        edits.addAll(drawings);
        inner.layout().links().forEach(drawn -> edits.add(Subgraph.drawn(shifted(drawn))));
        edits.addAll(new ExpandedLayout(graph.layout(), inner.layout(), id, ids).edits(dx, dy));
        return new Subgraph.Change(new GraphEdit.Several(edits), List.copyOf(ids.values()));
    }

    private void requireNoMoreThanItsParts() {
        if (component.state() == ComponentState.BYPASSED) {
            throw refused("it is bypassed, which its parts would not be; turn it on first");
        }
        if (component.onError().isPresent()) {
            throw refused("what it does on an error holds for all its parts together; take that away first");
        }
        if (inner.components().isEmpty()) {
            throw refused("there is nothing in it");
        }
    }

    private GraphEditException refused(String reason) {
        return new GraphEditException("\"" + id + "\" can't be expanded: " + reason);
    }

    private void chooseIds() {
        Set<String> taken = new HashSet<>(graph.components().keySet());
        taken.remove(id);
        // Those that can keep their id do, whatever comes before them.
        Set<String> kept = new HashSet<>(inner.components().keySet());
        kept.removeAll(taken);
        taken.addAll(kept);
        for (String each : inner.components().keySet()) {
            String free = kept.contains(each) ? each : Subgraph.free(each, taken);
            taken.add(free);
            ids.put(each, free);
        }
    }

    /** Graphs inside the inner one come along; what it was itself goes where nothing else names it. */
    private void moveGraphs() {
        String own =
                component.type().startsWith(Subgraph.TYPE) ? component.type().substring(Subgraph.TYPE.length()) : "";
        if (inner.equals(graphs.get(own)) && !isNamed(own)) {
            graphs.remove(own);
        }
        Set<String> outside = new HashSet<>(graphs.keySet());
        outside.addAll(takenNames);
        outside.remove(graphs.containsKey(own) ? "" : own);
        Set<String> taken = new HashSet<>(outside);
        taken.addAll(inner.graphs().keySet());
        inner.graphs().keySet().forEach(name -> {
            String free = outside.contains(name) ? Subgraph.free(name, taken) : name;
            taken.add(free);
            graphNames.put(name, free);
        });
        inner.graphs()
                .forEach((name, moved) ->
                        graphs.put(graphNames.getOrDefault(name, name), GraphNames.renamed(moved, graphNames)));
    }

    private boolean isNamed(String name) {
        Map<String, GraphComponent> others = new LinkedHashMap<>(graph.components());
        others.remove(id);
        return GraphNames.isNamed(name, others.values(), graph.graphs().values());
    }

    private BoxReference placed(BoxReference box) {
        return new BoxReference(ids.getOrDefault(box.component(), box.component()), box.box());
    }

    private Map<String, BoxReference> outside(Map<String, BoxReference> own, Map<String, BoxReference> ofInner) {
        Map<String, BoxReference> boxes = new LinkedHashMap<>();
        own.forEach((name, box) -> boxes.put(name, through(box, ofInner)));
        return boxes;
    }

    /** The inner box that {@code box} stands for, where it is one of the component. */
    private BoxReference through(BoxReference box, Map<String, BoxReference> ofInner) {
        if (!box.component().equals(id)) {
            return box;
        }
        BoxReference meant = ofInner.get(box.box());
        if (meant == null) {
            throw refused("its box \"" + box.box() + "\" is linked, which is none of its parts'");
        }
        return placed(meant);
    }

    /** The links that led to the component and those inside; two that come to join the same boxes are one. */
    private List<GraphEdit.Entry<GraphLink>> links() {
        List<GraphEdit.Entry<GraphLink>> links = new ArrayList<>();
        Set<GraphLink> joined = new HashSet<>();
        int index = 0;
        for (GraphLink link : graph.links()) {
            boolean touches =
                    link.from().component().equals(id) || link.to().component().equals(id);
            BoxReference from = through(link.from(), inner.outboxes());
            BoxReference to = through(link.to(), inner.inboxes());
            if (!touches || joined.add(new GraphLink(from, to))) {
                if (touches) {
                    links.add(new GraphEdit.Entry<>(index, "", link.between(from, to)));
                    drawings.addAll(Subgraph.drawnAs(graph, link, from, to));
                }
                index++;
            } else if (!link.muted()) {
                unmute(links, from, to);
            }
        }
        for (GraphLink link : inner.links()) {
            BoxReference from = placed(link.from());
            BoxReference to = placed(link.to());
            if (joined.add(new GraphLink(from, to))) {
                links.add(new GraphEdit.Entry<>(index++, "", link.between(from, to)));
            } else if (!link.muted()) {
                unmute(links, from, to);
            }
        }
        return links;
    }

    /** Of several links that come to join the same boxes, one that carries something makes the one that stays carry it. */
    private static void unmute(List<GraphEdit.Entry<GraphLink>> links, BoxReference from, BoxReference to) {
        links.replaceAll(entry -> entry.value().joinsSame(new GraphLink(from, to))
                ? new GraphEdit.Entry<>(entry.index(), "", entry.value().withMuted(false))
                : entry);
    }

    private LinkLayout shifted(LinkLayout drawn) {
        return drawn.between(placed(drawn.from()), placed(drawn.to()))
                .withWaypoints(drawn.waypoints().stream()
                        .map(point -> new Position(point.x() + dx, point.y() + dy, point.unknown()))
                        .toList());
    }

    private void addComponents(List<GraphEdit> edits) {
        int index = new ArrayList<>(graph.components().keySet()).indexOf(id);
        Map<String, Position> places = inner.layout().components();
        Position at = graph.layout().components().get(id);
        Optional<SubgraphExtraction.Corner> corner = SubgraphExtraction.Corner.of(places.values());
        dx = at == null ? 0 : corner.map(inside -> at.x() - inside.x()).orElse(0.0);
        dy = at == null ? 0 : corner.map(inside -> at.y() - inside.y()).orElse(0.0);
        for (Map.Entry<String, GraphComponent> part : inner.components().entrySet()) {
            Optional<Position> place = Optional.ofNullable(places.get(part.getKey()))
                    .map(inside -> new Position(inside.x() + dx, inside.y() + dy, inside.unknown()));
            edits.add(new GraphEdit.AddComponent(
                    ids.getOrDefault(part.getKey(), part.getKey()),
                    outside(part.getKey(), part.getValue()),
                    place,
                    index++));
        }
    }

    private GraphComponent outside(String partId, GraphComponent part) {
        Map<String, Object> values = new HashMap<>();
        inner.parameters().forEach((name, parameter) -> {
            Object given = component.settings().get(name);
            if (given != null) {
                values.put(name, given);
            } else {
                // A default stands for itself, while a setting may name parameters.
                parameter.defaultValue().ifPresent(value -> values.put(name, References.written(value)));
            }
        });
        DataRecord settings = SettingTexts.replaced(
                GraphNames.renamed(part, graphNames).settings(), text -> substituted(partId, text, values));
        GraphComponent placed = GraphNames.renamed(part, graphNames).withSettings(settings);
        return component.state() == ComponentState.MUTED ? placed.withState(ComponentState.MUTED) : placed;
    }

    private Object substituted(String partId, String text, Map<String, Object> values) {
        List<References.Piece> pieces = References.parse(text);
        if (pieces.size() == 1 && pieces.getFirst() instanceof References.Reference single) {
            return isOwn(single) ? valueOf(partId, single.name(), values) : text;
        }
        StringBuilder filled = new StringBuilder();
        for (References.Piece piece : pieces) {
            switch (piece) {
                case References.Literal(String literal) -> filled.append(References.escape(literal));
                case References.Unfinished(String rest) -> filled.append(rest);
                case References.Reference reference
                when isOwn(reference) -> filled.append(spliced(partId, reference.name(), values));
                case References.Reference reference -> filled.append(reference.text());
            }
        }
        return filled.toString();
    }

    private boolean isOwn(References.Reference reference) {
        return reference.kind() == References.Kind.PARAMETER
                && inner.parameters().containsKey(reference.name());
    }

    private Object valueOf(String partId, String name, Map<String, Object> values) {
        Object value = values.get(name);
        if (value == null) {
            throw refused("its setting \"" + name + "\", which \"" + partId + "\" uses, has no value");
        }
        return value;
    }

    private String spliced(String partId, String name, Map<String, Object> values) {
        Object value = valueOf(partId, name, values);
        if (value instanceof DataRecord || value instanceof List<?>) {
            throw refused("its setting \"" + name + "\" is no text, but stands inside a text of \"" + partId + "\"");
        }
        String text = MessageText.of(value);
        GraphParameter parameter = inner.parameters().get(name);
        boolean isPath = parameter != null && parameter.type() == ParameterType.PATH;
        if (isPath && !text.startsWith("${") && !Path.of(text).isAbsolute()) {
            throw refused("its setting \"" + name + "\" is a path, which inside a text of \"" + partId
                    + "\" would not be taken from the graph's folder any more");
        }
        return text;
    }
}
