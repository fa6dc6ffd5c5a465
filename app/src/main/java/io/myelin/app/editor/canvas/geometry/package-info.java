/**
 * Where things are on the canvas: the viewport, the shapes of components and links, and what is found at a point. No
 * toolkit is known here.
 */
@NullMarked
package io.myelin.app.editor.canvas.geometry;

import org.jspecify.annotations.NullMarked;
