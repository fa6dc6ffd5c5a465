package io.myelin.app.editor.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads paths that were written down earlier, maybe on another system. */
final class WrittenPath {
    private WrittenPath() {}

    /** The path that {@code text} is; empty where it is none, or none on this system. */
    static Optional<Path> read(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException notOfThisSystem) {
            return Optional.empty();
        }
    }
}
