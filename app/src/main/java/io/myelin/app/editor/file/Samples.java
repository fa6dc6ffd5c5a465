package io.myelin.app.editor.file;

import io.myelin.app.editor.document.Document;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The graphs that come with the program: in the folder {@code samples} of the packaged one, or of the checkout. */
public final class Samples {
    private static final Logger LOG = LoggerFactory.getLogger(Samples.class);
    private static final String FOLDER = "samples";

    private Samples() {}

    /**
     * One of them.
     *
     * @param file where it stands
     * @param title what people call it
     */
    public record Sample(Path file, String title) {}

    /** All of them by title; none where the program is installed without. Reads files. */
    public static List<Sample> besideTheProgram() {
        CodeSource source = Samples.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return List.of();
        }
        try {
            return above(Path.of(source.getLocation().toURI())).map(Samples::in).orElse(List.of());
        } catch (URISyntaxException unfit) {
            LOG.warn("The program does not know where it lies.", unfit);
            return List.of();
        }
    }

    /** The folder of samples beside {@code program}, which is a jar or a folder of classes, or beside one around it. */
    static Optional<Path> above(Path program) {
        return Stream.iterate(program.getParent(), folder -> folder != null, Path::getParent)
                .limit(3)
                .map(folder -> folder.resolve(FOLDER))
                .filter(Files::isDirectory)
                .findFirst();
    }

    static List<Sample> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SavedKind.GRAPH.ending()))
                    .map(file -> new Sample(file, title(file)))
                    .sorted(Comparator.comparing(Sample::title))
                    .toList();
        } catch (IOException unreadable) {
            LOG.warn("The samples in {} cannot be listed.", folder, unreadable);
            return List.of();
        }
    }

    private static String title(Path file) {
        try {
            return GraphFile.read(file)
                    .graph()
                    .map(Graph::title)
                    .filter(title -> !title.isBlank())
                    .orElseGet(() -> Document.name(file));
        } catch (IOException unreadable) {
            LOG.warn("The sample {} cannot be read.", file, unreadable);
            return Document.name(file);
        }
    }
}
