package io.myelin.engine.run;

import io.myelin.engine.component.Console;
import org.jspecify.annotations.Nullable;

/** No input, and output that nobody reads. */
final class SilentConsole implements Console {
    @Override
    public @Nullable String readLine() {
        return null;
    }

    @Override
    public void printLine(String line) {
        // Nobody reads it.
    }

    @Override
    public void flush() {
        // Nothing is kept back.
    }
}
