/** The form for what is selected, made from what components declare of their settings. */
@NullMarked
package io.myelin.app.editor.inspector;

import org.jspecify.annotations.NullMarked;
