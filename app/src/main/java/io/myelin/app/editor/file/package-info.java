/** Files and settings on disk: opening, saving, recent files, changes behind the editor's back, and the port for dialogs. */
@NullMarked
package io.myelin.app.editor.file;

import org.jspecify.annotations.NullMarked;
