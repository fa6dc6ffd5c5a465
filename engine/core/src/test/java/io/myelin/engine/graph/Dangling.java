package io.myelin.engine.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a graph, and those inside it, name that is not there: boxes, limits, settings and parameters. */
final class Dangling {
    private static final Set<String> EVERYWHERE = Set.of("control", "signal", "errors");

    private final Graph whole;
    private final Set<String> found = new TreeSet<>();

    private Dangling(Graph whole) {
        this.whole = whole;
    }

    /** Each in words, with the graph that it is in. */
    static Set<String> in(Graph whole) {
        Dangling dangling = new Dangling(whole);
        dangling.gather(List.of(), whole);
        return dangling.found;
    }

    private void gather(List<String> path, Graph graph) {
        for (PublicBox.Kind kind : PublicBox.Kind.values()) {
            kind.of(graph).values().forEach(box -> box(path, graph, kind, box, "own box"));
        }
        graph.links().forEach(link -> {
            box(path, graph, PublicBox.Kind.OUTBOX, link.from(), "link");
            box(path, graph, PublicBox.Kind.INBOX, link.to(), "link");
        });
        graph.components().forEach((id, component) -> {
            meant(path, component.type()).ifPresent(used -> {
                component.inboxes().keySet().stream()
                        .filter(box ->
                                !EVERYWHERE.contains(box) && !used.inboxes().containsKey(box))
                        .forEach(box -> found.add(path + " limit of " + id + "." + box));
                component.settings().keySet().stream()
                        .filter(name -> !used.parameters().containsKey(name))
                        .forEach(name -> found.add(path + " setting " + name + " of " + id));
            });
            SettingTexts.each(component.settings(), text -> parameters(path, graph, text));
        });
        graph.graphs().forEach((name, inner) -> {
            List<String> deeper = new ArrayList<>(path);
            deeper.add(name);
            gather(deeper, inner);
        });
    }

    private void parameters(List<String> path, Graph graph, String text) {
        for (References.Piece piece : References.parse(text)) {
            if (piece instanceof References.Reference reference
                    && !graph.parameters().containsKey(reference.name())) {
                found.add(path + " parameter " + reference.name());
            }
        }
    }

    private void box(List<String> path, Graph graph, PublicBox.Kind kind, BoxReference box, String what) {
        GraphComponent component = graph.components().get(box.component());
        boolean isThere = component != null
                && (EVERYWHERE.contains(box.box())
                        || meant(path, component.type())
                                .map(used -> kind.of(used).containsKey(box.box()))
                                .orElse(true));
        if (!isThere) {
            found.add(path + " " + what + " to " + kind + " " + box);
        }
    }

    /** The graph that {@code type} means at {@code path}: the nearest outward that has its name. */
    private Optional<Graph> meant(List<String> path, String type) {
        if (!type.startsWith(Subgraph.TYPE)) {
            return Optional.empty();
        }
        String name = type.substring(Subgraph.TYPE.length());
        for (int depth = path.size(); depth >= 0; depth--) {
            Map<String, Graph> graphs =
                    whole.inside(path.subList(0, depth)).orElseThrow().graphs();
            if (graphs.containsKey(name)) {
                return Optional.ofNullable(graphs.get(name));
            }
        }
        return Optional.empty();
    }
}
