/** Panels of the window that show what a run says and does. */
@NullMarked
package io.myelin.app.editor.live.panel;

import org.jspecify.annotations.NullMarked;
