/**
 * The journals of open documents: what is done to a document is in a file before the next picture of it is drawn, and
 * after an end without warning that file gives the document back with its history. Plain Java, without a type of the
 * window.
 */
@NullMarked
package io.myelin.app.editor.journal;

import org.jspecify.annotations.NullMarked;
