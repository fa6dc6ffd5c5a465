package io.myelin.app.editor.live;

import java.util.concurrent.Executor;

/**
 * Where the work of a run in the editor is done.
 *
 * @param background for what may take long
 * @param window the window's thread
 * @param later the window's thread, when people have had the time to go on editing
 */
record RunThreads(Executor background, Executor window, Executor later) {}
