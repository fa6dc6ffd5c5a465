/** A graph at work in the editor: starting and stopping it, its traffic, its output, its failures. */
@NullMarked
package io.myelin.app.editor.live;

import org.jspecify.annotations.NullMarked;
