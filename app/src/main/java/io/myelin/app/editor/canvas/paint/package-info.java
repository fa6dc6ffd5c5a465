/**
 * Painting the graph: colours out of the style sheet, fonts, and a painter for each kind of thing.
 */
@NullMarked
package io.myelin.app.editor.canvas.paint;

import org.jspecify.annotations.NullMarked;
