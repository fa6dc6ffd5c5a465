package io.myelin.engine.run;

import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * Runs a microprocess on the very thread that wakes it, before the wake returns: whatever may come between two things
 * that one thread does, does come between them. For graphs that come to rest; threads and times are not to be had.
 */
final class EagerScheduler implements Scheduler {
    @Override
    public Strand microprocess(Runnable activation) {
        return new Eager(activation);
    }

    @Override
    public Strand thread(String name, boolean virtual, Runnable body) {
        throw new UnsupportedOperationException("microprocesses only");
    }

    @Override
    public long nanoTime() {
        return 0;
    }

    @Override
    public Instant now() {
        return Instant.EPOCH;
    }

    @Override
    public void whenQuiet(Runnable quiet, BooleanSupplier expecting) {
        // The test knows when it is.
    }

    @Override
    public boolean isQuiet() {
        return false;
    }

    @Override
    public void enlist() {
        // Nobody is told of quiet.
    }

    @Override
    public void retire() {
        // As above.
    }

    @Override
    public void place() {
        // Everywhere.
    }

    @Override
    public void later(long delayNanos, Runnable task) {
        // Time stands still.
    }

    @Override
    public void meanwhile(long delayNanos, Runnable task) {
        // Time stands still.
    }

    @Override
    public void runUntil(BooleanSupplier done, long nanos) {
        // It has run already.
    }

    @Override
    public void close() {
        // Nothing to end.
    }

    private static final class Eager extends Strand {
        private final Runnable activation;

        Eager(Runnable activation) {
            this.activation = activation;
        }

        @Override
        void becomeReady() {
            do {
                markRunning();
                activation.run();
            } while (!tryIdle());
        }

        @Override
        void start() {
            becomeReady();
        }

        @Override
        boolean mayBlock() {
            return false;
        }

        @Override
        void await(long deadline) {
            throw new UnsupportedOperationException("microprocesses only");
        }

        @Override
        void wakeAt(long deadline) {
            // Time stands still.
        }

        @Override
        void interrupt() {
            // It has returned.
        }

        @Override
        boolean isRunning() {
            return false;
        }

        @Override
        StackTraceElement[] stackTrace() {
            return new StackTraceElement[0];
        }

        @Override
        void abandon() {
            // Nothing to leave behind.
        }
    }
}
