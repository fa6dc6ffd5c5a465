package io.myelin.engine.run;

import org.jspecify.annotations.Nullable;

/** A microprocess on the real scheduler: always run by the worker it is pinned to. */
final class WorkerStrand extends Strand {
    private final Runnable activation;
    private final WorkerScheduler scheduler;
    private volatile @Nullable Worker worker;
    private long deadline = NEVER;

    /** The one woken before it, while it stands in its worker's stack of those woken by others. */
    @Nullable
    WorkerStrand wokenBefore;

    WorkerStrand(WorkerScheduler scheduler, Runnable activation) {
        this.scheduler = scheduler;
        this.activation = activation;
    }

    void pin(Worker to) {
        worker = to;
    }

    private Worker worker() {
        Worker pinned = worker;
        if (pinned == null) {
            throw new IllegalStateException("a microprocess was woken before it had a worker");
        }
        return pinned;
    }

    @Override
    void becomeReady() {
        worker().enqueue(this);
    }

    @Override
    void start() {
        worker().enqueue(this);
    }

    /** One activation, or several while nobody else wants to run; by its worker. */
    void run() {
        Worker pinned = worker();
        do {
            markRunning();
            activation.run();
            if (!pinned.isCurrentThread()) {
                return;
            }
            pinned.fused().settle();
            pinned.flushWakes();
        } while (isWokenAgain() ? pinned.hasNobodyElse() : pinned.linger(this));
        if (!tryIdle()) {
            markReady();
            pinned.enqueue(this);
        }
    }

    /**
     * On its own worker no fence is needed, since one thread does both. Others are woken when the worker flushes: see
     * there.
     */
    @Override
    void wakeReceiver(Strand receiver) {
        Worker pinned = worker;
        if (pinned == null || !pinned.isCurrentThread()) {
            // Not started yet, or given up as stuck and replaced: it may be sending all the same.
            super.wakeReceiver(receiver);
        } else if (receiver instanceof WorkerStrand strand && strand.worker == pinned) {
            receiver.wake();
        } else {
            pinned.wakeLater(receiver);
        }
    }

    @Override
    void flushWakes() {
        Worker pinned = worker();
        if (pinned.isCurrentThread()) {
            pinned.flushWakes();
        }
    }

    /** The worker whose current thread this is, where that is the one it is pinned to; else null. */
    @Nullable
    Worker workerHere() {
        Worker pinned = worker;
        return pinned != null && pinned.isCurrentThread() ? pinned : null;
    }

    /** Whether another worker is to run {@code other}, for good. */
    boolean isApartFrom(WorkerStrand other) {
        Worker pinned = worker;
        Worker others = other.worker;
        return pinned != null && others != null && pinned != others;
    }

    @Override
    void distrustFused() {
        Worker here = workerHere();
        if (here != null) {
            here.fused().distrust();
        }
    }

    @Override
    boolean shouldYield() {
        Worker here = workerHere();
        return here != null && here.fused().foundOneBusy();
    }

    @Override
    boolean mayBlock() {
        return false;
    }

    @Override
    void await(long until) {
        throw new IllegalStateException("a microprocess can't wait inside a call");
    }

    @Override
    void wakeAt(long until) {
        if (until == deadline) {
            return;
        }
        if (deadline == NEVER) {
            scheduler.deadlineSet();
        } else if (until == NEVER) {
            scheduler.deadlineGone();
        }
        deadline = until;
        if (until != NEVER) {
            worker().wakeAt(this, until);
        }
    }

    /** The time {@code passed} has come; wakes it unless it has wished otherwise since. */
    void deadlinePassed(long passed) {
        if (passed == deadline) {
            deadline = NEVER;
            scheduler.deadlineGone();
            wake();
        }
    }

    @Override
    void interrupt() {
        worker().interrupt(this);
    }

    @Override
    boolean isRunning() {
        return worker().isRunning(this);
    }

    @Override
    StackTraceElement[] stackTrace() {
        return worker().stackTrace();
    }

    @Override
    void abandon() {
        worker().replace(this);
    }
}
