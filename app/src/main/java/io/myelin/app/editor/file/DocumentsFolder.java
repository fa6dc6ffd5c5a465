package io.myelin.app.editor.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a user keeps documents. */
public final class DocumentsFolder {
    private static final String NAMED = "XDG_DOCUMENTS_DIR=";

    private DocumentsFolder() {}

    /** The folder of documents of who runs the program, or the home folder where there is none. Reads files. */
    public static Path find() {
        return in(Path.of(System.getProperty("user.home", "")).toAbsolutePath(), System.getenv());
    }

    /** That of the user whose home folder is {@code home}: as the desktop names it, else the one called so everywhere. */
    static Path in(Path home, Map<String, String> environment) {
        return Stream.of(named(home, environment), Optional.of(home.resolve("Documents")))
                .flatMap(Optional::stream)
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(home);
    }

    private static Optional<Path> named(Path home, Map<String, String> environment) {
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        try {
            // A path that is not absolute is to be ignored, by the custom of all desktops.
            Path folder =
                    Optional.of(config).map(Path::of).filter(Path::isAbsolute).orElseGet(() -> home.resolve(".config"));
            return named(folder.resolve("user-dirs.dirs"), home);
        } catch (InvalidPathException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<Path> named(Path desktop, Path home) {
        try (Stream<String> lines = Files.lines(desktop, StandardCharsets.UTF_8)) {
            return lines.map(String::strip)
                    .filter(line -> line.startsWith(NAMED))
                    .map(line ->
                            line.substring(NAMED.length()).replace("\"", "").replace("$HOME", home.toString()))
                    .map(Path::of)
                    .reduce((_, later) -> later);
        } catch (IOException | UncheckedIOException | InvalidPathException unknown) {
            return Optional.empty();
        }
    }
}
