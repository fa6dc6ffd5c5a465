package io.myelin.app.editor;

import io.myelin.app.editor.document.Document;

/** Makes the picture of a document. */
@FunctionalInterface
interface GraphViewFactory {
    /** The picture of {@code document}. */
    GraphView show(Document document);
}
