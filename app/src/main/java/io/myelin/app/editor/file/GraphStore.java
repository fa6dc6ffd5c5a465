package io.myelin.app.editor.file;

import io.myelin.engine.graph.Graph;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the graphs of documents stand. Each call may take as long as a disk, or a machine at the other end of a network,
 * does: none is for the window's thread. Safe for several threads.
 */
public interface GraphStore {
    /** Reads {@code file}; throws IOException, with a sentence for people, where the file itself can't be read. */
    ReadGraph read(Path file) throws IOException;

    /**
     * Writes all of {@code graph}, or throws IOException, with a sentence that says what to do, and leaves what was
     * there; gives how the file is then.
     */
    FileState write(Graph graph, Path file) throws IOException;

    /** How {@code file} is now where it is not as {@code known}; throws IOException where that cannot be seen. */
    Optional<FileState> changed(Path file, FileState known) throws IOException;

    /**
     * The folder into which {@link #write} would have to write {@code file}, where that is there and nothing can be
     * written into it, such as that of an installed program; empty where something can.
     */
    Optional<Path> readOnlyFolder(Path file);

    /** Whether there is such a file. */
    boolean exists(Path file);
}
