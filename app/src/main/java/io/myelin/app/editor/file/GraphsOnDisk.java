package io.myelin.app.editor.file;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Graphs in the files of this machine. */
public final class GraphsOnDisk implements GraphStore {
    /** The files that are there. */
    public GraphsOnDisk() {}

    @Override
    public ReadGraph read(Path file) throws IOException {
        return ReadGraph.of(file);
    }

    @Override
    public FileState write(Graph graph, Path file) throws IOException {
        GraphFile.write(graph, file);
        return FileState.of(file);
    }

    @Override
    public Optional<FileState> changed(Path file, FileState known) throws IOException {
        return known.changed(file);
    }

    @Override
    public Optional<Path> readOnlyFolder(Path file) {
        try {
            return Optional.ofNullable(GraphFile.written(file).toAbsolutePath().getParent())
                    .filter(Files::isDirectory)
                    .filter(folder -> !Files.isWritable(folder));
        } catch (IOException circle) {
            // Writing will say what is wrong with the links.
            return Optional.empty();
        }
    }

    @Override
    public boolean exists(Path file) {
        return Files.exists(file);
    }
}
