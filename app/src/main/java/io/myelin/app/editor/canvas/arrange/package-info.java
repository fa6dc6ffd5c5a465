/** Puts components in order: in line, evenly apart, or along their links. Plain Java; only the notice of a layout that takes long is drawn elsewhere. */
@NullMarked
package io.myelin.app.editor.canvas.arrange;

import org.jspecify.annotations.NullMarked;
