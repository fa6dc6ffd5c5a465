/**
 * Two versions of a graph compared on the canvas: side by side or as one picture, with a list of the differences, each
 * of which can be taken into the document that is open.
 */
@NullMarked
package io.myelin.app.editor.compare;

import org.jspecify.annotations.NullMarked;
