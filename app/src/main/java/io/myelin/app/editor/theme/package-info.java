/** How the editor looks: light, dark, and its own colours. */
@NullMarked
package io.myelin.app.editor.theme;

import org.jspecify.annotations.NullMarked;
