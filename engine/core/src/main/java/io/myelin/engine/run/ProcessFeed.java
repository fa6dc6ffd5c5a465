package io.myelin.engine.run;

import org.jspecify.annotations.Nullable;

/**
 * In a child process: the place of the thread that hears the parent. The engine does not run it, and never wakes it; but
 * what it sends wakes the component only when it says so, so that the component finds a whole frame of messages rather
 * than the first of them.
 */
final class ProcessFeed extends Strand {
    private @Nullable Strand fed;

    @Override
    void wakeReceiver(Strand receiver) {
        fed = receiver;
    }

    @Override
    void flushWakes() {
        Strand receiver = fed;
        if (receiver != null) {
            fed = null;
            super.wakeReceiver(receiver);
        }
    }

    @Override
    void becomeReady() {
        throw notRun();
    }

    @Override
    void start() {
        throw notRun();
    }

    @Override
    boolean mayBlock() {
        return false;
    }

    @Override
    void await(long deadline) {
        throw notRun();
    }

    @Override
    void wakeAt(long deadline) {
        throw notRun();
    }

    private static IllegalStateException notRun() {
        return new IllegalStateException("the thread that hears the parent is not run by the engine");
    }

    @Override
    void interrupt() {
        // It runs no component's code.
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
        // Nothing of the engine's runs on it.
    }
}
