package io.myelin.app.editor;

import java.nio.file.Path;

/**
 * Where to write a graph.
 *
 * @param file the file
 * @param unless what keeps it from being written until people have been asked
 */
record SaveTarget(Path file, Unless unless) {
    /** What keeps a file from being written until people have been asked. */
    enum Unless {
        NOTHING,
        /** It is not as it was when last read or written. */
        CHANGED,
        /** It is there. */
        THERE
    }

    /** The same file, whatever is there. */
    SaveTarget regardless() {
        return new SaveTarget(file, Unless.NOTHING);
    }
}
