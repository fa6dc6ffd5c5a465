package io.myelin.app.editor.document;

import io.myelin.engine.graph.Graph;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The graphs that a document was last, by the {@linkplain EditHistory#state state} of its history: what was just done is
 * taken back, and done again, without applying any edit. For one thread.
 */
final class RecentGraphs {
    // One to go back to and one to come back to. Each may have maps of its own of all its components.
    private static final int MOST = 2;

    private final SequencedMap<Long, Graph> graphs = new LinkedHashMap<>();

    /** In {@code state}, from now on and whenever it is gone to, the document is {@code graph}. */
    void remember(long state, Graph graph) {
        graphs.putLast(state, graph);
        while (graphs.size() > MOST) {
            graphs.pollFirstEntry();
        }
    }

    /** What the document is in {@code state}, if that is remembered. */
    Optional<Graph> find(long state) {
        return Optional.ofNullable(graphs.get(state));
    }

    /** The document is another in {@code state} now than it was. */
    void forget(long state) {
        graphs.remove(state);
    }

    /** Nothing is said of any state any more. */
    void forgetAll() {
        graphs.clear();
    }
}
