package io.myelin.palette.view;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The file that a view leaves its content in. */
final class ViewFile {
    private ViewFile() {}

    /** Writes {@code lines} in place of what was there, wholly or not at all; throws with a sentence for people. */
    static void write(Path file, List<String> lines) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("the folder of " + file + " does not exist; make it first");
        }
        Path beside = Files.createTempFile(folder, "." + file.getFileName(), ".tmp");
        try {
            Files.write(beside, lines, StandardCharsets.UTF_8);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
