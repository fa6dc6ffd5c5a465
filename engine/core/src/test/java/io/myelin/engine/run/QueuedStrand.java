package io.myelin.engine.run;

import java.util.concurrent.atomic.AtomicInteger;

/** A strand that nothing runs: it counts how often it stands in its run queue, where it starts out. */
final class QueuedStrand extends Strand {
    final AtomicInteger queued = new AtomicInteger(1);

    @Override
    void becomeReady() {
        queued.incrementAndGet();
    }

    @Override
    void start() {
        // It runs when a test says so.
    }

    @Override
    boolean mayBlock() {
        return false;
    }

    @Override
    void await(long deadline) {
        throw new IllegalStateException("nothing waits here");
    }

    @Override
    void wakeAt(long deadline) {
        // Time stands still.
    }

    @Override
    void interrupt() {
        // No thread is its own.
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
