package io.myelin.app.editor.document;

import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.Problem;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What all levels of a document share: the whole graph, its file and the history of its edits. Edits come in as edits
 * of the whole graph. For the one thread of the document.
 */
final class DocumentCore {
    private final ComponentCatalog catalog;
    private final EditHistory history;
    private final Map<List<String>, Document> levels = new LinkedHashMap<>();
    private final Listeners<List<String>> replayListeners = new Listeners<>();
    private Graph graph;
    private Optional<Path> file;
    private List<Problem> found = List.of();

    DocumentCore(ComponentCatalog catalog, Graph graph, Optional<Path> file, InstantSource clock) {
        this.catalog = catalog;
        this.graph = graph;
        this.file = file.map(path -> path.toAbsolutePath().normalize());
        this.history = new EditHistory(clock);
    }

    /** The whole graph as it is now. */
    Graph graph() {
        return graph;
    }

    /** The graph at {@code path}; empty where there is none now. */
    Optional<Graph> find(List<String> path) {
        Optional<Graph> at = Optional.of(graph);
        for (String name : path) {
            at = at.map(around -> around.graphs().get(name));
        }
        return at;
    }

    /** The level at {@code path}, the same one each time. */
    Document level(List<String> path) {
        Document known = levels.get(path);
        if (known != null) {
            return known;
        }
        Document made = new Document(this, path);
        levels.put(made.path(), made);
        made.problems().replace(graph, made.path(), found);
        return made;
    }

    /** Makes {@code whole} the level of the whole graph. */
    void begin(Document whole) {
        levels.put(whole.path(), whole);
    }

    ComponentCatalog catalog() {
        return catalog;
    }

    EditHistory history() {
        return history;
    }

    Optional<Path> file() {
        return file;
    }

    void perform(String name, GraphEdit edit, String mergeKey) {
        Graph before = graph;
        GraphEdit.Applied applied = edit.applyTo(before);
        history.record(name, mergeKey, edit, applied.inverse());
        graph = applied.graph();
        followRenames(List.of(), edit);
        changed(before);
    }

    void commit() {
        history.commit();
        tellState();
    }

    void rollback() {
        EditStep step = history.takeOpen();
        Graph before = graph;
        step.inverses().forEach(this::apply);
        changed(before);
    }

    void undo() {
        history.undoStep().ifPresent(step -> {
            Graph before = graph;
            step.inverses().forEach(this::apply);
            history.undone();
            changed(before);
            replayListeners.tell(step.place());
        });
    }

    void redo() {
        history.redoStep().ifPresent(step -> {
            Graph before = graph;
            step.edits().forEach(this::apply);
            history.redone();
            changed(before);
            replayListeners.tell(step.place());
        });
    }

    private void apply(GraphEdit edit) {
        graph = edit.applyTo(graph).graph();
        followRenames(List.of(), edit);
    }

    void savedTo(Path path) {
        file = Optional.of(path.toAbsolutePath().normalize());
        history.markSaved();
        tellState();
    }

    void fileDiffers() {
        history.markNeverSaved();
        tellState();
    }

    /** Puts what a check of {@code checked}, the whole graph, found in place of what was known, in every level. */
    void replaceProblems(Graph checked, List<Problem> problems) {
        found = List.copyOf(problems);
        List.copyOf(levels.values()).forEach(level -> level.problems().replace(checked, level.path(), found));
    }

    Subscription onReplay(Consumer<? super List<String>> listener) {
        return replayListeners.add(listener);
    }

    private void followRenames(List<String> path, GraphEdit edit) {
        switch (edit) {
            case GraphEdit.RenameComponent rename ->
                Optional.ofNullable(levels.get(path))
                        .ifPresent(level -> level.selection().rename(rename.id(), rename.newId()));
            case GraphEdit.Several several -> several.edits().forEach(each -> followRenames(path, each));
            case GraphEdit.Inside inside -> {
                List<String> deeper = new ArrayList<>(path);
                deeper.addAll(inside.path());
                followRenames(deeper, inside.edit());
            }
            default -> {}
        }
    }

    /** All levels are brought up to date before the first listener looks at any of them. */
    private void changed(Graph before) {
        List<Runnable> news = List.copyOf(levels.values()).stream()
                .flatMap(level -> level.follow(before).stream())
                .toList();
        news.forEach(Runnable::run);
        tellState();
    }

    private void tellState() {
        List.copyOf(levels.values()).forEach(Document::tellState);
    }
}
