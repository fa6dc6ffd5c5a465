package io.myelin.app.editor.palette;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder of graphs of one's own, to be used as components of others. It is read beside the window's thread. */
public final class GraphLibrary {
    /** What the names of its files end with. */
    public static final String ENDING = ".graph.json";

    private static final Logger LOG = LoggerFactory.getLogger(GraphLibrary.class);

    private final Path folder;
    private final Executor background;
    private final Executor window;
    private Consumer<List<LibraryGraph>> shown = _ -> {};

    /** The library in {@code folder}, which need not be there; what is found is told on {@code window}. */
    public GraphLibrary(Path folder, Executor background, Executor window) {
        this.folder = folder;
        this.background = background;
        this.window = window;
    }

    /** Where its graphs stand. */
    public Path folder() {
        return folder;
    }

    /** Whether a graph in {@code file} is one of the library. */
    public boolean shows(Path file) {
        return isNamedAsOne(file) && folder.toAbsolutePath().normalize().equals(file.getParent());
    }

    private static boolean isNamedAsOne(Path file) {
        return file.getFileName().toString().endsWith(ENDING);
    }

    /** Tells {@code listener} what is there, after each look. */
    public void onShown(Consumer<List<LibraryGraph>> listener) {
        shown = listener;
    }

    /** Looks again at what is there. */
    public void look() {
        background.execute(() -> {
            List<LibraryGraph> found = read(folder);
            window.execute(() -> shown.accept(found));
        });
    }

    /** The graphs in {@code folder} by title; files that hold none are left out. */
    static List<LibraryGraph> read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(GraphLibrary::isNamedAsOne)
                    .flatMap(file -> graph(file).stream())
                    .sorted(Comparator.comparing(LibraryGraph::title))
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException unreadable) {
            LOG.warn("The library of graphs in {} cannot be read.", folder, unreadable);
            return List.of();
        }
    }

    private static Optional<LibraryGraph> graph(Path file) {
        try {
            return GraphFile.read(file)
                    .graph()
                    .map(graph -> new LibraryGraph(file, title(file, graph), summary(graph)));
        } catch (IOException unreadable) {
            LOG.warn("The graph {} of the library cannot be read.", file, unreadable);
            return Optional.empty();
        }
    }

    private static String title(Path file, Graph graph) {
        String name = file.getFileName().toString();
        return graph.title().isBlank() ? name.substring(0, name.length() - ENDING.length()) : graph.title();
    }

    private static String summary(Graph graph) {
        return graph.description().lines().findFirst().orElse("");
    }
}
