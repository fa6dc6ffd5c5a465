package io.myelin.app.editor.canvas.geometry;

import io.myelin.engine.graph.PublicBox;

/**
 * A box of the graph's own as drawn at the border: a tag with its name, and on its inner edge a socket.
 *
 * @param box which
 * @param socket what it is inside: a public inbox gives there, a public outbox takes
 * @param tag the plate with its name
 */
public record BorderBox(PublicBox box, BoxShape socket, Bounds tag) {}
