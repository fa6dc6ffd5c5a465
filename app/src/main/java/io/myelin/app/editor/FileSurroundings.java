package io.myelin.app.editor;

import io.myelin.app.editor.file.Dialogs;
import io.myelin.app.editor.file.EditorSettingsFile;
import io.myelin.app.editor.file.GraphStore;
import java.util.function.Consumer;

/**
 * What all that is done with files needs of the window.
 *
 * @param dialogs to ask and to tell of failures
 * @param settings remember the files used last
 * @param store where the files stand
 * @param threads to wait for it
 * @param say tells what was done
 */
record FileSurroundings(
        Dialogs dialogs, EditorSettingsFile settings, GraphStore store, FileThreads threads, Consumer<String> say) {}
