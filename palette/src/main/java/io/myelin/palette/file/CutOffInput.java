package io.myelin.palette.file;

import io.myelin.engine.component.ComponentContext;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is written only when all of it has come, where not all has come. */
public final class CutOffInput {
    private CutOffInput() {}

    /**
     * Whether what came in on {@code context}'s inbox is not all that there should have been, so that {@code path} must be left as it
     * is; that is then said.
     */
    public static boolean leaves(Path path, ComponentContext context) {
        if (!context.inbox().isCutOff()) {
            return false;
        }
        context.notice("What came in was cut off: a component before this one was stopped or failed. "
                + (Files.exists(path) ? "The old " + path + " is left as it was." : path + " was not written."));
        return true;
    }
}
