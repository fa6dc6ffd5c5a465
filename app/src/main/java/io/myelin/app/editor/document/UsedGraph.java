package io.myelin.app.editor.document;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.Subgraph;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A graph as a component names it that stands for it.
 *
 * @param name what follows {@code graph:} in the component's type
 */
public record UsedGraph(String name) {
    /** The graph that components of {@code type} stand for; empty where they stand for none. */
    public static Optional<UsedGraph> of(String type) {
        return type.startsWith(Subgraph.TYPE)
                ? Optional.of(new UsedGraph(type.substring(Subgraph.TYPE.length())))
                : Optional.empty();
    }

    /** Whether it stands in a file of its own. */
    public boolean isFile() {
        return path().filter(path -> name.startsWith("./") || name.startsWith("../") || path.isAbsolute())
                .isPresent();
    }

    /** Its name, or that of its file without folders and ending. */
    public String shortName() {
        return isFile() ? path().map(Document::name).orElse(name) : name;
    }

    /** What people call it: the title that it has as {@code graph}, as far as that is known, else its short name. */
    public String title(Optional<Graph> graph) {
        return graph.map(Graph::title).filter(title -> !title.isBlank()).orElseGet(this::shortName);
    }

    private Optional<Path> path() {
        try {
            return Optional.of(Path.of(name)).filter(path -> path.getFileName() != null);
        } catch (InvalidPathException unfit) {
            return Optional.empty();
        }
    }
}
