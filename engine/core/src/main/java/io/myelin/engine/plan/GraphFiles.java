package io.myelin.engine.plan;

import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.LoadedGraph;
import java.io.IOException;
import java.nio.file.Path;

/** Where the graph files come from that a graph names. */
public interface GraphFiles {
    /** The files of this machine. */
    GraphFiles ON_DISK = new GraphFiles() {
        @Override
        public Path identity(Path file) throws IOException {
            return file.toRealPath();
        }

        @Override
        public LoadedGraph read(Path file) throws IOException {
            return GraphFile.read(file);
        }
    };

    /** What is equal for equal files, however they are named; throws NoSuchFileException where there is no such file. */
    Path identity(Path file) throws IOException;

    /** Reads the graph in {@code file}, absolute; throws IOException, with a sentence for people, where it can't. */
    LoadedGraph read(Path file) throws IOException;
}
