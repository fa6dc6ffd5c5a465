package io.myelin.app.editor.document;

import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEditException;
import java.nio.file.Path;
import java.util.Optional;

/** Makes a document again of what was done to it, with its history. Belongs to one thread; nobody listens yet. */
public final class DocumentReplay {
    private final Document document;

    /** Begins with {@code graph} as it was when the document was opened, from {@code file} or new. */
    public DocumentReplay(ComponentCatalog catalog, Graph graph, Optional<Path> file) {
        document = new Document(catalog, graph, file);
        // The steps that are there no more may be needed still to get at the graph; they go in the end.
        document.limitHistory(Long.MAX_VALUE);
    }

    /**
     * Does {@code event} again. Throws {@link GraphEditException} or IllegalStateException, and changes nothing, where
     * it cannot follow on what was done so far.
     */
    public void take(EditEvent event) {
        document.replay(event);
    }

    /**
     * Does a step of another document's past again, as long as nothing else has been done. Throws
     * {@link GraphEditException}, and changes nothing, where it cannot follow on what was done so far.
     */
    public void take(DocumentPast.Step step) {
        document.restore(step);
    }

    /** Goes to where among its steps that other document was. */
    public void take(DocumentPast.Point point) {
        document.restore(point);
    }

    /** The document as it is now. */
    public Document soFar() {
        return document;
    }

    /** Ends the replay: a step that was still going on is kept as far as it got. */
    public Document finish() {
        if (document.isInStep()) {
            document.commit();
        }
        document.endMerging();
        document.limitHistory(EditHistory.LIMIT);
        return document;
    }
}
