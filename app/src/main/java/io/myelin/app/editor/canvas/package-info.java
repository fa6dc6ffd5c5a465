/**
 * The canvas on which a graph is drawn, edited and watched. {@link io.myelin.app.editor.canvas.GraphCanvas} is its door;
 * what hands do is in {@code gesture}, where things are in {@code geometry}, how they look in {@code paint}, and what a
 * run shows in {@code live}.
 */
@NullMarked
package io.myelin.app.editor.canvas;

import org.jspecify.annotations.NullMarked;
