package io.myelin.engine.run;

import io.myelin.engine.component.ComponentStoppedException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;

/** What a component throws because it is to leave, not because it failed: however its author has wrapped it. */
final class Interruption {
    /** So that causes in a circle come to an end. */
    private static final int LONGEST_CHAIN = 20;

    private Interruption() {}

    /** Whether what was thrown comes of an interrupt, or of a box that must not be used any more. */
    static boolean isBehind(Throwable thrown) {
        @Nullable Throwable cause = thrown;
        for (int i = 0; i < LONGEST_CHAIN && cause != null; i++) {
            if (cause instanceof ComponentStoppedException
                    || cause instanceof InterruptedException
                    || cause instanceof InterruptedIOException
                    || cause instanceof ClosedChannelException
                    || cause instanceof SocketException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
