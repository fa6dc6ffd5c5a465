package io.myelin.palette.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Files that are written at one go. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * Writes {@code lines}, as UTF-8, in place of what was there, wholly or not at all; throws IOException, with a
     * sentence for people, where it can't.
     */
    public static void write(Path path, List<String> lines) throws IOException {
        try (OutputFile file = OutputFile.replacing(path)) {
            TextOutput output = new TextOutput(file, StandardCharsets.UTF_8);
            for (String line : lines) {
                output.line(line);
            }
            output.flush();
            file.commit();
        }
    }
}
