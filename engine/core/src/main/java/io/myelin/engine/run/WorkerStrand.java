package io.myelin.engine.run;

import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A microprocess on the real scheduler: always run by the worker it is pinned to. */
final class WorkerStrand extends Strand {
    private final Runnable activation;
    private final WorkerScheduler scheduler;
    private volatile @Nullable Worker worker;
    private @Nullable List<Strand> sentTo;
    private @Nullable Strand lastSentTo;
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

    /** One activation; by its worker. */
    void run() {
        markRunning();
        activation.run();
        flushWakes();
        Worker pinned = worker();
        if (pinned.isCurrentThread() && !tryIdle()) {
            markReady();
            pinned.enqueue(this);
        }
    }

    /**
     * On its own worker no fence is needed, since one thread does both. Elsewhere one fence and one wake serve a batch,
     * and the receiver finds several messages when it comes.
     */
    @Override
    void wakeReceiver(Strand receiver) {
        if (receiver instanceof WorkerStrand strand && strand.worker == worker) {
            receiver.wake();
        } else if (!receiver.equals(lastSentTo)) {
            lastSentTo = receiver;
            List<Strand> receivers = sentTo;
            if (receivers == null) {
                receivers = new ArrayList<>(2);
                sentTo = receivers;
            }
            if (!receivers.contains(receiver)) {
                receivers.add(receiver);
            }
        }
    }

    @Override
    void flushWakes() {
        List<Strand> receivers = sentTo;
        if (lastSentTo != null && receivers != null) {
            VarHandle.fullFence();
            for (Strand receiver : receivers) {
                receiver.wake();
            }
            receivers.clear();
            lastSentTo = null;
        }
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
