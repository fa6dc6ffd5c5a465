package io.myelin.app.editor;

import io.myelin.app.editor.canvas.CanvasHooks;
import io.myelin.app.editor.canvas.geometry.Hit;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.graph.Graph;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;

/** Does what the canvas of one document leaves to the window. */
final class CanvasWishes implements CanvasHooks {
    private final Document document;
    private final EditorWindow window;

    CanvasWishes(Document document, EditorWindow window) {
        this.document = document;
        this.window = window;
    }

    @Override
    public void componentOpened(String id) {
        if (!window.structure().enter(document, id)) {
            window.panels().setInspectorShown(true);
            window.inspector().focusField(List.of("settings"));
        }
    }

    @Override
    public void insideWanted(List<String> path) {
        window.structure().show(document, path);
    }

    @Override
    public void linkClicked(LinkReference link) {
        window.canvases().linkClicked(link);
    }

    @Override
    public void contextMenuAsked(Hit hit, double sceneX, double sceneY) {
        window.canvases().showContextMenu(hit, sceneX, sceneY);
    }

    @Override
    public void refused(String reason) {
        window.statusBar().refuse(reason);
    }

    @Override
    public void said(String words) {
        window.statusBar().say(words);
    }

    @Override
    public void guided(String words) {
        window.statusBar().guide(words);
    }

    @Override
    public Optional<Graph> graphInFile(String file) {
        try {
            return window.usedGraphs().find(document.folder().resolve(file));
        } catch (InvalidPathException noPath) {
            // The check of the graph tells people of it, at its place.
            return Optional.empty();
        }
    }

    @Override
    public List<String> recentTypes() {
        return window.settings().settings().canvas().recentTypes();
    }

    @Override
    public void typeAdded(String id) {
        window.settings()
                .update(remembered -> remembered.withCanvas(remembered.canvas().withRecentType(id)));
    }
}
