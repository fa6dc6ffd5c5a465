package io.myelin.app.editor.document;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a document is at one moment, told by how it came to be: {@link DocumentReplay} makes the same graph with the same
 * history of it. It holds no more than the history does, whatever was done before.
 *
 * @param beginning the whole graph as it is where no step is done
 * @param file the document's file, absolute; empty: none
 * @param steps those done and, after them, those taken back
 * @param point where among them the document is
 */
public record DocumentPast(Graph beginning, Optional<Path> file, List<Step> steps, Point point) {
    /** Copies {@code steps}. */
    public DocumentPast {
        steps = List.copyOf(steps);
    }

    /**
     * What one undo takes back.
     *
     * @param name what it does, for people
     * @param mergeKey edits with the same key may become part of it; empty: none
     * @param serial other than that of every other step
     * @param at when it was last added to
     * @param edits in the order to do them
     */
    public record Step(String name, String mergeKey, long serial, Instant at, List<GraphEdit> edits) {
        /** Copies {@code edits}. */
        public Step {
            edits = List.copyOf(edits);
        }
    }

    /**
     * A point in a history.
     *
     * @param position how many steps are done
     * @param base the serial of the last step that is there no more; 0: none
     * @param saved the {@linkplain Snapshot#state state} that stands in the file
     * @param serials the last serial that was given
     * @param mergingEnded whether the next edit merges with none before it
     */
    public record Point(int position, long base, long saved, long serials, boolean mergingEnded) {}
}
