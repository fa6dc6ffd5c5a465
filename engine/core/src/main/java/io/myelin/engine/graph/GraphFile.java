package io.myelin.engine.graph;

import java.io.IOException;
import java.nio.file.Path;

/** The one reader and the one writer of graph files. */
public final class GraphFile {
    /** The newest format that this version reads, and the one it writes. */
    public static final int VERSION = 1;

    private GraphFile() {}

    /** Reads a file; throws IOException, with a sentence for people, only where the file itself cannot be read. */
    public static LoadedGraph read(Path file) throws IOException {
        throw new IOException("to come " + file);
    }

    /** Reads a graph from text, as from a file. */
    public static LoadedGraph parse(String text) {
        throw new IllegalStateException("to come " + text);
    }

    /** The text of {@code graph}: the same graph gives the same text. Ends with a line break. */
    public static String format(Graph graph) {
        throw new IllegalStateException("to come " + graph);
    }

    /** Writes beside {@code file}, forces it to the disk and renames it into place: the old or the new, never a part. */
    public static void write(Graph graph, Path file) throws IOException {
        throw new IOException("to come " + graph + file);
    }
}
