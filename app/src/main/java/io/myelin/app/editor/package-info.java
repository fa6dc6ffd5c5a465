/** The editor's window: what stands where, and the one door to open it. */
@NullMarked
package io.myelin.app.editor;

import org.jspecify.annotations.NullMarked;
