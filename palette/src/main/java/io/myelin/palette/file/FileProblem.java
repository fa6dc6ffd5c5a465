package io.myelin.palette.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Failures of files in sentences for people. */
final class FileProblem {
    private FileProblem() {}

    /** What {@code failure} means for one who wanted to read {@code path}. */
    static IOException reading(Path path, IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ ->
                new IOException("there is no file " + path + ": check the setting `path`", failure);
            case AccessDeniedException _ ->
                new IOException(path + " may not be read: ask for the right to read it, or choose another", failure);
            default -> new IOException("could not read " + path + ": " + reason(failure), failure);
        };
    }

    /** What {@code failure} means for one who wanted to write {@code path}; {@code kept} says what became of it. */
    static IOException writing(Path path, IOException failure, String kept) {
        return switch (failure) {
            case AccessDeniedException _ ->
                new IOException(
                        path + " may not be written: ask for the right to write it and its folder, or choose another",
                        failure);
            default -> new IOException("could not write " + path + ": " + reason(failure) + ". " + kept, failure);
        };
    }

    private static String reason(IOException failure) {
        if (failure instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
