package io.myelin.app.editor.canvas.geometry;

import io.myelin.app.editor.document.LinkReference;

/**
 * A link as drawn.
 *
 * @param reference which link
 * @param path its line
 * @param from the socket it begins at
 * @param to the socket it ends at
 */
public record LinkShape(LinkReference reference, LinkPath path, BoxShape from, BoxShape to) {}
