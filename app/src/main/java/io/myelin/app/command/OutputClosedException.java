package io.myelin.app.command;

import java.io.IOException;

/** Nobody reads standard output any more, as when {@code head} has seen enough. */
final class OutputClosedException extends IOException {
    private static final long serialVersionUID = 1L;

    OutputClosedException(IOException cause) {
        super("nobody reads standard output any more", cause);
    }

    /** {@code failure} as one of these if it says that the reader has gone, else itself. */
    static IOException of(IOException failure) {
        String text = String.valueOf(failure.getMessage());
        // Linux and macOS, whatever the language, have "pipe" in it; Windows says that a pipe is being closed or ended.
        if (text.contains("pipe") || text.contains("Pipe")) {
            return new OutputClosedException(failure);
        }
        return failure;
    }
}
