package io.myelin.app.editor.inspector;

import io.myelin.app.editor.file.Dialogs;
import java.nio.file.Path;

/**
 * What editors of values need of the world.
 *
 * @param dialogs to choose files with
 * @param folder what relative paths are taken from, absolute
 */
record EditorContext(Dialogs dialogs, Path folder) {}
