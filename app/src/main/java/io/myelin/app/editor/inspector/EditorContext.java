package io.myelin.app.editor.inspector;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.UsedGraph;
import io.myelin.app.editor.file.Dialogs;
import io.myelin.engine.graph.Graph;
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
    /** What {@code used} means in {@code document}: a graph of it, of one around it, or in a file. */
    Optional<Graph> graph(Document document, UsedGraph used) {
        return used.isFile()
                ? graphs.apply(folder.resolve(used.name()))
                : document.named(used.name()).map(Document::graph);
    }
}
