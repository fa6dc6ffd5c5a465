package io.myelin.app.editor.inspector;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.file.Dialogs;
import io.myelin.engine.graph.Graph;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * What editors of values need of the world.
 *
 * @param dialogs to choose files with
 * @param folder what relative paths are taken from, absolute
 * @param graphs the graphs in files as far as they are known
 */
record EditorContext(Dialogs dialogs, Path folder, Function<Path, Optional<Graph>> graphs) {
    /** The graph that {@code graph:name} means in {@code document}: of it, of one around it, or in a file. */
    Optional<Graph> graph(Document document, String name) {
        if (!name.startsWith("./") && !name.startsWith("../") && !name.startsWith("/")) {
            return document.named(name).map(Document::graph);
        }
        try {
            return graphs.apply(folder.resolve(name));
        } catch (InvalidPathException noPath) {
            // The check of the graph tells people of it, at its place.
            return Optional.empty();
        }
    }
}
