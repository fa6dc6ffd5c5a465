package io.myelin.app.editor.file;

import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.LoadedGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * What was read from a file, and how the file was then: by one reading, so that the two never disagree.
 *
 * @param loaded the graph, or what is wrong with it
 * @param state how the file was
 */
public record ReadGraph(LoadedGraph loaded, FileState state) {
    /** Reads {@code file}; throws IOException, with a sentence for people, where the file itself can't be read. */
    public static ReadGraph of(Path file) throws IOException {
        // First, since what is written while this reads then has other attributes than these at the next look, which
        // compares the digests.
        Optional<FileTime> modified = modified(file);
        byte[] content = GraphFile.readBytes(file);
        FileState state = new FileState(true, modified.orElse(UNSEEN), content.length, FileState.digest(content));
        return new ReadGraph(GraphFile.parse(content), state);
    }

    /** Empty where that cannot be seen, of which reading says more. */
    private static Optional<FileTime> modified(Path file) {
        try {
            return Optional.of(
                    Files.readAttributes(file, BasicFileAttributes.class).lastModifiedTime());
        } catch (IOException unseen) {
            return Optional.empty();
        }
    }

    private static final FileTime UNSEEN = FileTime.fromMillis(0);
}
