package io.myelin.app.command;

import io.myelin.engine.plan.SecretSource;
import java.nio.file.Path;
import java.util.List;

/** The one way into the editor, behind which JavaFX is loaded. */
@FunctionalInterface
public interface EditorDoor {
    /**
     * Opens the editor on {@code files} (absolute; none: a new graph) and returns when its last window is closed. Its runs
     * have these secrets.
     */
    void open(List<Path> files, SecretSource secrets);
}
