package io.myelin.engine.component;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The standard input and output of a run: the terminal's when headless, a panel of the editor's there. */
public interface Console {
    /** The next line of input without its line break, waiting for it; null at its end. */
    @Nullable
    String readLine() throws IOException;

    /** Prints one line; safe from any thread, lines never mix. Throws where nobody reads any more (a closed pipe). */
    void printLine(String line) throws IOException;

    /** Brings out what has been printed so far. */
    void flush() throws IOException;
}
