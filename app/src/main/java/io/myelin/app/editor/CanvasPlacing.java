package io.myelin.app.editor;

import io.myelin.app.editor.palette.PaletteTarget;
import java.util.Optional;

/** Puts components from the palette onto the canvas in front. */
final class CanvasPlacing implements PaletteTarget {
    private final OpenDocuments documents;
    private final EditCommands edits;

    CanvasPlacing(OpenDocuments documents, EditCommands edits) {
        this.documents = documents;
        this.edits = edits;
    }

    @Override
    public void place(String id) {
        documents.current().ifPresent(open -> edits.place(open, id));
    }

    @Override
    public void drop(String id, double sceneX, double sceneY) {
        documents.current().ifPresent(open -> edits.drop(open, id, sceneX, sceneY));
    }

    @Override
    public void carried(String id, double sceneX, double sceneY) {
        documents.current().ifPresent(open -> open.canvas().previewDrop(Optional.of(id), sceneX, sceneY));
    }

    @Override
    public void carriedNoMore() {
        documents.current().ifPresent(open -> open.canvas().previewDrop(Optional.empty(), 0, 0));
    }
}
