package io.myelin.app.editor.live.view;

import io.myelin.palette.view.ViewContent;
import javafx.scene.Node;

/** Draws one kind of content. */
interface ContentDrawing {
    /** What to show. */
    Node node();

    /** Draws {@code content}; false, and nothing is done, where it is of a kind that this does not draw. */
    boolean draw(ViewContent content);
}
