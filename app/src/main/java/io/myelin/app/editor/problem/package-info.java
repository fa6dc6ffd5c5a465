/** What is wrong with the open graph: checked beside the editing, listed, and gone to. */
@NullMarked
package io.myelin.app.editor.problem;

import org.jspecify.annotations.NullMarked;
