package io.myelin.app.editor.document;

import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.Problem;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What all levels of a document share: the whole graph, its file and the history of its edits. Edits come in as edits
 * of the whole graph. For the one thread of the document.
 */
final class DocumentCore {
    private final ComponentCatalog catalog;
    private final InstantSource clock;
    private final EditHistory history = new EditHistory(EditHistory.LIMIT);
    private final RecentGraphs recent = new RecentGraphs();
    private final Listeners<EditEvent> editListeners = new Listeners<>();
    private final Map<List<String>, Document> levels = new LinkedHashMap<>();
    private final Listeners<Breakpoints> breakpointListeners = new Listeners<>();
    private final NewComponents news = new NewComponents();
    private final Listeners<List<String>> replayListeners = new Listeners<>();

    /** The components renamed since the listeners were told last, by the path of their graph. */
    private final Map<List<String>, List<GraphEdit.RenameComponent>> renamed = new LinkedHashMap<>();

    private Graph graph;
    private Optional<Path> file;
    private List<Problem> found = List.of();

    DocumentCore(ComponentCatalog catalog, Graph graph, Optional<Path> file, InstantSource clock) {
        this.catalog = catalog;
        this.graph = graph;
        this.file = file.map(path -> path.toAbsolutePath().normalize());
        this.clock = clock;
    }

    /** The whole graph as it is now. */
    Graph graph() {
        return graph;
    }

    /** The graph at {@code path}; empty where there is none now. */
    Optional<Graph> find(List<String> path) {
        return graph.inside(path);
    }

    /** The level at {@code path}, the same one each time. */
    Document level(List<String> path) {
        Document known = levels.get(path);
        if (known != null) {
            return known;
        }
        Document made = new Document(this, path);
        levels.put(made.path(), made);
        made.breakpoints().onChange(breakpointListeners::tell);
        made.problems().replace(graph, made.path(), found);
        return made;
    }

    /** All levels that were ever asked for. */
    List<Document> levels() {
        return List.copyOf(levels.values());
    }

    /** Makes {@code whole} the level of the whole graph. */
    void begin(Document whole) {
        levels.put(whole.path(), whole);
        whole.breakpoints().onChange(breakpointListeners::tell);
    }

    /** Tells {@code listener} after each change of the breakpoints of any level. */
    Subscription onBreakpoints(Consumer<? super Breakpoints> listener) {
        return breakpointListeners.add(listener);
    }

    ComponentCatalog catalog() {
        return catalog;
    }

    /** The components that were just added by hand, of all levels. */
    NewComponents news() {
        return news;
    }

    EditHistory history() {
        return history;
    }

    Optional<Path> file() {
        return file;
    }

    void perform(String name, GraphEdit edit, String mergeKey) {
        perform(new EditEvent.Performed(name, keepingPlaces(edit), mergeKey, clock.instant()));
    }

    /** With what keeps all that is seen in its place, in every level, done before it. */
    private GraphEdit keepingPlaces(GraphEdit edit) {
        Map<Document, GraphEdit> places = new LinkedHashMap<>();
        levels.values().forEach(level -> level.writtenPlaces().ifPresent(written -> places.put(level, written)));
        if (places.isEmpty()) {
            return edit;
        }
        Graph after = edit.applyTo(graph).graph();
        List<GraphEdit> edits = new ArrayList<>();
        places.forEach((level, written) -> {
            if (level.wouldFindOtherPlaces(after)) {
                edits.add(level.ofWhole(written));
            }
        });
        if (edits.isEmpty()) {
            return edit;
        }
        edits.add(edit);
        return new GraphEdit.Several(edits);
    }

    private void perform(EditEvent.Performed event) {
        Graph before = graph;
        GraphEdit.Applied applied = event.edit().applyTo(before);
        long state = history.state();
        history.record(event.name(), event.mergeKey(), event.edit(), applied.inverse(), event.at());
        graph = applied.graph();
        if (!history.isOpen() && history.state() != state) {
            recent.remember(state, before);
        } else if (!history.isOpen()) {
            recent.forget(state);
        }
        followRenames(List.of(), event.edit());
        editListeners.tell(event);
        changed(before);
    }

    void endMerging() {
        if (history.endMerging()) {
            editListeners.tell(new EditEvent.MergingEnded());
        }
    }

    void begin(String name) {
        begin(new EditEvent.Begun(name, clock.instant()));
    }

    private void begin(EditEvent.Begun event) {
        history.begin(event.name(), event.at());
        recent.remember(history.state(), graph);
        editListeners.tell(event);
    }

    void commit() {
        history.commit();
        editListeners.tell(new EditEvent.Committed());
        tellState();
    }

    void rollback() {
        EditStep step = history.takeOpen();
        Graph before = graph;
        step.inverses().forEach(this::apply);
        editListeners.tell(new EditEvent.RolledBack());
        changed(before);
    }

    /** Takes steps back or does them again up to {@code position}, as near as there are steps. */
    void goTo(int position) {
        int from = history.position();
        int to = Math.clamp(position, 0, history.size());
        if (history.isOpen() || from == to) {
            return;
        }
        Graph before = graph;
        Optional<Graph> known = recent.find(history.state(to));
        recent.remember(history.state(), before);
        Consumer<GraphEdit> follow = known.isEmpty() ? this::apply : edit -> followRenames(List.of(), edit);
        List<String> place = List.of();
        while (history.position() > to) {
            place = history.undoStep().map(step -> takeBack(step, follow)).orElse(place);
            history.undone();
        }
        while (history.position() < to) {
            place = history.redoStep().map(step -> doAgain(step, follow)).orElse(place);
            history.redone();
        }
        known.ifPresent(one -> graph = one);
        editListeners.tell(new EditEvent.Stepped(to - from));
        changed(before);
        selectWhatCame(before, place);
        replayListeners.tell(place);
    }

    /** People see what steps brought back, and can go on with it. */
    private void selectWhatCame(Graph before, List<String> place) {
        Optional<Graph> after = find(place);
        if (after.isEmpty()) {
            return;
        }
        Graph old = before.inside(place).orElse(Graph.EMPTY);
        Set<String> components = added(old.components(), after.get().components());
        Set<String> notes = added(old.layout().notes(), after.get().layout().notes());
        if (!components.isEmpty() || !notes.isEmpty()) {
            level(place).selection().select(components, List.of(), notes);
        }
    }

    /** The names that are only in {@code after}; an edit leaves most maps the very same, and most names in the others. */
    @SuppressWarnings("ReferenceEquality")
    private static Set<String> added(Map<String, ?> before, Map<String, ?> after) {
        Set<String> added = LinkedHashSet.newLinkedHashSet(Math.max(0, after.size() - before.size()));
        if (before != after) {
            // Side by side, so that only what is new, or stands elsewhere, has to be looked up.
            Iterator<String> rest = before.keySet().iterator();
            String known = rest.hasNext() ? rest.next() : "";
            for (String name : after.keySet()) {
                if (name.equals(known)) {
                    known = rest.hasNext() ? rest.next() : "";
                } else if (!before.containsKey(name)) {
                    added.add(name);
                }
            }
        }
        return added;
    }

    private static List<String> takeBack(EditStep step, Consumer<GraphEdit> follow) {
        step.inverses().forEach(follow);
        return step.place();
    }

    private static List<String> doAgain(EditStep step, Consumer<GraphEdit> follow) {
        step.edits().forEach(follow);
        return step.place();
    }

    private void apply(GraphEdit edit) {
        graph = edit.applyTo(graph).graph();
        followRenames(List.of(), edit);
    }

    Snapshot snapshot() {
        // Else what is typed next would become part of the step that the snapshot is named by.
        endMerging();
        return new Snapshot(graph, history.isOpen() ? Snapshot.UNNAMED : history.state());
    }

    void savedTo(Path path, Snapshot written, String digest) {
        savedTo(new EditEvent.Saved(path, history.back(written.state()), digest));
    }

    private void savedTo(EditEvent.Saved event) {
        file = Optional.of(event.file());
        history.markSaved(event.back());
        editListeners.tell(event);
        tellState();
    }

    void fileDiffers() {
        history.markNeverSaved();
        editListeners.tell(new EditEvent.FileDiffers());
        tellState();
    }

    PastCapture capture() {
        return history.capture(graph, file);
    }

    /** Does a step again that was done to another document. */
    void restore(DocumentPast.Step step) {
        Graph before = graph;
        Graph now = before;
        List<GraphEdit> inverses = new ArrayList<>();
        for (GraphEdit edit : step.edits()) {
            GraphEdit.Applied applied = edit.applyTo(now);
            inverses.add(applied.inverse());
            now = applied.graph();
        }
        graph = now;
        history.restore(new EditStep(step, inverses));
        recent.forgetAll();
        changed(before);
    }

    /** Goes back to where another document was whose steps have been done again. */
    void restore(DocumentPast.Point point) {
        Graph before = graph;
        while (history.position() > point.position()) {
            history.undoStep().ifPresent(step -> takeBack(step, this::apply));
            history.undone();
        }
        history.restore(point);
        recent.forgetAll();
        changed(before);
    }

    /** Puts what a check of {@code checked}, the whole graph, found in place of what was known, in every level. */
    void replaceProblems(Graph checked, List<Problem> problems) {
        found = List.copyOf(problems);
        List.copyOf(levels.values()).forEach(level -> level.problems().replace(checked, level.path(), found));
    }

    /** Does again what was done to another document that began with the same graph. */
    void replay(EditEvent event) {
        switch (event) {
            case EditEvent.Performed performed -> perform(performed);
            case EditEvent.Begun begun -> begin(begun);
            case EditEvent.Committed _ -> commit();
            case EditEvent.RolledBack _ -> rollback();
            case EditEvent.MergingEnded _ -> endMerging();
            case EditEvent.Stepped stepped -> goTo(history.position() + stepped.by());
            case EditEvent.Saved saved -> savedTo(saved);
            case EditEvent.FileDiffers _ -> fileDiffers();
        }
    }

    Subscription onEdit(Consumer<? super EditEvent> listener) {
        return editListeners.add(listener);
    }

    Subscription onReplay(Consumer<? super List<String>> listener) {
        return replayListeners.add(listener);
    }

    private void followRenames(List<String> path, GraphEdit edit) {
        switch (edit) {
            case GraphEdit.RenameComponent rename ->
                renamed.computeIfAbsent(path, _ -> new ArrayList<>()).add(rename);
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
        List<Runnable> changes = List.copyOf(levels.values()).stream()
                .flatMap(level -> level.follow(before).stream())
                .toList();
        // Selections first: those who look at a graph that has changed ask what of it is selected.
        Map<List<String>, List<GraphEdit.RenameComponent>> renames = Map.copyOf(renamed);
        renamed.clear();
        // And before them what was just added: a component with another id is not one that people have left.
        renames.forEach(news::renamed);
        renames.forEach((path, one) -> Optional.ofNullable(levels.get(path)).ifPresent(level -> {
            level.selection().rename(one, level.graph());
            level.breakpoints().follow(one, level.graph());
        }));
        changes.forEach(Runnable::run);
        tellState();
    }

    private void tellState() {
        List.copyOf(levels.values()).forEach(Document::tellState);
    }
}
