package io.myelin.app.command;

/** How a command hears that it should come to an end: Ctrl+C, or a request of the system. */
@FunctionalInterface
public interface Interruption {
    /** From now until the guard is closed an interruption calls {@code stop}, once, on a thread of its own. */
    Guard guard(Runnable stop);

    /** What is protected from being ended at once. */
    interface Guard extends AutoCloseable {
        /** Whether there was an interruption. */
        boolean interrupted();

        /** All that was to be ended in order has ended. */
        @Override
        void close();
    }
}
