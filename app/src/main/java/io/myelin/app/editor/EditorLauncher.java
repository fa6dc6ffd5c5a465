package io.myelin.app.editor;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Opens the editor: the one door for the command line. No JavaFX class is loaded before {@link #launch} is called. */
public final class EditorLauncher {
    /** The editor was open and was closed. */
    public static final int OK = 0;

    /** The editor could not be opened. */
    public static final int FAILED = 1;

    private EditorLauncher() {}

    /**
     * Opens the editor on {@code files}, or on an empty graph, and waits until it is closed. Where it cannot open, says
     * why on {@code errors}. Gives the exit status.
     */
    public static int launch(List<Path> files, PrintStream errors) {
        try {
            EditorStart.openAndWait(files);
            return OK;
        } catch (NoClassDefFoundError missing) {
            errors.println("myelin: the editor needs JavaFX, which is not installed here; every other command works.");
            return FAILED;
        } catch (UnsupportedOperationException noDisplay) {
            errors.println("myelin: the editor cannot open a window here (" + noDisplay.getMessage()
                    + "). On a machine without a display, use 'myelin run'.");
            return FAILED;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }
}
