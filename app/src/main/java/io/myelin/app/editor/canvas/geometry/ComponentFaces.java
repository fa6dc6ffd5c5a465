package io.myelin.app.editor.canvas.geometry;

import io.myelin.app.editor.document.UsedGraph;
import io.myelin.app.text.Texts;
import io.myelin.engine.component.BoundSettings;
import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.component.SettingDeclaration;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.Subgraph;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads from a graph and the types at hand what each component shows. Boxes that come from settings are found where the
 * settings can be read as they stand; those of a subgraph are the inner graph's own.
 */
public final class ComponentFaces {
    private static final Texts TEXTS = Texts.of(ComponentFaces.class);

    private static final int DEEPEST = 16;

    private final ComponentCatalog catalog;
    private final Path folder;
    private final Function<String, Optional<Graph>> files;
    private final Supplier<List<Graph>> around;

    /** As the other, for graphs that stand inside no others. */
    public ComponentFaces(ComponentCatalog catalog, Path folder, Function<String, Optional<Graph>> files) {
        this(catalog, folder, files, List::of);
    }

    /**
     * With the types at hand.
     *
     * @param catalog those types
     * @param folder what relative paths in settings are taken from
     * @param files finds the graph of a type such as {@code graph:./other.graph.json}, given what follows the colon
     * @param around the graphs around the one that is shown, whose inner graphs it can name, the nearest first
     */
    public ComponentFaces(
            ComponentCatalog catalog,
            Path folder,
            Function<String, Optional<Graph>> files,
            Supplier<List<Graph>> around) {
        this.catalog = catalog;
        this.folder = folder;
        this.files = files;
        this.around = around;
    }

    /** Whether {@code component} stands for a graph. */
    static boolean isSubgraph(GraphComponent component) {
        return component.type().startsWith(Subgraph.TYPE);
    }

    /** What {@code component}, which stands in {@code graph}, shows. */
    public ComponentFace of(GraphComponent component, Graph graph) {
        return of(component, Surroundings.of(graph, around.get()));
    }

    private ComponentFace of(GraphComponent component, Surroundings graph) {
        String type = component.type();
        if (type.startsWith(Subgraph.TYPE)) {
            return subgraph(component, graph);
        }
        return catalog.find(type).map(known -> known(component, known)).orElseGet(() -> unknown(component));
    }

    private ComponentFace known(GraphComponent component, ComponentType type) {
        Optional<Record> settings = type.hasDynamicBoxes() ? settings(component, type) : Optional.empty();
        return new ComponentFace(
                ComponentFace.Kind.KNOWN,
                component.title().isEmpty() ? type.title() : component.title(),
                detail(component, type),
                type.summary(),
                type.family(),
                type.icon(),
                linkable(settings.map(type::inboxes).orElseGet(type::declaredInboxes)),
                linkable(settings.map(type::outboxes).orElseGet(type::declaredOutboxes)),
                type.family().equals("view"));
    }

    private static List<BoxDeclaration> linkable(List<BoxDeclaration> boxes) {
        return boxes.stream().filter(BoxDeclaration::isLinkable).toList();
    }

    private Optional<Record> settings(GraphComponent component, ComponentType type) {
        BoundSettings bound = type.settings().bind(component.settings(), folder);
        return bound.settings();
    }

    private static String detail(GraphComponent component, ComponentType type) {
        return type.settings().declarations().stream()
                .sorted(Comparator.comparing(declaration -> !declaration.required()))
                .flatMap(declaration -> Optional.ofNullable(component.settings().get(declaration.name()))
                        .map(value -> telling(declaration, value))
                        .stream())
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(type.id());
    }

    private static String telling(SettingDeclaration declaration, Object value) {
        String text = switch (value) {
            case Map<?, ?> map -> TEXTS.get("entries", map.size());
            case Collection<?> list -> TEXTS.get("entries", list.size());
            case String words ->
                words.lines()
                        .map(String::strip)
                        .reduce("", (a, b) -> a + " " + b)
                        .strip();
            default -> String.valueOf(value);
        };
        return text.isBlank() ? "" : declaration.name() + ": " + text;
    }

    private ComponentFace unknown(GraphComponent component) {
        int dot = component.type().indexOf('.');
        return new ComponentFace(
                ComponentFace.Kind.UNKNOWN,
                component.title().isEmpty() ? component.type() : component.title(),
                TEXTS.get("type.unknown", component.type()),
                TEXTS.get("type.unknown.summary"),
                dot < 0 ? component.type() : component.type().substring(0, dot),
                "",
                List.of(),
                List.of(),
                false);
    }

    /** A graph and those around it: what names in it mean. */
    private record Surroundings(Graph graph, Optional<Surroundings> outer) {
        static Surroundings of(Graph graph, List<Graph> around) {
            Optional<Surroundings> outer = Optional.empty();
            for (Graph each : around.reversed()) {
                outer = Optional.of(new Surroundings(each, outer));
            }
            return new Surroundings(graph, outer);
        }

        /** The graph called {@code name}, of this one's own or the nearest around that has one. */
        Optional<Surroundings> find(String name) {
            for (Optional<Surroundings> at = Optional.of(this); at.isPresent(); at = at.get().outer) {
                Graph found = at.get().graph.graphs().get(name);
                if (found != null) {
                    return Optional.of(new Surroundings(found, at));
                }
            }
            return Optional.empty();
        }
    }

    private ComponentFace subgraph(GraphComponent component, Surroundings graph) {
        Optional<Surroundings> found = inner(component.type(), graph);
        Optional<Graph> shown = found.map(Surroundings::graph);
        UsedGraph used = used(component.type());
        return new ComponentFace(
                found.isPresent() ? ComponentFace.Kind.SUBGRAPH : ComponentFace.Kind.UNKNOWN,
                component.title().isEmpty() ? used.title(shown) : component.title(),
                TEXTS.get(found.isPresent() ? "graph.known" : "graph.unknown", used.shortName()),
                shown.map(Graph::description)
                        .flatMap(text -> text.lines().findFirst())
                        .orElse(""),
                "graph",
                "",
                found.map(inner -> boxes(inner, true, 0)).orElse(List.of()),
                found.map(inner -> boxes(inner, false, 0)).orElse(List.of()),
                false);
    }

    /**
     * All that stands inside {@code component}, which stands in {@code graph}, however deep; nothing where it is no graph,
     * or one that is not known. A graph in a file is looked into as well.
     */
    public List<Inside> inside(GraphComponent component, Graph graph) {
        List<Inside> found = new ArrayList<>();
        if (isSubgraph(component)) {
            addInside(
                    component,
                    Surroundings.of(graph, around.get()),
                    List.of(),
                    Collections.newSetFromMap(new IdentityHashMap<>()),
                    found);
        }
        return found;
    }

    private void addInside(
            GraphComponent component, Surroundings graph, List<String> way, Set<Graph> seen, List<Inside> found) {
        // Each graph once: one that is used in many places, or contains itself, has nothing more to say.
        inner(component.type(), graph)
                .filter(meant -> seen.add(meant.graph()))
                .ifPresent(inner -> inner.graph().components().forEach((id, child) -> {
                    List<String> path = new ArrayList<>(way);
                    path.add(id);
                    found.add(new Inside(path, child, of(child, inner)));
                    if (isSubgraph(child)) {
                        addInside(child, inner, path, seen, found);
                    }
                }));
    }

    /**
     * One that stands inside a component that is a graph.
     *
     * @param path the ids of the components that lead to it from there, its own the last
     * @param component what the graph says of it
     * @param face what it shows
     */
    public record Inside(List<String> path, GraphComponent component, ComponentFace face) {
        /** Copies {@code path}. */
        public Inside {
            path = List.copyOf(path);
        }

        /** Its id in the graph that it stands in. */
        public String id() {
            return path.getLast();
        }
    }

    /** What {@code type} means: a name is looked for outward, and only a path is one of a file, as when it runs. */
    private Optional<Surroundings> inner(String type, Surroundings graph) {
        UsedGraph used = used(type);
        return used.isFile()
                ? files.apply(used.name()).map(file -> Surroundings.of(file, List.of()))
                : graph.find(used.name());
    }

    private static UsedGraph used(String type) {
        return UsedGraph.of(type).orElseThrow();
    }

    private List<BoxDeclaration> boxes(Surroundings inner, boolean inlets, int depth) {
        Map<String, BoxReference> ports =
                inlets ? inner.graph().inboxes() : inner.graph().outboxes();
        return ports.entrySet().stream()
                .map(port -> box(port.getKey(), port.getValue(), inner, inlets, depth))
                .toList();
    }

    private BoxDeclaration box(String name, BoxReference place, Surroundings inner, boolean inlet, int depth) {
        GraphComponent component = inner.graph().components().get(place.component());
        if (component == null || depth > DEEPEST) {
            return new BoxDeclaration(name, Set.of(MessageType.ANY), "");
        }
        return declared(component, inner, inlet, depth).stream()
                .filter(box -> box.name().equals(place.box()))
                .findFirst()
                .map(box -> new BoxDeclaration(name, box.types(), box.help()))
                .orElseGet(() -> new BoxDeclaration(name, Set.of(MessageType.ANY), ""));
    }

    private List<BoxDeclaration> declared(GraphComponent component, Surroundings graph, boolean inlets, int depth) {
        if (component.type().startsWith(Subgraph.TYPE)) {
            return inner(component.type(), graph)
                    .map(inner -> boxes(inner, inlets, depth + 1))
                    .orElse(List.of());
        }
        ComponentFace face = of(component, graph);
        return inlets ? face.inlets() : face.outlets();
    }
}
