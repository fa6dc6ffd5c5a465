package io.myelin.app.editor.live;

import io.myelin.app.editor.document.Document;

/**
 * A graph inside a document's that is shown, at one of the places where it stands in a run.
 *
 * @param level the graph
 * @param path that of the component that stands for it, such as {@code outer/inner}
 */
public record ShownLevel(Document level, String path) {}
