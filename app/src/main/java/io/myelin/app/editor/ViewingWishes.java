package io.myelin.app.editor;

import io.myelin.app.editor.canvas.CanvasHooks;
import io.myelin.app.editor.canvas.geometry.Hit;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.level.UsedGraphs;
import io.myelin.engine.graph.Graph;
import java.nio.file.InvalidPathException;
import java.util.Optional;
import java.util.function.Consumer;

/** Does what a canvas that is only looked at leaves to the window. */
record ViewingWishes(Document document, UsedGraphs usedGraphs, Consumer<String> opened) implements CanvasHooks {
    @Override
    public void componentOpened(String id) {
        opened.accept(id);
    }

    @Override
    public void linkClicked(LinkReference link) {}

    @Override
    public void contextMenuAsked(Hit hit, double sceneX, double sceneY) {}

    @Override
    public void refused(String reason) {}

    @Override
    public Optional<Graph> graphInFile(String file) {
        try {
            return usedGraphs.find(document.folder().resolve(file));
        } catch (InvalidPathException noPath) {
            // The check of the graph tells people of it, at its place.
            return Optional.empty();
        }
    }
}
