package io.myelin.app.editor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files that documents are being saved to, or will be when their turn comes: nothing else may be saved there or read
 * from there meanwhile. On the window's thread.
 */
final class ReservedFiles {
    private final List<Reserved> reserved = new ArrayList<>();

    private record Reserved(OpenDocument open, Path file) {}

    /** Keeps {@code file} for {@code open}, until it is released as often. */
    void reserve(OpenDocument open, Path file) {
        reserved.add(new Reserved(open, file));
    }

    void release(OpenDocument open, Path file) {
        reserved.remove(new Reserved(open, file));
    }

    /** Whose {@code file} is to become. */
    Optional<OpenDocument> owner(Path file) {
        return reserved.stream()
                .filter(one -> one.file.equals(file))
                .map(Reserved::open)
                .findFirst();
    }

    /** Whose {@code file} is to become, where that is another one than {@code open}. */
    Optional<OpenDocument> other(Path file, OpenDocument open) {
        return owner(file).filter(owner -> !owner.equals(open));
    }
}
