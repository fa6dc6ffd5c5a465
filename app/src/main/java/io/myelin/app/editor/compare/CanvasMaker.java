package io.myelin.app.editor.compare;

import io.myelin.app.editor.canvas.GraphCanvas;
import io.myelin.app.editor.document.Document;
import java.util.function.Consumer;

/** Makes canvases on which nothing can be edited. */
@FunctionalInterface
public interface CanvasMaker {
    /** A canvas of {@code document}; {@code opened} is told the id of each component that somebody opens. */
    GraphCanvas readOnly(Document document, Consumer<String> opened);
}
