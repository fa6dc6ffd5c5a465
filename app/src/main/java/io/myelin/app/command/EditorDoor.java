package io.myelin.app.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** The one way into the editor, behind which JavaFX is loaded. */
@FunctionalInterface
public interface EditorDoor {
    /**
     * Opens the editor on {@code files} (absolute; none: a new graph) and returns when it is closed. Where it cannot open,
     * says why on {@code messages}.
     *
     * @return an {@link ExitStatus}
     */
    int open(List<Path> files, PrintStream messages);
}
