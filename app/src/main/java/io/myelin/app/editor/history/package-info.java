/** The steps done to a document, shown as a list to step through. */
@NullMarked
package io.myelin.app.editor.history;

import org.jspecify.annotations.NullMarked;
