package io.myelin.app.command;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads small text files that are named on the command line. */
final class TextFiles {
    private TextFiles() {}

    /** The text of {@code file}; throws UsageException, saying what is wrong with it, where it has none. */
    static String read(Path file) {
        if (Files.isDirectory(file)) {
            throw new UsageException(file + ": this is a folder, expected a file");
        }
        try {
            return Files.readString(file);
        } catch (NoSuchFileException _) {
            throw new UsageException(file + ": there is no such file");
        } catch (AccessDeniedException _) {
            throw new UsageException(file + ": this file may not be read; see its permissions");
        } catch (CharacterCodingException _) {
            throw new UsageException(file + ": this is not UTF-8 text");
        } catch (IOException failure) {
            throw new UsageException(file + ": cannot be read: " + failure.getMessage());
        }
    }
}
