package io.myelin.app.editor.document;

import io.myelin.app.text.Texts;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphEditException;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.GraphLayout;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.GraphNames;
import io.myelin.engine.graph.LoadedGraph;
import io.myelin.engine.graph.Note;
import io.myelin.engine.graph.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;

/** Parts of graphs as text: what is copied is a whole graph file of its own, what is pasted may be any graph file. */
public final class GraphClipboard {
    private static final Texts TEXTS = Texts.of(GraphClipboard.class);

    private static final double STEP = 120;

    private GraphClipboard() {}

    /**
     * The components {@code ids} of {@code document}, the links between them and their places, as a graph file's text.
     * The graphs that they are made of come along, wherever they are defined; links to other components are kept apart.
     */
    public static String copy(Document document, Collection<String> ids) {
        return copy(document, ids, List.of());
    }

    /** As {@link #copy(Document, Collection)}, with the notes {@code notes} and the groups of which all is copied. */
    public static String copy(Document document, Collection<String> ids, Collection<String> notes) {
        Graph graph = document.graphAsSeen();
        Set<String> chosen = Set.copyOf(ids);
        List<Graph> scopes = new ArrayList<>(List.of(graph));
        scopes.addAll(document.around());
        CopiedGraphs graphs = new CopiedGraphs(scopes);
        Map<String, GraphComponent> components = new LinkedHashMap<>();
        graph.components().forEach((id, component) -> {
            if (chosen.contains(id)) {
                components.put(id, graphs.copied(component));
            }
        });
        Map<String, Position> positions = new LinkedHashMap<>(graph.layout().components());
        positions.keySet().retainAll(chosen);
        List<GraphLink> links = graph.links().stream()
                .filter(link -> chosen.contains(link.from().component())
                        && chosen.contains(link.to().component()))
                .toList();
        return GraphFile.format(new Graph(
                "",
                "",
                Map.of(),
                components,
                links,
                Map.of(),
                Map.of(),
                graphs.graphs(),
                PastedLayout.of(graph.layout(), positions, chosen, Set.copyOf(notes)),
                OutsideLinks.written(graph, chosen)));
    }

    /**
     * What pastes the graph in {@code text} into {@code document} with its top left corner at {@code x}, {@code y} (canvas
     * units), under free ids. Throws {@link GraphEditException}, with a sentence for people, where the text holds no
     * components.
     *
     * @param keepsOutsideLinks whether what is pasted is linked to the components that the copied were linked to, where
     *     those are there
     */
    public static Paste paste(String text, Document document, double x, double y, boolean keepsOutsideLinks) {
        return paste(read(text), document, x, y, keepsOutsideLinks);
    }

    /** The graph in {@code text}; throws {@link GraphEditException}, with a sentence for people, where there is none. */
    public static Graph read(String text) {
        String found = GraphInText.find(text).strip();
        if (!found.startsWith("{")) {
            throw new GraphEditException(TEXTS.get("clipboard.no-graph", "{"));
        }
        LoadedGraph loaded = GraphFile.parse(found);
        Graph graph =
                loaded.graph().orElseThrow(() -> new GraphEditException(TEXTS.get("clipboard.unfit", unfit(loaded))));
        if (graph.components().isEmpty() && graph.layout().notes().isEmpty()) {
            throw new GraphEditException(TEXTS.get("clipboard.empty"));
        }
        return graph;
    }

    private static String unfit(LoadedGraph loaded) {
        return loaded.problems().stream()
                .findFirst()
                .map(problem ->
                        TEXTS.get("clipboard.problem", problem.line(), problem.column(), ProblemText.of(problem)))
                .orElseGet(() -> TEXTS.get("clipboard.unreadable"));
    }

    /** As {@link #paste(String, Document, double, double, boolean)}, of a graph that has been read. */
    public static Paste paste(Graph pasted, Document document, double x, double y, boolean keepsOutsideLinks) {
        Graph graph = document.graph();
        List<GraphEdit> edits = new ArrayList<>();
        Map<String, String> graphNames = bringGraphs(pasted, document, edits);
        Map<String, String> newIds = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>(graph.components().keySet());
        for (String id : pasted.components().keySet()) {
            String newId = FreeIds.like(id, taken);
            taken.add(newId);
            newIds.put(id, newId);
        }
        Map<String, Position> positions = shifted(pasted, x, y);
        pasted.components()
                .forEach((id, component) -> edits.add(new GraphEdit.AddComponent(
                        newIds.getOrDefault(id, id),
                        GraphNames.renamed(component, graphNames),
                        Optional.ofNullable(positions.get(id)),
                        GraphEdit.AddComponent.LAST)));
        for (GraphLink link : pasted.links()) {
            edits.add(new GraphEdit.AddLink(link.between(renamed(link.from(), newIds), renamed(link.to(), newIds))));
        }
        if (keepsOutsideLinks) {
            OutsideLinks.read(pasted, graph, newIds).forEach(link -> edits.add(new GraphEdit.AddLink(link)));
        }
        Position corner = corner(pasted.layout());
        PastedLayout layout = new PastedLayout(pasted.layout(), newIds, x - corner.x(), y - corner.y());
        edits.addAll(layout.edits(graph.layout()));
        return new Paste(new GraphEdit.Several(edits), List.copyOf(newIds.values()), layout.notes());
    }

    /** Adds the inner graphs that the pasted components are made of; those that can be named there are shared. */
    private static Map<String, String> bringGraphs(Graph pasted, Document document, List<GraphEdit> edits) {
        Map<String, Graph> graphs = new LinkedHashMap<>(document.graph().graphs());
        Map<String, String> names = new LinkedHashMap<>();
        Set<String> shared = new HashSet<>();
        Set<String> taken = new HashSet<>(graphs.keySet());
        document.around().forEach(graph -> taken.addAll(graph.graphs().keySet()));
        pasted.graphs().forEach((name, inner) -> {
            boolean isThere = document.named(name)
                    .filter(same -> same.graph().equals(inner))
                    .isPresent();
            String newName = isThere ? name : FreeIds.like(name, taken);
            if (isThere) {
                shared.add(name);
            }
            taken.add(newName);
            names.put(name, newName);
        });
        pasted.graphs().forEach((name, inner) -> {
            if (!shared.contains(name)) {
                graphs.put(names.getOrDefault(name, name), GraphNames.renamed(inner, names));
            }
        });
        if (!graphs.equals(document.graph().graphs())) {
            edits.add(new GraphEdit.ChangeGraph(GraphHeader.withGraphs(document.graph(), graphs)));
        }
        return names;
    }

    /** Where everything goes; components without a place are put in a row below each other. */
    private static Map<String, Position> shifted(Graph pasted, double x, double y) {
        Map<String, Position> written = pasted.layout().components();
        Position corner = corner(pasted.layout());
        double left = corner.x();
        double top = corner.y();
        double bottom = written.values().stream().mapToDouble(Position::y).max().orElse(-STEP);
        Map<String, Position> shifted = new LinkedHashMap<>();
        for (String id : pasted.components().keySet()) {
            Position position = written.get(id);
            if (position == null) {
                bottom += STEP;
                position = new Position(left, bottom);
            }
            shifted.put(id, new Position(position.x() - left + x, position.y() - top + y, position.unknown()));
        }
        return shifted;
    }

    /** The top left corner of all that has a place. */
    private static Position corner(GraphLayout layout) {
        return new Position(
                DoubleStream.concat(
                                layout.components().values().stream().mapToDouble(Position::x),
                                layout.notes().values().stream().mapToDouble(Note::x))
                        .min()
                        .orElse(0),
                DoubleStream.concat(
                                layout.components().values().stream().mapToDouble(Position::y),
                                layout.notes().values().stream().mapToDouble(Note::y))
                        .min()
                        .orElse(0));
    }

    private static BoxReference renamed(BoxReference box, Map<String, String> newIds) {
        return new BoxReference(newIds.getOrDefault(box.component(), box.component()), box.box());
    }

    /**
     * A paste ready to be done.
     *
     * @param edit what does it
     * @param ids the ids of the new components
     * @param notes the names of the new notes
     */
    public record Paste(GraphEdit edit, List<String> ids, List<String> notes) {
        /** Copies the lists. */
        public Paste {
            ids = List.copyOf(ids);
            notes = List.copyOf(notes);
        }
    }
}
