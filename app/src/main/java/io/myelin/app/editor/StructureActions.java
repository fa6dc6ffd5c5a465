package io.myelin.app.editor;

import static io.myelin.app.editor.action.MenuPlace.Menu.EDIT;
import static io.myelin.app.editor.action.MenuPlace.Menu.VIEW;

import io.myelin.app.editor.action.Action;
import io.myelin.app.editor.action.ActionRegistry;
import io.myelin.app.editor.canvas.GraphCanvas;
import io.myelin.app.editor.compare.ComparisonTab;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.PublicBoxEdits;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEditException;
import io.myelin.engine.graph.PublicBox.Kind;
import io.myelin.engine.graph.Subgraph;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The actions on graphs inside graphs: making and expanding them, going in and out. */
final class StructureActions {
    private static final Texts TEXTS = Texts.of(StructureActions.class);

    private final ActionRegistry registry;
    private final OpenDocuments documents;
    private final Consumer<Path> openFile;
    private final Consumer<String> say;
    private final BooleanSupplier isTyping;

    /**
     * Actions on what {@code documents} has in front.
     *
     * @param openFile opens a graph that stands in a file of its own
     * @param say tells why something was not done
     * @param isTyping whether what has the focus takes the keys as text
     */
    StructureActions(
            ActionRegistry registry,
            OpenDocuments documents,
            Consumer<Path> openFile,
            Consumer<String> say,
            BooleanSupplier isTyping) {
        this.registry = registry;
        this.documents = documents;
        this.openFile = openFile;
        this.say = say;
        this.isTyping = isTyping;
    }

    void add() {
        registry.add(Action.named("structure.make", TEXTS.get("structure.make"))
                .keys("Shortcut+E")
                .menu(EDIT, 4)
                .icon("mdi2g-group")
                .enabledWhen(() -> !selected().isEmpty())
                .does(() -> documents.current().ifPresent(this::make)));
        registry.add(Action.named("structure.expand", TEXTS.get("structure.expand"))
                .keys("Shortcut+Shift+E")
                .menu(EDIT, 4)
                .icon("mdi2u-ungroup")
                .enabledWhen(() -> !selectedGraphs().isEmpty())
                .does(() -> documents.current().ifPresent(open -> expand(open.document()))));
        registry.add(Action.named("structure.publish", TEXTS.get("publish"))
                .menu(EDIT, 4)
                .icon("mdi2l-location-exit")
                .enabledWhen(() -> !selected().isEmpty())
                .does(() -> documents.current().ifPresent(open -> publish(open.document()))));
        registry.add(Action.named("view.enter", TEXTS.get("view.enter"))
                .keys("Shortcut+Alt+E")
                .menu(VIEW, 5)
                .icon("mdi2l-location-enter")
                .enabledWhen(() -> selectedGraphs().size() == 1)
                .does(() -> documents
                        .current()
                        .filter(open -> !open.canvas().findBar().goIn())
                        .ifPresent(
                                open -> enter(open.document(), selectedGraphs().getFirst()))));
        registry.add(Action.named("view.leave", TEXTS.get("view.leave"))
                .keys("Escape")
                .menu(VIEW, 5)
                .icon("mdi2l-location-exit")
                .enabledWhen(() -> !isTyping.getAsBoolean()
                        && (documents
                                        .current()
                                        .filter(open -> open.levels().isInside())
                                        .isPresent()
                                || documents
                                        .comparison()
                                        .filter(ComparisonTab::isInside)
                                        .isPresent()))
                .does(() -> documents
                        .current()
                        .ifPresentOrElse(
                                open -> open.levels().leave(),
                                () -> documents.comparison().ifPresent(ComparisonTab::leave))));
    }

    private Set<String> selected() {
        return documents
                .current()
                .<Set<String>>map(open -> open.document().selection().components())
                .orElse(Set.of());
    }

    private List<String> selectedGraphs() {
        return documents
                .current()
                .map(open -> selected().stream()
                        .filter(id -> graphOf(open.document(), id).isPresent())
                        .toList())
                .orElse(List.of());
    }

    /** What follows {@code graph:} in the type of a component; empty where it stands for no graph. */
    private static Optional<String> graphOf(Document document, String id) {
        return Optional.ofNullable(document.graph().components().get(id))
                .map(GraphComponent::type)
                .filter(type -> type.startsWith(Subgraph.TYPE))
                .map(type -> type.substring(Subgraph.TYPE.length()));
    }

    /** As for a group, what the new graph is called is asked for where it stands. */
    private void make(OpenDocument open) {
        Document document = open.document();
        attempt(() -> {
            Subgraph.Change change = Subgraph.extract(
                    document.graphAsSeen(),
                    document.selection().components(),
                    document.selection().notes(),
                    names(document));
            document.perform(TEXTS.get("structure.make"), change.edit());
            document.selection().select(change.components(), List.of());
            open.canvas().renameSelection();
        });
    }

    /** Publishes the boxes of what is selected that nothing inside is linked to, and that are no box of the graph's yet. */
    private void publish(Document document) {
        Graph graph = document.graph();
        Set<BoxReference> taken = new HashSet<>();
        graph.links().forEach(link -> taken.addAll(List.of(link.from(), link.to())));
        GraphCanvas canvas = documents.current().orElseThrow().canvas();
        PublicBoxEdits edits = new PublicBoxEdits(document);
        Map<Kind, List<BoxReference>> unpublished = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            unpublished.put(
                    kind,
                    canvas.boxesOfSelection(kind).stream()
                            .filter(box ->
                                    !taken.contains(box) && !kind.of(graph).containsValue(box))
                            .distinct()
                            .toList());
        }
        int published = unpublished.values().stream().mapToInt(List::size).sum();
        if (published > 0) {
            inStep(
                    document,
                    () -> unpublished.forEach((kind, boxes) -> boxes.forEach(box -> edits.publish(kind, box))));
        }
        say.accept(TEXTS.get("published", published));
    }

    private static void inStep(Document document, Runnable work) {
        document.begin(TEXTS.get("publish"));
        boolean done = false;
        try {
            work.run();
            done = true;
        } finally {
            if (done) {
                document.commit();
            } else {
                document.rollback();
            }
        }
    }

    private void expand(Document document) {
        List<String> ids = selectedGraphs();
        List<String> parts = new ArrayList<>();
        document.begin(TEXTS.get("structure.expand"));
        for (String id : ids) {
            attempt(() -> {
                Subgraph.Change change =
                        Subgraph.expand(document.graphAsSeen(), id, inline(document, id), names(document));
                document.perform(TEXTS.get("structure.expand"), change.edit());
                parts.addAll(change.components());
            });
        }
        document.commit();
        if (!parts.isEmpty()) {
            document.selection().select(parts, List.of());
        }
    }

    private static Graph inline(Document document, String id) {
        return graphOf(document, id)
                .flatMap(document::named)
                .map(Document::graphAsSeen)
                .orElseThrow(() -> new GraphEditException(TEXTS.get("expand.elsewhere", id)));
    }

    /** The names of all graphs that can be named in {@code document}. */
    private static Set<String> names(Document document) {
        Set<String> names = new HashSet<>(document.graph().graphs().keySet());
        document.around().forEach(graph -> names.addAll(graph.graphs().keySet()));
        return names;
    }

    /** Goes into the graph that the component {@code id} stands for; false where it stands for none. */
    boolean enter(Document document, String id) {
        Optional<String> name = graphOf(document, id);
        if (name.isEmpty()) {
            return false;
        }
        Optional<Document> inside = document.named(name.get());
        if (inside.isPresent()) {
            documents.current().ifPresent(open -> open.levels().enter(inside.get(), id));
            return true;
        }
        return isFile(name.get()) && openFile(document, name.get());
    }

    /**
     * Goes into the graphs that the components {@code path} of {@code document} stand for, one in the other, up to the
     * last, which is selected there; a graph in a file is opened instead.
     */
    void show(Document document, List<String> path) {
        Document level = document;
        for (String id : path.subList(0, path.size() - 1)) {
            Optional<Document> inside = graphOf(level, id).flatMap(level::named);
            if (!enter(level, id) || inside.isEmpty()) {
                return;
            }
            level = inside.get();
        }
        level.selection().select(path.getLast());
        documents.current().ifPresent(open -> open.canvas().centreOn(path.getLast()));
    }

    private static boolean isFile(String name) {
        return name.startsWith("./") || name.startsWith("../") || name.startsWith("/");
    }

    private boolean openFile(Document document, String name) {
        try {
            openFile.accept(document.folder().resolve(name).normalize());
            return true;
        } catch (InvalidPathException unfit) {
            say.accept(TEXTS.get("enter.no-path", name, unfit.getReason()));
            return false;
        }
    }

    private void attempt(Runnable edit) {
        try {
            edit.run();
        } catch (GraphEditException refused) {
            say.accept(refused.getMessage() + ".");
        }
    }
}
