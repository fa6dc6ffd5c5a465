package io.myelin.engine.run;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A tasklet or thread on the real scheduler: a body on a thread of its own that waits at its boxes. */
final class ThreadStrand extends Strand {
    private final WorkerScheduler scheduler;
    private final Thread thread;

    // Of its own thread alone.

    private boolean putsOff;

    /** Whom it has sent to and not woken yet. */
    private @Nullable Strand putOff;

    ThreadStrand(WorkerScheduler scheduler, String name, boolean virtual, Runnable body) {
        this.scheduler = scheduler;
        Thread.Builder builder =
                virtual ? Thread.ofVirtual() : Thread.ofPlatform().daemon();
        thread = builder.name("myelin-" + name).unstarted(() -> run(body));
    }

    private void run(Runnable body) {
        markRunning();
        try {
            body.run();
        } finally {
            scheduler.retire();
        }
    }

    @Override
    void becomeReady() {
        scheduler.enlist();
        LockSupport.unpark(thread);
    }

    @Override
    void start() {
        scheduler.enlist();
        thread.start();
    }

    @Override
    void wakeReceiver(Strand receiver) {
        if (!putsOff) {
            super.wakeReceiver(receiver);
        } else if (!receiver.equals(putOff)) {
            wakePutOff();
            putOff = receiver;
        }
    }

    @Override
    void putOffWakes() {
        putsOff = true;
    }

    @Override
    void flushWakes() {
        putsOff = false;
        wakePutOff();
    }

    private void wakePutOff() {
        Strand receiver = putOff;
        if (receiver != null) {
            putOff = null;
            super.wakeReceiver(receiver);
        }
    }

    @Override
    boolean mayBlock() {
        return true;
    }

    @Override
    void await(long deadline) {
        if (!tryIdle()) {
            return;
        }
        if (deadline != NEVER) {
            scheduler.deadlineSet();
        }
        scheduler.retire();
        while (isIdle()) {
            if (deadline == NEVER) {
                LockSupport.park(this);
            } else {
                long left = deadline - System.nanoTime();
                if (left > 0) {
                    LockSupport.parkNanos(this, left);
                } else if (tryReady()) {
                    scheduler.enlist();
                }
            }
            if (Thread.currentThread().isInterrupted() && isIdle()) {
                // A box is not interrupted but woken; an interrupt meant for a call elsewhere comes too late.
                Thread.interrupted();
            }
        }
        if (deadline != NEVER) {
            scheduler.deadlineGone();
        }
        markRunning();
    }

    @Override
    void wakeAt(long deadline) {
        throw new IllegalStateException("a thread waits until a deadline itself");
    }

    @Override
    void interrupt() {
        if (!isIdle()) {
            thread.interrupt();
        }
    }

    @Override
    boolean isRunning() {
        return thread.isAlive();
    }

    @Override
    StackTraceElement[] stackTrace() {
        return thread.getStackTrace();
    }

    @Override
    void abandon() {
        // It holds nothing but itself.
    }
}
