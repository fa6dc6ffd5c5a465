/**
 * An open graph: its current state, its edits and how to take them back, what is selected in it, what is wrong with it.
 * Plain Java, without a type of the window; everything here belongs to the one thread that edits.
 */
@NullMarked
package io.myelin.app.editor.document;

import org.jspecify.annotations.NullMarked;
