package io.myelin.app.editor;

import io.myelin.app.editor.file.FileState;
import io.myelin.app.editor.file.GraphStore;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Attempts to write a graph to a file. Waits for the disk: not for the window's thread. */
final class GraphWriting {
    private static final Logger LOG = LoggerFactory.getLogger(GraphWriting.class);

    private final GraphStore store;

    GraphWriting(GraphStore store) {
        this.store = store;
    }

    /** What came of an attempt. */
    sealed interface Outcome {
        /**
         * Nothing was written.
         *
         * @param sentence why, for people
         */
        record Failed(String sentence) implements Outcome {}

        /**
         * Nothing was written, since nothing can be there.
         *
         * @param folder into which it would have to be
         */
        record ReadOnly(Path folder) implements Outcome {}

        /** Nothing was written, for {@link SaveTarget.Unless}. */
        record Refused() implements Outcome {}

        /**
         * It was written.
         *
         * @param graph what was
         * @param state how the file was then
         * @param moved the edit that makes the graph what was written
         */
        record Written(Graph graph, FileState state, Optional<GraphEdit> moved) implements Outcome {}
    }

    /**
     * Writes {@code graph} to {@code target}, which was {@code known} so.
     *
     * @param move the edit by which its paths go on meaning the same files there
     */
    Outcome attempt(Graph graph, Function<Graph, Optional<GraphEdit>> move, SaveTarget target, FileState known)
            throws IOException {
        Optional<Path> readOnly = store.readOnlyFolder(target.file());
        if (readOnly.isPresent()) {
            return new Outcome.ReadOnly(readOnly.get());
        }
        boolean isRefused = switch (target.unless()) {
            case NOTHING -> false;
            case CHANGED -> isChanged(target.file(), known);
            case THERE -> store.exists(target.file());
        };
        if (isRefused) {
            return new Outcome.Refused();
        }
        Optional<GraphEdit> moved = move.apply(graph);
        Graph written = moved.map(edit -> edit.applyTo(graph).graph()).orElse(graph);
        return new Outcome.Written(written, store.write(written, target.file()), moved);
    }

    private boolean isChanged(Path file, FileState known) {
        try {
            return store.changed(file, known).filter(FileState::there).isPresent();
        } catch (IOException unseen) {
            // What cannot be seen cannot be compared; writing will say what is wrong with the file.
            return false;
        }
    }

    /** What is said of an attempt that failed by {@code thrown}. */
    static Outcome failed(SaveTarget target, @Nullable Throwable thrown) {
        String sentence = FileCommands.sentence(thrown);
        LOG.warn("A graph was not saved. {}", sentence);
        LOG.debug("It was not saved to {}.", target.file(), thrown);
        return new Outcome.Failed(sentence);
    }
}
