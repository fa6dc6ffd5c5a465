package io.myelin.app.command;

import java.io.BufferedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Text on standard output for commands that run no graph. */
final class OutputText {
    private OutputText() {}

    /** Buffered, UTF-8, silent when nobody reads any more; to be closed. */
    static PrintStream on(Surroundings surroundings) {
        return new PrintStream(new BufferedOutputStream(surroundings.output()), false, StandardCharsets.UTF_8);
    }
}
