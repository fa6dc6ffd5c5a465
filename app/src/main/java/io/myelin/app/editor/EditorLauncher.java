package io.myelin.app.editor;

import io.myelin.engine.plan.SecretSource;
import java.nio.file.Path;
import java.util.List;

/** Opens the editor: the one door for the command line. No JavaFX class is loaded before {@link #open} is called. */
public final class EditorLauncher {
    private EditorLauncher() {}

    /**
     * Opens the editor on {@code files}, or on an empty graph, and returns when it has been closed. Its runs have
     * {@code secrets}. Throws {@link EditorUnavailableException} where no window can be opened, NoClassDefFoundError where JavaFX is not there.
     */
    public static void open(List<Path> files, SecretSource secrets) {
        try {
            EditorStart.openAndWait(files, secrets);
        } catch (UnsupportedOperationException noWindows) {
            throw new EditorUnavailableException(
                    "the editor cannot open a window here (" + noWindows.getMessage() + ")", noWindows);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
