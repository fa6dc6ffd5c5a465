package io.myelin.engine.run;

/** A strand that nothing runs: it only counts how often it was made ready. */
final class ReadyCounter extends Strand {
    int becameReady;

    @Override
    void becomeReady() {
        becameReady++;
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
