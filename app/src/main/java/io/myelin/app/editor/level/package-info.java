/**
 * The levels of a document: which of the graphs inside its graph is shown, the way there, and what makes such graphs
 * and expands them.
 */
@NullMarked
package io.myelin.app.editor.level;

import org.jspecify.annotations.NullMarked;
