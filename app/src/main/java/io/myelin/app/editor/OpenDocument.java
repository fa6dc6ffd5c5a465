package io.myelin.app.editor;

import io.myelin.app.editor.canvas.GraphCanvas;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.file.FileState;
import io.myelin.app.editor.journal.DocumentJournal;
import io.myelin.app.editor.level.LevelViews;
import io.myelin.app.editor.problem.CheckedGraph;
import io.myelin.engine.graph.Graph;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import org.jspecify.annotations.Nullable;

/** A document in its tab: the graph, its picture, its checks, and how its file was when last read or written. */
public final class OpenDocument {
    private final Document root;
    private final LevelViews levels;
    private final CheckedGraph check;
    private final DocumentJournal journal;
    private final DocumentTab tab;
    private volatile FileState known;
    private Optional<Graph> inFile = Optional.empty();
    private boolean changedBehind;

    OpenDocument(Document root, LevelViews levels, CheckedGraph check, DocumentJournal journal, FileState known) {
        this.root = root;
        this.levels = levels;
        this.check = check;
        this.journal = journal;
        this.known = known;
        this.tab = new DocumentTab(root, levels.node());
        tab().setUserData(this);
    }

    /** The whole graph and its edits: what stands in the file and what runs. */
    public Document root() {
        return root;
    }

    /** The graph that is shown, the whole or one inside it, and its edits. */
    public Document document() {
        return levels.current();
    }

    /** The picture of the graph that is shown. */
    public GraphCanvas canvas() {
        return levels.canvas();
    }

    /** Which of the graphs is shown. */
    public LevelViews levels() {
        return levels;
    }

    CheckedGraph check() {
        return check;
    }

    Tab tab() {
        return tab.tab();
    }

    /** How its file was when last read or written, or seen to be changed. Read from any thread. */
    FileState known() {
        return known;
    }

    void setKnown(FileState now) {
        known = now;
    }

    /** What its file held when last read or written; empty where that is not known. */
    Optional<Graph> inFile() {
        return inFile;
    }

    /** Its file, which is as {@code now}, holds {@code graph}. */
    void holds(Graph graph, FileState now) {
        inFile = Optional.of(graph);
        known = now;
    }

    /** Shows {@code bar} above the picture, or nothing; the focus never stays in a bar that is gone. */
    void showBar(@Nullable Node bar) {
        if (tab.showBar(bar)) {
            canvas().node().requestFocus();
        }
    }

    /** There is nothing more to say of its file. */
    void settled() {
        changedBehind = false;
        showBar(null);
    }

    /** Whether another program has changed the file and people have not said yet what to do. */
    boolean isChangedBehind() {
        return changedBehind;
    }

    void setChangedBehind(boolean changed) {
        changedBehind = changed;
    }

    /** Whether nothing was ever done in it. */
    boolean isUntouched() {
        return root.file().isEmpty()
                && !root.isModified()
                && root.graph().components().isEmpty();
    }

    /** Leaves its journal, when it closes, for the next start to offer. */
    void keepJournal() {
        journal.keep();
    }

    /** Ends all that goes on for it, and its journal: what is in it is saved, or was given up by people. */
    void close() {
        journal.remove();
        tab.close();
        check.close();
        levels.close();
    }
}
