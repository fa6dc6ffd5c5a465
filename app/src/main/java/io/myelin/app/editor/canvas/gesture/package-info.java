/**
 * What hands do on the canvas: each gesture a small state with a beginning, an end and a way back, fed with plain
 * records and ending in one edit of the document. No toolkit is known here.
 */
@NullMarked
package io.myelin.app.editor.canvas.gesture;

import org.jspecify.annotations.NullMarked;
