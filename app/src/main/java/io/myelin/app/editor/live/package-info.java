/** A graph at work in the editor: joins its run, its traffic, its output and its views to the window. */
@NullMarked
package io.myelin.app.editor.live;

import org.jspecify.annotations.NullMarked;
