/** Texts with a form of their own, shown by the toolkit. */
@NullMarked
package io.myelin.app.editor.text;

import org.jspecify.annotations.NullMarked;
