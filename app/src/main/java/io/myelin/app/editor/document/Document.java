package io.myelin.app.editor.document;

import io.myelin.app.text.Texts;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphEditException;
import io.myelin.engine.graph.GraphNames;
import io.myelin.engine.graph.Problem;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A graph that is being edited: {@link #perform} is the one door for every change, whatever started it. It is the graph
 * of a file, or one that is defined inside that: each such level has a document of its own, with its own selection,
 * while file and history are those of the whole. Belongs to one thread, that of the window; listeners are called on it,
 * after the change, and must not edit while they are told.
 */
public final class Document {
    private static final Texts TEXTS = Texts.of(Document.class);

    private final DocumentCore core;
    private final List<String> path;
    private final Selection selection = new Selection();
    private final DocumentProblems problems;
    private final Breakpoints breakpoints = new Breakpoints();
    private final Listeners<GraphChange> changeListeners = new Listeners<>();
    private final Listeners<Document> stateListeners = new Listeners<>();
    private Optional<FoundPlaces> foundPlaces = Optional.empty();
    private Graph graph;
    private Optional<String> called = Optional.empty();

    /** A document of {@code graph} as it stands in {@code file}, or of a new graph that stands in none yet. */
    public Document(ComponentCatalog catalog, Graph graph, Optional<Path> file) {
        this(catalog, graph, file, InstantSource.system());
    }

    Document(ComponentCatalog catalog, Graph graph, Optional<Path> file, InstantSource clock) {
        this.core = new DocumentCore(catalog, graph, file, clock);
        this.path = List.of();
        this.graph = graph;
        this.problems = new DocumentProblems(core.news());
        followSelection();
        core.begin(this);
    }

    /** The level at {@code path}; {@link DocumentCore#level} alone makes them. */
    Document(DocumentCore core, List<String> path) {
        this.core = core;
        this.path = List.copyOf(path);
        this.graph = core.find(path).orElse(Graph.EMPTY);
        this.problems = new DocumentProblems(core.news());
        followSelection();
    }

    private void followSelection() {
        var _ = selection.onChange(changed -> core.news().selected(path, changed.components()));
    }

    /**
     * The component {@code id} has just been added by hand: what is wrong with it is only still to be filled in, until it
     * is left or {@link #haveSettled}.
     */
    public void justAdded(String id) {
        core.news().add(path, id);
    }

    /** From here on what is wrong with components is wrong, however lately they were added, in every level. */
    public void haveSettled() {
        core.news().clear();
    }

    /** The graph as it is now; as it was last while the graph is {@linkplain #isThere not there}. */
    public Graph graph() {
        return graph;
    }

    /** The names of the graphs from the whole one's inner graph down to this one; none for the whole one. */
    public List<String> path() {
        return path;
    }

    /** The document of the whole graph. */
    public Document root() {
        return core.level(List.of());
    }

    /** The level at {@code names}, counted from the whole graph, the same document each time; it may not be there. */
    public Document level(List<String> names) {
        return core.level(names);
    }

    /** Whether the graph is there: undoing may take the graph of a level away. Edits of one not there are refused. */
    public boolean isThere() {
        return core.find(path).isPresent();
    }

    /** The level of the graph that {@code graph:name} means here: of this graph's own or of those around it. */
    public Optional<Document> named(String name) {
        return GraphNames.meant(core.graph(), path, name).map(core::level);
    }

    /** The graphs around this one, whose inner graphs it can name; the nearest first. */
    public List<Graph> around() {
        List<Graph> around = new ArrayList<>();
        for (int depth = path.size() - 1; depth >= 0; depth--) {
            core.find(path.subList(0, depth)).ifPresent(around::add);
        }
        return List.copyOf(around);
    }

    /** The types at hand. */
    public ComponentCatalog catalog() {
        return core.catalog();
    }

    /** What is selected; things that vanish from the graph vanish from it. */
    public Selection selection() {
        return selection;
    }

    /** The breakpoints on the wires of this level. */
    public Breakpoints breakpoints() {
        return breakpoints;
    }

    /** Has the {@code remembered} breakpoints of this level again, besides what was set since. */
    public void restoreBreakpoints(Map<LinkReference, Breakpoints.Rule> remembered) {
        breakpoints.restore(remembered, isThere() ? graph : Graph.EMPTY);
    }

    /** All levels that were ever asked for, this document's whole graph among them. */
    public List<Document> knownLevels() {
        return core.levels();
    }

    /** What the last check found. */
    public DocumentProblems problems() {
        return problems;
    }

    /** Puts what a check of {@code checked}, the whole graph, found in place of what was known, in every level. */
    public void checked(Graph checked, List<Problem> found) {
        core.replaceProblems(checked, found);
    }

    /** The file it stands in, absolute; empty for one never saved. */
    public Optional<Path> file() {
        return core.file();
    }

    /** What relative paths in the graph are taken from, absolute: the file's folder, else the working directory. */
    public Path folder() {
        return file().map(Path::getParent).orElseGet(() -> Path.of("").toAbsolutePath());
    }

    /** What people call it: the file's name without its ending, what else it {@linkplain #call is called}, or {@code Untitled}. */
    public String name() {
        return file().map(Document::name).or(() -> root().called).orElseGet(() -> TEXTS.get("untitled"));
    }

    /** Calls it {@code name} as long as it stands in no file. */
    public Document call(String name) {
        root().called = Optional.of(name);
        return this;
    }

    /** What people call the document of {@code file}. */
    public static String name(Path file) {
        return file.getFileName().toString().replaceFirst("(\\.graph)?\\.json$", "");
    }

    /**
     * Does {@code edit}, as a step of its own or as part of the one that has {@linkplain #begin begun}. {@code name}
     * says what it does, as in {@code Undo Delete}. Throws {@link GraphEditException}, and changes nothing, where it
     * does not fit the graph.
     */
    public void perform(String name, GraphEdit edit) {
        perform(name, edit, "");
    }

    /**
     * As {@link #perform(String, GraphEdit)}, but taken back together with the edit just before it when that had the
     * same {@code mergeKey} and is not long ago, as letters typed into one field. An empty key merges with nothing.
     */
    public void perform(String name, GraphEdit edit, String mergeKey) {
        if (path.isEmpty()) {
            core.perform(name, edit, mergeKey);
        } else {
            String key = mergeKey.isEmpty() ? "" : String.join("/", path) + "/" + mergeKey;
            core.perform(name, ofWhole(edit), key);
        }
    }

    /**
     * Keeps components where they are seen: an edit by which those that the layout does not name would be shown elsewhere
     * also writes the places that were {@code found} for them, as part of the same step.
     */
    public Subscription keepPlaces(FoundPlaces found) {
        Optional<FoundPlaces> kept = Optional.of(found);
        foundPlaces = kept;
        return () -> {
            if (foundPlaces.equals(kept)) {
                foundPlaces = Optional.empty();
            }
        };
    }

    /** The graph with all components in the places where they are seen, named by its layout or not. */
    public Graph graphAsSeen() {
        return writtenPlaces().map(edit -> edit.applyTo(graph).graph()).orElse(graph);
    }

    /** What writes the places that were found for the components that the layout does not name; empty for none. */
    Optional<GraphEdit> writtenPlaces() {
        return foundPlaces.flatMap(found -> found.writing(graph));
    }

    /** Whether a component would be found another place when the whole graph becomes {@code after}. */
    boolean wouldFindOtherPlaces(Graph after) {
        return foundPlaces
                .filter(found -> after.inside(path)
                        .filter(now -> found.wouldMove(graph, now))
                        .isPresent())
                .isPresent();
    }

    /** {@code edit} of this level as one of the whole graph. */
    GraphEdit ofWhole(GraphEdit edit) {
        return path.isEmpty() ? edit : new GraphEdit.Inside(path, edit);
    }

    /** Ends the merging of edits: the next one is a step of its own. */
    public void endMerging() {
        core.endMerging();
    }

    /**
     * Begins a step of many edits, such as a drag, that one undo takes back; {@link #commit} or {@link #rollback} ends
     * it. Throws IllegalStateException where one has begun already.
     */
    public void begin(String name) {
        core.begin(name);
    }

    /** Whether a step has begun and not ended. */
    public boolean isInStep() {
        return core.history().isOpen();
    }

    /** Ends the step that has begun. Throws IllegalStateException where none has. */
    public void commit() {
        core.commit();
    }

    /** Ends the step that has begun and takes all of it back. Throws IllegalStateException where none has. */
    public void rollback() {
        core.rollback();
    }

    /** The steps done and taken back; it shows them as they are at any time. */
    public History history() {
        return core.history();
    }

    /** Whether there is a step to take back. */
    public boolean canUndo() {
        return core.history().undoStep().isPresent();
    }

    /** Whether there is a step to do again. */
    public boolean canRedo() {
        return core.history().redoStep().isPresent();
    }

    /** What {@link #undo} would take back, for people; empty where there is nothing. */
    public String undoName() {
        return core.history().undoStep().map(EditStep::name).orElse("");
    }

    /** What {@link #redo} would do again, for people; empty where there is nothing. */
    public String redoName() {
        return core.history().redoStep().map(EditStep::name).orElse("");
    }

    /** Takes the last step back, whatever level it changed; does nothing where there is none. */
    public void undo() {
        goTo(core.history().position() - 1);
    }

    /** Does the step last taken back again; does nothing where there is none. */
    public void redo() {
        goTo(core.history().position() + 1);
    }

    /**
     * Takes steps back or does them again until {@code position} of the {@linkplain #history history} is reached, or as
     * near as there are steps. Does nothing while a step is going on.
     */
    public void goTo(int position) {
        core.goTo(position);
    }

    /** Whether the whole graph differs from what stands in its file. */
    public boolean isModified() {
        return core.history().isModified();
    }

    /** The whole graph as it is now; what is typed from here on is a step of its own. */
    public Snapshot snapshot() {
        return core.snapshot();
    }

    /** Says that the whole graph, as it is now, stands in {@code path}. */
    public void savedTo(Path path) {
        savedTo(path, snapshot(), "");
    }

    /**
     * Says that {@code written} stands in {@code path}, whatever was done since it was taken.
     *
     * @param digest of what the file holds; empty where that is not known
     */
    public void savedTo(Path path, Snapshot written, String digest) {
        core.savedTo(path.toAbsolutePath().normalize(), written, digest);
    }

    /** Says that the file does not hold this graph any more, as when it was changed or deleted behind our back. */
    public void fileDiffers() {
        core.fileDiffers();
    }

    /** Catches all that this is with its history, at little cost. Throws IllegalStateException while a step is going on. */
    public PastCapture capture() {
        if (isInStep()) {
            throw new IllegalStateException("a step is going on, which is in no history yet");
        }
        return core.capture();
    }

    void restore(DocumentPast.Step step) {
        core.restore(step);
    }

    void restore(DocumentPast.Point point) {
        core.restore(point);
    }

    /** Does again what was done to another document that began with the same graph. */
    void replay(EditEvent event) {
        core.replay(event);
    }

    /** Lets the history hold about so many bytes. */
    void limitHistory(long bytes) {
        core.history().setLimit(bytes);
    }

    /** Tells {@code listener} of each thing done, before anybody is told that the graph has changed. */
    public Subscription onEdit(Consumer<? super EditEvent> listener) {
        return core.onEdit(listener);
    }

    /** Tells {@code listener} after each change of this graph, or of the inner graphs that it can name. */
    public Subscription onChange(Consumer<? super GraphChange> listener) {
        return changeListeners.add(listener);
    }

    /** Tells {@code listener} whenever {@link #isModified}, {@link #file} or what can be taken back may have changed. */
    public Subscription onState(Consumer<? super Document> listener) {
        return stateListeners.add(listener);
    }

    /** Tells {@code listener}, after steps were taken back or done again, the path of the level that the last changed. */
    public Subscription onReplay(Consumer<? super List<String>> listener) {
        return core.onReplay(listener);
    }

    /** Tells {@code listener} after each change of the breakpoints on wires of any level. */
    public Subscription onBreakpoints(Consumer<? super Breakpoints> listener) {
        return core.onBreakpoints(listener);
    }

    /** Follows the whole graph, which was {@code before}; gives what tells the listeners, where there is news. */
    @SuppressWarnings("ReferenceEquality") // A graph is never changed, and this is asked after each step of a drag.
    Optional<Runnable> follow(Graph before) {
        Optional<Graph> now = core.find(path);
        if (now.isEmpty() || now.get() == graph && !isOtherAround(before)) {
            return Optional.empty();
        }
        GraphChange change = new GraphChange(graph, now.get());
        graph = change.after();
        return Optional.of(() -> {
            selection.prune(change.after());
            breakpoints.follow(List.of(), change.after());
            changeListeners.tell(change);
        });
    }

    /** Whether a graph that this one can name, other than those on the way here, is another than before. */
    @SuppressWarnings("ReferenceEquality") // As above: graphs that are equal are only told of once more.
    private boolean isOtherAround(Graph before) {
        Optional<Graph> old = Optional.of(before);
        Optional<Graph> now = Optional.of(core.graph());
        for (String name : path) {
            if (old.isEmpty() || now.isEmpty()) {
                return true;
            }
            Graph then = old.get();
            Graph here = now.get();
            boolean same = then.graphs().size() == here.graphs().size()
                    && here.graphs().entrySet().stream()
                            .allMatch(entry -> entry.getKey().equals(name)
                                    || entry.getValue() == then.graphs().get(entry.getKey()));
            if (!same) {
                return true;
            }
            old = Optional.ofNullable(then.graphs().get(name));
            now = Optional.ofNullable(here.graphs().get(name));
        }
        return false;
    }

    void tellState() {
        stateListeners.tell(this);
    }
}
