package io.myelin.app.editor.document;

import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphEditException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A graph that is being edited: {@link #perform} is the one door for every change, whatever started it. Belongs to one
 * thread, that of the window; listeners are called on it, after the change, and must not edit while they are told.
 */
public final class Document {
    private final ComponentCatalog catalog;
    private final InstantSource clock;
    private final EditHistory history = new EditHistory(EditHistory.LIMIT);
    private final Selection selection = new Selection();
    private final DocumentProblems problems = new DocumentProblems();
    private final Listeners<EditEvent> editListeners = new Listeners<>();
    private final Listeners<GraphChange> changeListeners = new Listeners<>();
    private final Listeners<Document> stateListeners = new Listeners<>();
    private Graph graph;
    private Optional<Path> file;

    /** A document of {@code graph} as it stands in {@code file}, or of a new graph that stands in none yet. */
    public Document(ComponentCatalog catalog, Graph graph, Optional<Path> file) {
        this(catalog, graph, file, InstantSource.system());
    }

    Document(ComponentCatalog catalog, Graph graph, Optional<Path> file, InstantSource clock) {
        this.catalog = catalog;
        this.graph = graph;
        this.file = file.map(path -> path.toAbsolutePath().normalize());
        this.clock = clock;
    }

    /** The graph as it is now. */
    public Graph graph() {
        return graph;
    }

    /** The types at hand. */
    public ComponentCatalog catalog() {
        return catalog;
    }

    /** What is selected; things that vanish from the graph vanish from it. */
    public Selection selection() {
        return selection;
    }

    /** What the last check found. */
    public DocumentProblems problems() {
        return problems;
    }

    /** The file it stands in, absolute; empty for one never saved. */
    public Optional<Path> file() {
        return file;
    }

    /** What relative paths in the graph are taken from, absolute: the file's folder, else the working directory. */
    public Path folder() {
        return file.map(Path::getParent).orElseGet(() -> Path.of("").toAbsolutePath());
    }

    /** What people call it: the file's name without its ending, or {@code Untitled}. */
    public String name() {
        return file.map(path -> path.getFileName().toString().replaceFirst("(\\.graph)?\\.json$", ""))
                .orElse("Untitled");
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
        perform(new EditEvent.Performed(name, edit, mergeKey, clock.instant()));
    }

    private void perform(EditEvent.Performed event) {
        Graph before = graph;
        GraphEdit.Applied applied = event.edit().applyTo(before);
        history.record(event.name(), event.mergeKey(), event.edit(), applied.inverse(), event.at());
        graph = applied.graph();
        followRenames(event.edit());
        editListeners.tell(event);
        changed(before);
    }

    /** Ends the merging of edits: the next one is a step of its own. */
    public void endMerging() {
        if (history.endMerging()) {
            editListeners.tell(new EditEvent.MergingEnded());
        }
    }

    /**
     * Begins a step of many edits, such as a drag, that one undo takes back; {@link #commit} or {@link #rollback} ends
     * it. Throws IllegalStateException where one has begun already.
     */
    public void begin(String name) {
        begin(new EditEvent.Begun(name, clock.instant()));
    }

    private void begin(EditEvent.Begun event) {
        history.begin(event.name(), event.at());
        editListeners.tell(event);
    }

    /** Whether a step has begun and not ended. */
    public boolean isInStep() {
        return history.isOpen();
    }

    /** Ends the step that has begun. Throws IllegalStateException where none has. */
    public void commit() {
        history.commit();
        editListeners.tell(new EditEvent.Committed());
        stateListeners.tell(this);
    }

    /** Ends the step that has begun and takes all of it back. Throws IllegalStateException where none has. */
    public void rollback() {
        EditStep step = history.takeOpen();
        Graph before = graph;
        step.inverses().forEach(this::apply);
        editListeners.tell(new EditEvent.RolledBack());
        changed(before);
    }

    /** The steps done and taken back; it shows them as they are at any time. */
    public History history() {
        return history;
    }

    /** Whether there is a step to take back. */
    public boolean canUndo() {
        return history.undoStep().isPresent();
    }

    /** Whether there is a step to do again. */
    public boolean canRedo() {
        return history.redoStep().isPresent();
    }

    /** What {@link #undo} would take back, for people; empty where there is nothing. */
    public String undoName() {
        return history.undoStep().map(EditStep::name).orElse("");
    }

    /** What {@link #redo} would do again, for people; empty where there is nothing. */
    public String redoName() {
        return history.redoStep().map(EditStep::name).orElse("");
    }

    /** Takes the last step back; does nothing where there is none. */
    public void undo() {
        goTo(history.position() - 1);
    }

    /** Does the step last taken back again; does nothing where there is none. */
    public void redo() {
        goTo(history.position() + 1);
    }

    /**
     * Takes steps back or does them again until {@code position} of the {@linkplain #history history} is reached, or as
     * near as there are steps. Does nothing while a step is going on.
     */
    public void goTo(int position) {
        int from = history.position();
        int to = Math.clamp(position, 0, history.size());
        if (history.isOpen() || from == to) {
            return;
        }
        Graph before = graph;
        while (history.position() > to) {
            history.undoStep().ifPresent(step -> step.inverses().forEach(this::apply));
            history.undone();
        }
        while (history.position() < to) {
            history.redoStep().ifPresent(step -> step.edits().forEach(this::apply));
            history.redone();
        }
        editListeners.tell(new EditEvent.Stepped(to - from));
        changed(before);
    }

    private void apply(GraphEdit edit) {
        graph = edit.applyTo(graph).graph();
        followRenames(edit);
    }

    /** Whether the graph differs from what stands in its file. */
    public boolean isModified() {
        return history.isModified();
    }

    /** Says that the graph, as it is now, stands in {@code path}. */
    public void savedTo(Path path) {
        file = Optional.of(path.toAbsolutePath().normalize());
        history.markSaved();
        editListeners.tell(new EditEvent.Saved(path.toAbsolutePath().normalize()));
        stateListeners.tell(this);
    }

    /** Says that the file does not hold this graph any more, as when it was changed or deleted behind our back. */
    public void fileDiffers() {
        history.markNeverSaved();
        editListeners.tell(new EditEvent.FileDiffers());
        stateListeners.tell(this);
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
            case EditEvent.Saved saved -> savedTo(saved.file());
            case EditEvent.FileDiffers _ -> fileDiffers();
        }
    }

    /** Lets the history hold about so many bytes. */
    void limitHistory(long bytes) {
        history.setLimit(bytes);
    }

    /** Tells {@code listener} of each thing done, before anybody is told that the graph has changed. */
    public Subscription onEdit(Consumer<? super EditEvent> listener) {
        return editListeners.add(listener);
    }

    /** Tells {@code listener} after each change of the graph. */
    public Subscription onChange(Consumer<? super GraphChange> listener) {
        return changeListeners.add(listener);
    }

    /** Tells {@code listener} whenever {@link #isModified}, {@link #file} or what can be taken back may have changed. */
    public Subscription onState(Consumer<? super Document> listener) {
        return stateListeners.add(listener);
    }

    private void followRenames(GraphEdit edit) {
        switch (edit) {
            case GraphEdit.RenameComponent rename -> selection.rename(rename.id(), rename.newId());
            case GraphEdit.Several several -> several.edits().forEach(this::followRenames);
            default -> {}
        }
    }

    private void changed(Graph before) {
        selection.prune(graph);
        changeListeners.tell(new GraphChange(before, graph));
        stateListeners.tell(this);
    }
}
